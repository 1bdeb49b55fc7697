package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.Locale;
import java.util.Optional;

/** What lies in how IAM compares, or in what AWS makes keys of. */
enum ConditionCause implements Cause {
    ONLY_THE_CASE {
        @Override
        public Optional<Counterfactual> without(Counterfactual trial) {
            String presented = trial.presented();
            return presented == null
                    ? Optional.empty()
                    : trial.presenting(folded(presented))
                            .wanting(ConditionCause::folded)
                            .or(() -> Optional.of(trial.presenting(folded(presented))));
        }

        @Override
        public String what(Counterfactual trial) {
            return "only the case differs, and " + trial.condition().operator().iamName() + " minds it";
        }

        @Override
        public String remedy(Counterfactual trial) {
            return "write \"" + trial.presented() + "\", the case that GitHub uses";
        }
    },
    WILDCARD_IS_LITERAL {
        @Override
        public Optional<Counterfactual> without(Counterfactual trial) {
            return switch (trial.condition().operator().comparison()) {
                case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE -> Optional.of(trial.comparing(OperatorKind.STRING_LIKE));
                case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE ->
                    Optional.of(trial.comparing(OperatorKind.STRING_NOT_LIKE));
                default -> Optional.empty();
            };
        }

        @Override
        public String what(Counterfactual trial) {
            return "* and ? are literal under " + trial.condition().operator().iamName()
                    + ": they stand for themselves";
        }

        @Override
        public String remedy(Counterfactual trial) {
            return "write "
                    + without(trial).orElse(trial).condition().operator().iamName()
                    + " for the values with wildcards, in a statement of their own";
        }
    },
    DEFAULT_AUDIENCE {
        @Override
        public Optional<Counterfactual> without(Counterfactual trial) {
            String presented = trial.presented();
            boolean isDefault = presented != null && presented.startsWith("https://github.com/");
            return isDefault && trial.key().claim().equals("aud")
                    ? trial.firstText().map(trial::presenting)
                    : Optional.empty();
        }

        @Override
        public String what(Counterfactual trial) {
            return "the audience is GitHub's default, which a token gets if it is asked for without one";
        }

        @Override
        public String remedy(Counterfactual trial) {
            return "ask for \"" + trial.firstText().orElse("sts.amazonaws.com")
                    + "\": aws-actions/configure-aws-credentials has the input audience, and core.getIDToken(…) an argument";
        }
    },
    NEVER_POPULATED {
        @Override
        public Optional<Counterfactual> without(Counterfactual trial) {
            ConditionKey key = trial.key();
            if (trial.presented() != null
                    || key.isPopulated()
                    || !key.isOf(trial.run().issuer())) {
                return Optional.empty();
            }
            return trial.firstText().map(trial::presenting);
        }

        @Override
        public String what(Counterfactual trial) {
            return "the key is one that AWS never populates, so it is missing in every run, whatever the token's "
                    + trial.key().claim() + " is";
        }

        @Override
        public String remedy(Counterfactual trial) {
            return "test " + GitHubClaim.instead(trial.key().claim());
        }
    },
    KEY_OF_ANOTHER_ISSUER {
        @Override
        public Optional<Counterfactual> without(Counterfactual trial) {
            ConditionKey key = trial.key();
            return trial.presented() != null
                            || !key.isPopulated()
                            || key.isOf(trial.run().issuer())
                    ? Optional.empty()
                    : Optional.ofNullable(trial.run().claim(key.claim())).map(trial::presenting);
        }

        @Override
        public String what(Counterfactual trial) {
            return "the key is of another issuer, and AWS populates those of the token's own issuer, "
                    + trial.run().issuer();
        }

        @Override
        public String remedy(Counterfactual trial) {
            return "write " + trial.run().issuerName() + ":" + trial.key().claim();
        }
    };

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

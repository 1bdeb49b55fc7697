package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.Locale;
import java.util.Optional;

/** A cause that lies in how IAM compares, or in what AWS makes keys of. */
enum ConditionCause implements Cause {
    ONLY_THE_CASE {
        @Override
        public Optional<Counterfactual> without(Counterfactual counterfactual) {
            String presented = counterfactual.presented();
            if (presented == null) {
                return Optional.empty();
            }
            Counterfactual folded = counterfactual.presenting(folded(presented));
            return Optional.of(folded.wanting(ConditionCause::folded).orElse(folded));
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return "only the case differs, and " + counterfactual.operator() + " minds it";
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "write \"" + counterfactual.presented() + "\", the case that GitHub uses";
        }
    },
    WILDCARD_IS_LITERAL {
        @Override
        public Optional<Counterfactual> without(Counterfactual counterfactual) {
            return switch (counterfactual.condition().operator().comparison()) {
                case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE ->
                    Optional.of(counterfactual.comparing(OperatorKind.STRING_LIKE));
                case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE ->
                    Optional.of(counterfactual.comparing(OperatorKind.STRING_NOT_LIKE));
                default -> Optional.empty();
            };
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return "* and ? are literal under " + counterfactual.operator() + ": they stand for themselves";
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "write " + without(counterfactual).orElse(counterfactual).operator()
                    + " for the values with wildcards, in a statement of their own";
        }
    },
    DEFAULT_AUDIENCE {
        @Override
        public Optional<Counterfactual> without(Counterfactual counterfactual) {
            String presented = counterfactual.presented();
            boolean isDefault = presented != null && presented.startsWith("https://github.com/");
            return isDefault && counterfactual.key().claim().equals("aud")
                    ? counterfactual.firstText().map(counterfactual::presenting)
                    : Optional.empty();
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return "the audience is GitHub's default, which a token gets if it is asked for without one";
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "ask for \"" + counterfactual.firstText().orElse("sts.amazonaws.com")
                    + "\": aws-actions/configure-aws-credentials has the input audience, and core.getIDToken(…) an argument";
        }
    },
    NEVER_POPULATED {
        @Override
        public Optional<Counterfactual> without(Counterfactual counterfactual) {
            ConditionKey key = counterfactual.key();
            return counterfactual.presented() != null
                            || key.isPopulated()
                            || !key.isOf(counterfactual.run().issuer())
                    ? Optional.empty()
                    : counterfactual.firstText().map(counterfactual::presenting);
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return "the key is one that AWS never populates, so it is missing in every run, whatever the token's "
                    + counterfactual.key().claim() + " is";
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "test " + GitHubClaim.instead(counterfactual.key().claim());
        }
    },
    KEY_OF_ANOTHER_ISSUER {
        @Override
        public Optional<Counterfactual> without(Counterfactual counterfactual) {
            ConditionKey key = counterfactual.key();
            return counterfactual.presented() != null
                            || !key.isPopulated()
                            || key.isOf(counterfactual.run().issuer())
                    ? Optional.empty()
                    : Optional.ofNullable(counterfactual.run().claim(key.claim()))
                            .map(counterfactual::presenting);
        }

        @Override
        public String what(Counterfactual counterfactual) {
            return "the key is of another issuer, and AWS populates those of the token's own issuer, "
                    + counterfactual.run().issuer();
        }

        @Override
        public String remedy(Counterfactual counterfactual) {
            return "write " + counterfactual.run().issuerName() + ":"
                    + counterfactual.key().claim();
        }
    };

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.List;
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

        @Override
        public boolean isMistake() {
            return true;
        }

        @Override
        public List<PolicyEdit> edits(Counterfactual counterfactual) {
            String presented = String.valueOf(counterfactual.presented());
            return counterfactual.texts().stream().anyMatch(presented::equalsIgnoreCase)
                    ? counterfactual
                            .wanting(wanted -> wanted.equalsIgnoreCase(presented) ? presented : wanted)
                            .map(changed ->
                                    counterfactual.replacing(changed.condition().values()))
                            .orElse(List.of())
                    : counterfactual.including();
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

        @Override
        public List<PolicyEdit> edits(Counterfactual counterfactual) {
            return without(counterfactual)
                    .map(Counterfactual::condition)
                    .filter(changed -> !counterfactual.holds(changed))
                    .map(changed -> List.of(counterfactual.replacing(changed)))
                    .orElseGet(counterfactual::including);
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

        /** The workflow has to change. */
        @Override
        public List<PolicyEdit> edits(Counterfactual counterfactual) {
            return List.of();
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
            return counterfactual.key().claim().equals("iss")
                    ? "delete the line: the provider in Principal tests the issuer already"
                    : "test " + GitHubClaim.instead(counterfactual.key().claim()) + ", and no longer "
                            + counterfactual.key();
        }

        @Override
        public List<PolicyEdit> edits(Counterfactual counterfactual) {
            return List.of(ofNumber(counterfactual)
                    .orElseGet(() -> new PolicyEdit.DeleteCondition(
                            counterfactual.statement().number(), counterfactual.condition())));
        }

        /** The number in place of the name, if the run is of that name. */
        private Optional<PolicyEdit> ofNumber(Counterfactual counterfactual) {
            String claim = counterfactual.key().claim() + "_id";
            String number = counterfactual.run().claim(claim);
            Condition tested = new Condition(
                    ConditionOperator.STRING_EQUALS,
                    counterfactual.keyOf(claim),
                    List.of(TextNode.valueOf(String.valueOf(number))));
            String name = counterfactual.run().claim(counterfactual.key().claim());
            return number == null
                            || name == null
                            || !counterfactual.texts().contains(name)
                            || counterfactual.holds(tested)
                    ? Optional.empty()
                    : Optional.of(counterfactual.replacing(tested));
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

        @Override
        public List<PolicyEdit> edits(Counterfactual counterfactual) {
            Condition condition = counterfactual.condition();
            Condition renamed = new Condition(
                    condition.operator(),
                    counterfactual.run().issuerName() + ":"
                            + counterfactual.key().claim(),
                    condition.values());
            return counterfactual.holds(renamed) ? List.of() : List.of(counterfactual.replacing(renamed));
        }
    };

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes an operator hold for more than its values say. */
enum Modifier {
    FOR_ALL_VALUES(TrustRule.FOR_ALL_VALUES) {
        @Override
        Optional<ConditionOperator> without(ConditionOperator operator) {
            return operator.quantifier() == Quantifier.FOR_ALL_VALUES
                    ? Optional.of(new ConditionOperator(operator.comparison(), Quantifier.NONE, operator.ifExists()))
                    : Optional.empty();
        }
    },
    IF_EXISTS(TrustRule.IF_EXISTS) {
        @Override
        Optional<ConditionOperator> without(ConditionOperator operator) {
            return operator.ifExists()
                    ? Optional.of(new ConditionOperator(operator.comparison(), operator.quantifier(), false))
                    : Optional.empty();
        }
    },
    IGNORED_CASE(TrustRule.IGNORED_CASE) {
        @Override
        Optional<ConditionOperator> without(ConditionOperator operator) {
            return operator.comparison() == Comparison.STRING_EQUALS_IGNORE_CASE
                    ? Optional.of(operator.with(Comparison.STRING_EQUALS))
                    : Optional.empty();
        }
    };

    private final TrustRule rule;

    Modifier(TrustRule rule) {
        this.rule = rule;
    }

    /** The operator without this, if it has it. */
    abstract Optional<ConditionOperator> without(ConditionOperator operator);

    /** The modifier that is to blame for a leak: without it, the token would not get in. */
    static Optional<Leak> toBlame(Grant grant, Leak leak) {
        return Stream.of(values())
                .flatMap(modifier -> grant.conditions().stream()
                        .filter(test -> modifier.letsIn(grant, test, leak.witness()))
                        .map(test -> new Leak(modifier.rule, grant.place(test), leak.witness(), leak.what())))
                .findFirst();
    }

    private boolean letsIn(Grant grant, ConditionJudge test, GitHubClaims claims) {
        return without(test.condition().operator())
                .map(operator ->
                        grant.with(test, condition -> new Condition(operator, condition.key(), condition.values())))
                .filter(changed -> changed.evaluate(claims).isDenied())
                .isPresent();
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.Quantifier;
import java.util.Optional;

/** Finds what makes an operator hold for more than its values say. */
final class OperatorModifier {

    private OperatorModifier() {}

    static Optional<ConditionOperator> forAllValues(ConditionOperator operator) {
        return operator.quantifier() == Quantifier.FOR_ALL_VALUES
                ? Optional.of(new ConditionOperator(operator.comparison(), Quantifier.NONE, operator.ifExists()))
                : Optional.empty();
    }

    static Optional<ConditionOperator> ifExists(ConditionOperator operator) {
        return operator.ifExists()
                ? Optional.of(new ConditionOperator(operator.comparison(), operator.quantifier(), false))
                : Optional.empty();
    }

    static Optional<ConditionOperator> ignoredCase(ConditionOperator operator) {
        return operator.comparison() == OperatorKind.STRING_EQUALS_IGNORE_CASE
                ? Optional.of(operator.with(OperatorKind.STRING_EQUALS))
                : Optional.empty();
    }

    /** The first condition that has the modifier, and that would deny the witness of an access without it. */
    static Optional<ConditionEvaluator> toBlame(
            AllowStatement statement, RuleMatch access, RuleFinder.OfModifier modifier) {
        return statement.conditions().stream()
                .filter(condition -> modifier.without(condition.condition().operator())
                        .map(operator ->
                                statement.with(condition, had -> new Condition(operator, had.key(), had.values())))
                        .filter(changed -> access.proof()
                                .filter(proof ->
                                        changed.evaluate(proof.claims()).isDenied())
                                .isPresent())
                        .isPresent())
                .findFirst();
    }
}

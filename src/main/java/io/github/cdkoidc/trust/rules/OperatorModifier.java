package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.Quantifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what makes an operator hold for more than its values say. */
final class OperatorModifier {

    /** What each token of each issuer holds. */
    private static final Set<String> ALWAYS_THERE = Set.of("sub", "aud");

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

    /** {@code ForAllValues:} at keys that no token of GitHub lacks, and tests of the issuer, which AWS makes no key of. */
    static Stream<RuleMatch> needless(AllowStatement statement) {
        return Stream.concat(
                UnpopulatedKeys.needlessIssuer(statement),
                statement.exposure().example().stream()
                        .flatMap(token -> statement.conditionsOn(ALWAYS_THERE).stream()
                                .flatMap(condition -> needless(statement, condition, token).stream())));
    }

    private static Optional<RuleMatch> needless(
            AllowStatement statement, ConditionEvaluator condition, GitHubClaims token) {
        ConditionOperator operator = condition.condition().operator();
        boolean own = condition.key().isOf(statement.issuer().url());
        return own && !operator.comparison().isNegated()
                ? forAllValues(operator)
                        .map(plain -> RuleMatch.admitted(
                                        statement.place(condition),
                                        token,
                                        operator.iamName() + " also holds where the claim is missing, and "
                                                + condition.key().claim() + " never is, which a reader has to know")
                                .with("write " + plain.iamName()))
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

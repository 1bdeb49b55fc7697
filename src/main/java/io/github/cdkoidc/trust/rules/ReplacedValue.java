package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.List;
import java.util.Optional;

/** One value of a statement's conditions, and the question what it would admit if it were written another way. */
record ReplacedValue(AllowStatement statement, ConditionEvaluator condition, JsonNode value) {

    /** The values of all conditions that compare in one of some ways, each a text. */
    static List<ReplacedValue> in(AllowStatement statement, List<OperatorKind> comparisons) {
        return statement.conditions().stream()
                .filter(condition ->
                        comparisons.contains(condition.condition().operator().comparison()))
                .flatMap(condition -> condition.condition().values().stream()
                        .filter(JsonNode::isTextual)
                        .map(value -> new ReplacedValue(statement, condition, value)))
                .toList();
    }

    String text() {
        return value.asText();
    }

    ConditionOperator operator() {
        return condition.condition().operator();
    }

    /** Where the value is. */
    String place() {
        List<JsonNode> values = condition.condition().values();
        return statement.place(condition) + (values.size() == 1 ? "" : "/" + values.indexOf(value));
    }

    /** A run that is denied, and that this value would admit if it were compared in another way. */
    Optional<GitHubClaims> compared(OperatorKind comparison) {
        return exposure(operator().with(comparison), value).example().filter(statement::isDenied);
    }

    /** A run that is denied, and that another text would admit. */
    Optional<GitHubClaims> written(String text) {
        return text.equals(text())
                ? Optional.empty()
                : exposure(operator(), TextNode.valueOf(text)).example().filter(statement::isDenied);
    }

    /** Whether another text would admit repositories outside the policy, and so cannot be what to write. */
    boolean admitsStrangers(String text) {
        return UnintendedAccess.outside(exposure(meant(text), TextNode.valueOf(text)), Admission::hasOneRepository)
                .isPresent();
    }

    private ConditionOperator meant(String text) {
        return needsPattern(text) ? operator().with(OperatorKind.STRING_LIKE) : operator();
    }

    /** A run that is denied, and that another text would admit, be it as a pattern, or if the other conditions were not there. */
    Optional<GitHubClaims> corrected(String text) {
        ConditionOperator meant = meant(text);
        JsonNode other = TextNode.valueOf(text);
        return exposure(meant, other)
                .example()
                .or(() -> statement
                        .exposureOf(statement.only(
                                new Condition(meant, condition.condition().key(), List.of(other))))
                        .example())
                .filter(statement::isDenied);
    }

    /** Whether a text holds wildcards, and the operator takes none. */
    boolean needsPattern(String text) {
        return isPattern(text) && operator().comparison() != OperatorKind.STRING_LIKE;
    }

    /** Whether this differs from another text before its first wildcard, so that what matches this is not what the other means. */
    boolean isFixedOtherwiseThan(String other) {
        if (operator().comparison() != OperatorKind.STRING_LIKE || !isPattern(text())) {
            return true;
        }
        return !other.startsWith(text().split("[*?]", 2)[0]);
    }

    private static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Whether it is proved that this value admits no run. */
    boolean isDead() {
        return exposure(operator(), value).isNone();
    }

    /** Whether this value may be a {@code sub} that a customised template writes. */
    boolean isCustomised() {
        return !statement.customisedOf(policy(operator(), value)).isNone();
    }

    private Exposure exposure(ConditionOperator operator, JsonNode other) {
        return statement.exposureOf(policy(operator, other));
    }

    private PolicyEvaluator policy(ConditionOperator operator, JsonNode other) {
        return statement.with(condition, had -> new Condition(operator, had.key(), List.of(other)));
    }
}

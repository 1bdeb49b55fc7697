package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubClaims;
import java.util.List;
import java.util.Optional;

/**
 * One value of a grant's conditions, and the question who would get in if it were written another way.
 *
 * @param grant the grant
 * @param test the condition
 * @param value the value
 */
record LockOut(Grant grant, ConditionJudge test, JsonNode value) {

    /** The values of all conditions that compare in one of some ways, each a text. */
    static List<LockOut> in(Grant grant, List<Comparison> comparisons) {
        return grant.conditions().stream()
                .filter(test -> comparisons.contains(test.condition().operator().comparison()))
                .flatMap(test -> test.condition().values().stream()
                        .filter(JsonNode::isTextual)
                        .map(value -> new LockOut(grant, test, value)))
                .toList();
    }

    String text() {
        return value.asText();
    }

    ConditionOperator operator() {
        return test.condition().operator();
    }

    /** Where the value is. */
    String place() {
        List<JsonNode> values = test.condition().values();
        return grant.place(test) + (values.size() == 1 ? "" : "/" + values.indexOf(value));
    }

    /** A run that is denied, and that this value would let in if it were compared in another way. */
    Optional<GitHubClaims> compared(Comparison comparison) {
        return exposure(operator().with(comparison), value).example().filter(grant::isDenied);
    }

    /** A run that is denied, and that another text would let in. */
    Optional<GitHubClaims> written(String text) {
        return text.equals(text())
                ? Optional.empty()
                : exposure(operator(), TextNode.valueOf(text)).example().filter(grant::isDenied);
    }

    /** Whether it is proved that this value lets nobody in. */
    boolean isDead() {
        return exposure(operator(), value).isNone();
    }

    /** Whether this value may be a {@code sub} that a customised template writes. */
    boolean isCustomised() {
        return !Exposure.ofCustomisedSubjects(policy(operator(), value)).isNone();
    }

    private Exposure exposure(ConditionOperator operator, JsonNode other) {
        return Exposure.of(policy(operator, other));
    }

    private Judge policy(ConditionOperator operator, JsonNode other) {
        return grant.with(test, condition -> new Condition(operator, condition.key(), List.of(other)));
    }
}

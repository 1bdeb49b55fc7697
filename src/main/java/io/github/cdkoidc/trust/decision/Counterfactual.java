package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.PolicyDialect;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A condition with one input changed, to test whether that input caused the result. */
record Counterfactual(Condition condition, @Nullable String presented, TokenRequest run, PolicyDialect language) {

    static Counterfactual of(ConditionEvaluator test, TokenRequest run) {
        return new Counterfactual(test.condition(), run.claim(test.key()), run, test.language());
    }

    ConditionKey key() {
        return new ConditionKey(condition.key(), language);
    }

    String operator() {
        return condition.operator().iamName();
    }

    /** Whether the condition would hold. */
    Ternary result() {
        return new ConditionEvaluator(condition, language).test(presented, run);
    }

    /** The same with something else presented. */
    Counterfactual presenting(String other) {
        return new Counterfactual(condition, other, run, language);
    }

    /** The same with another comparison. */
    Counterfactual comparing(OperatorKind comparison) {
        return new Counterfactual(
                new Condition(condition.operator().with(comparison), condition.key(), condition.values()),
                presented,
                run,
                language);
    }

    /** The same with changed texts among its values; nothing if none changes. */
    Optional<Counterfactual> wanting(UnaryOperator<String> change) {
        Condition changed =
                condition.map(value -> value.isTextual() ? TextNode.valueOf(change.apply(value.asText())) : value);
        return changed.equals(condition)
                ? Optional.empty()
                : Optional.of(new Counterfactual(changed, presented, run, language));
    }

    /** The first value that is a text. */
    Optional<String> firstText() {
        return condition.values().stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }
}

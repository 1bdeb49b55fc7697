package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.PolicyDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A condition of a statement with one input changed, to test whether that input caused the result. */
record Counterfactual(
        StatementEvaluator statement,
        Condition condition,
        @Nullable String presented,
        TokenRequest run,
        PolicyDialect language) {

    static Counterfactual of(StatementEvaluator statement, ConditionEvaluator test, TokenRequest run) {
        return new Counterfactual(statement, test.condition(), run.claim(test.key()), run, test.language());
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

    private Counterfactual with(Condition other) {
        return new Counterfactual(statement, other, presented, run, language);
    }

    /** The same with something else presented. */
    Counterfactual presenting(String other) {
        return new Counterfactual(statement, condition, other, run, language);
    }

    /** The same with another comparison. */
    Counterfactual comparing(OperatorKind comparison) {
        return with(new Condition(condition.operator().with(comparison), condition.key(), condition.values()));
    }

    /** The same with changed texts among its values; nothing if none changes. */
    Optional<Counterfactual> wanting(UnaryOperator<String> change) {
        Condition changed =
                condition.map(value -> value.isTextual() ? TextNode.valueOf(change.apply(value.asText())) : value);
        return changed.equals(condition) ? Optional.empty() : Optional.of(with(changed));
    }

    /** The values that are texts. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : condition.values()) {
            if (value.isTextual()) {
                texts.add(value.asText());
            }
        }
        return texts;
    }

    /** The first value that is a text. */
    Optional<String> firstText() {
        return texts().stream().findFirst();
    }

    /** The value that is most like a text; empty if none is a text. */
    String nearest(String text) {
        String nearest = "";
        int most = -1;
        for (String value : texts()) {
            int common = Likeness.of(value, text);
            if (common > most) {
                most = common;
                nearest = value;
            }
        }
        return nearest;
    }

    /** Whether the statement would do right if a value matched what is presented. */
    private boolean isToMatch() {
        return (statement.statement().effect() == Effect.ALLOW)
                != condition.operator().comparison().isNegated();
    }

    /** The edit after which the condition does right by what is presented, and by nothing else that it does not do right by now. */
    List<PolicyEdit> including() {
        return presented == null
                ? List.of()
                : including(presented, condition.operator().comparison());
    }

    private List<PolicyEdit> including(String text, OperatorKind comparison) {
        if (!comparison.iamName().startsWith("String")) {
            return List.of();
        }
        List<JsonNode> values = new ArrayList<>(condition.values());
        if (isToMatch()) {
            values.add(TextNode.valueOf(literal(text)));
        } else {
            values.removeIf(value -> matches(value));
        }
        return values.isEmpty() ? List.of() : replacing(values);
    }

    private boolean matches(JsonNode value) {
        Condition alone = new Condition(condition.operator(), condition.key(), List.of(value));
        Ternary holds = with(alone).result();
        return holds != Ternary.of(condition.operator().comparison().isNegated());
    }

    /** The edit that writes other values. */
    List<PolicyEdit> replacing(List<JsonNode> values) {
        List<JsonNode> distinct = values.stream().distinct().toList();
        return distinct.equals(condition.values())
                ? List.of()
                : List.of(replacing(new Condition(condition.operator(), condition.key(), distinct)));
    }

    /** The edit that writes another condition. */
    PolicyEdit replacing(Condition other) {
        return new PolicyEdit.ReplaceCondition(statement.number(), condition, other);
    }

    /** The edit that writes what is presented in place of the value that is most like it. */
    List<PolicyEdit> replacingNearest() {
        if (presented == null || !isToMatch()) {
            return including();
        }
        JsonNode nearest = TextNode.valueOf(nearest(presented));
        List<JsonNode> values = new ArrayList<>(condition.values());
        values.replaceAll(value -> value.equals(nearest) ? TextNode.valueOf(literal(presented)) : value);
        return replacing(values);
    }

    /** A text as a value that matches nothing else. */
    String literal(String text) {
        if (!language.hasVariables()) {
            return text;
        }
        String escaped = text.replace("${", "${$}{");
        OperatorKind comparison = condition.operator().comparison();
        return comparison == OperatorKind.STRING_LIKE || comparison == OperatorKind.STRING_NOT_LIKE
                ? escaped.replace("*", "${*}").replace("?", "${?}")
                : escaped;
    }

    /** The key of another claim under the same issuer. */
    String keyOf(String claim) {
        return condition.key().substring(0, condition.key().lastIndexOf(':') + 1) + claim;
    }

    /** Whether the statement has a condition of this operator on this key already. */
    boolean holds(Condition other) {
        return statement.statement().conditions().stream()
                .anyMatch(one ->
                        one.operator().equals(other.operator()) && one.key().equalsIgnoreCase(other.key()));
    }
}

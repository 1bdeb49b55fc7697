package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edits that trust what a run presents with a wildcard for one part of it. */
final class SubjectPattern {

    private SubjectPattern() {}

    /** The wildcard stands for the characters from {@code start} to {@code end} of what is presented. */
    static List<PolicyEdit> edits(Counterfactual counterfactual, int start, int end) {
        String sub = String.valueOf(counterfactual.presented());
        OperatorKind comparison = counterfactual.condition().operator().comparison();
        Counterfactual like = counterfactual.comparing(OperatorKind.STRING_LIKE);
        TextNode pattern =
                TextNode.valueOf(like.literal(sub.substring(0, start)) + "*" + like.literal(sub.substring(end)));
        if (comparison == OperatorKind.STRING_LIKE) {
            List<JsonNode> values = new ArrayList<>(counterfactual.condition().values());
            values.add(pattern);
            return counterfactual.replacing(values);
        }
        if (comparison.isNegated()) {
            return counterfactual.including();
        }
        Condition tested = new Condition(
                ConditionOperator.STRING_LIKE, counterfactual.condition().key(), List.of(pattern));
        return counterfactual.holds(tested)
                ? counterfactual.including()
                : List.of(new PolicyEdit.AddStatement(ofItsOwn(counterfactual, tested)));
    }

    private static Statement ofItsOwn(Counterfactual counterfactual, Condition tested) {
        Statement statement = counterfactual.statement().statement();
        List<Condition> conditions = new ArrayList<>(statement.conditions());
        conditions.replaceAll(condition -> condition.equals(counterfactual.condition()) ? tested : condition);
        return new Statement(
                Optional.empty(), statement.effect(), statement.principals(), statement.actions(), conditions);
    }
}

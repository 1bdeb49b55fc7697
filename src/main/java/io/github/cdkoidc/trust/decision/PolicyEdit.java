package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Principals;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One change of a policy that a remedy asks for. It is not a sentence: whoever prints one can apply it, and have the result evaluated.
 * Statements are counted from 1.
 */
sealed interface PolicyEdit {

    /** The document with this change. */
    PolicyDocument apply(PolicyDocument document);

    /** What to write, as the policy has it. */
    String json();

    /** A condition in place of another; one with more values, as a rule. */
    record ReplaceCondition(int statement, Condition before, Condition after) implements PolicyEdit {
        @Override
        public PolicyDocument apply(PolicyDocument document) {
            return PolicyEdit.conditions(document, statement, all -> {
                List<Condition> changed = new ArrayList<>(all);
                changed.replaceAll(one -> one.equals(before) ? after : one);
                return changed;
            });
        }

        @Override
        public String json() {
            return before.operator().equals(after.operator())
                    ? written(after)
                    : quoted(after.operator().iamName()) + ": {" + written(after) + "}";
        }
    }

    /** One more condition. */
    record AddCondition(int statement, Condition condition) implements PolicyEdit {
        @Override
        public PolicyDocument apply(PolicyDocument document) {
            return PolicyEdit.conditions(document, statement, all -> {
                List<Condition> changed = new ArrayList<>(all);
                changed.add(condition);
                return changed;
            });
        }

        @Override
        public String json() {
            return quoted(condition.operator().iamName()) + ": {" + written(condition) + "}";
        }
    }

    /** One condition less. */
    record DeleteCondition(int statement, Condition condition) implements PolicyEdit {
        @Override
        public PolicyDocument apply(PolicyDocument document) {
            return PolicyEdit.conditions(document, statement, all -> {
                List<Condition> changed = new ArrayList<>(all);
                changed.remove(condition);
                return changed;
            });
        }

        @Override
        public String json() {
            return "without the line " + written(condition);
        }
    }

    /** Other actions. */
    record ReplaceActions(int statement, Actions actions) implements PolicyEdit {
        @Override
        public PolicyDocument apply(PolicyDocument document) {
            return PolicyEdit.edited(
                    document,
                    statement,
                    one -> new Statement(one.sid(), one.effect(), one.principals(), actions, one.conditions()));
        }

        @Override
        public String json() {
            return quoted(actions.element()) + ": " + PolicyEdit.written(actions.values());
        }
    }

    /** Other principals. */
    record ReplacePrincipals(int statement, Principals principals) implements PolicyEdit {
        @Override
        public PolicyDocument apply(PolicyDocument document) {
            return PolicyEdit.edited(
                    document,
                    statement,
                    one -> new Statement(one.sid(), one.effect(), principals, one.actions(), one.conditions()));
        }

        @Override
        public String json() {
            return quoted(principals.element()) + ": " + principals.toJson();
        }
    }

    /** One more statement, at the end. */
    record AddStatement(Statement statement) implements PolicyEdit {
        @Override
        public PolicyDocument apply(PolicyDocument document) {
            List<Statement> all = new ArrayList<>(document.statements());
            all.add(statement);
            return document.withStatements(all);
        }

        @Override
        public String json() {
            return statement.toJson().toString();
        }
    }

    /** All of them, one after the other. */
    static PolicyDocument all(List<PolicyEdit> edits, PolicyDocument document) {
        PolicyDocument changed = document;
        for (PolicyEdit edit : edits) {
            changed = edit.apply(changed);
        }
        return changed;
    }

    private static PolicyDocument edited(PolicyDocument document, int number, UnaryOperator<Statement> change) {
        List<Statement> all = new ArrayList<>(document.statements());
        all.set(number - 1, change.apply(all.get(number - 1)));
        return document.withStatements(all);
    }

    private static PolicyDocument conditions(
            PolicyDocument document, int number, UnaryOperator<List<Condition>> change) {
        return edited(
                document,
                number,
                one -> new Statement(
                        one.sid(), one.effect(), one.principals(), one.actions(), change.apply(one.conditions())));
    }

    private static String written(Condition condition) {
        return quoted(condition.key()) + ": " + written(condition.values());
    }

    private static String written(List<JsonNode> values) {
        String texts = String.join(", ", values.stream().map(JsonNode::toString).toList());
        return values.size() == 1 ? texts : "[" + texts + "]";
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}

package io.github.cdkoidc.trust.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes a policy apart where one of several things is enough: an Allow statement, or a value of a condition. What the policy admits is
 * what its parts admit together, and the automaton of a part is smaller.
 */
final class Alternatives {

    private Alternatives() {}

    /** The parts, each with all that denies; the policy alone if it cannot be taken apart. */
    static List<PolicyDocument> of(PolicyDocument policy) {
        List<Statement> allows = ofEffect(policy, Effect.ALLOW);
        if (allows.size() != 1) {
            return allows.stream().map(allow -> only(policy, allow)).toList();
        }
        Statement allow = allows.get(0);
        Optional<Condition> widest = allow.conditions().stream()
                .filter(condition -> !condition.operator().comparison().isNegated())
                .max(Comparator.comparingInt(condition -> condition.values().size()));
        if (widest.isEmpty() || widest.get().values().size() == 1) {
            return List.of(policy);
        }
        return widest.get().values().stream()
                .map(value -> only(policy, with(allow, widest.get(), value)))
                .toList();
    }

    private static List<Statement> ofEffect(PolicyDocument policy, Effect effect) {
        return policy.statements().stream()
                .filter(statement -> statement.effect() == effect)
                .toList();
    }

    private static PolicyDocument only(PolicyDocument policy, Statement allow) {
        List<Statement> statements = new ArrayList<>(List.of(allow));
        statements.addAll(ofEffect(policy, Effect.DENY));
        return policy.withStatements(statements);
    }

    private static Statement with(Statement allow, Condition widest, JsonNode value) {
        List<Condition> conditions = allow.conditions().stream()
                .map(condition -> condition.equals(widest)
                        ? new Condition(condition.operator(), condition.key(), List.of(value))
                        : condition)
                .toList();
        return new Statement(allow.sid(), allow.effect(), allow.principals(), allow.actions(), conditions);
    }
}

package io.github.cdkoidc.internal.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDialect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** Decides many runs by one statement. */
public final class StatementEvaluator {

    private static final PolicyDialect NO_VARIABLES = new PolicyDialect(false, true);

    private final Statement statement;
    private final int number;
    private final Ternary action;
    private final PrincipalMatcher principals;
    private final Ternary unknown;
    private final List<ConditionEvaluator> conditions;

    /** Reads a statement, the {@code number}th of a policy, from 1. */
    StatementEvaluator(Statement statement, int number, PolicyDocument policy, Assumption assumption) {
        this.statement = statement;
        this.number = number;
        this.unknown = assumption.of(statement.effect());
        this.action = action(statement.actions(), Actions.ASSUME_ROLE_WITH_WEB_IDENTITY)
                .ifUnknown(unknown);
        this.principals = new PrincipalMatcher(statement.principals(), policy.providers());
        PolicyDialect language = new PolicyDialect(
                policy.version().equals(PolicyDocument.VERSION),
                principals.isCommercial(),
                assumption.deployed(policy));
        this.conditions = statement.conditions().stream()
                .map(condition -> new ConditionEvaluator(condition, language, unknown, assumption.fixed()))
                .toList();
    }

    /** Whether the actions contain one, in any case. */
    private static Ternary action(Actions actions, String name) {
        Ternary named = Ternary.FALSE;
        for (JsonNode value : actions.values()) {
            ValueMatcher pattern = new ValueMatcher(value, ValueMatcher.Mode.PATTERN_IN_ANY_CASE, NO_VARIABLES, "");
            named = named.or(pattern.matches(name, TokenRequest.UNKNOWN));
        }
        return actions.negated() ? named.not() : named;
    }

    public Statement statement() {
        return statement;
    }

    /** Whether its actions contain {@code sts:AssumeRoleWithWebIdentity}. */
    public Ternary action() {
        return action;
    }

    /** Whether its actions contain another, such as {@code sts:AssumeRole}. */
    public Ternary action(String name) {
        return action(statement.actions(), name);
    }

    public int number() {
        return number;
    }

    public PrincipalMatcher principals() {
        return principals;
    }

    public List<ConditionEvaluator> conditions() {
        return conditions;
    }

    /** Whether the principal matches. Keys of the run's issuer tell what the provider is that only the deployment knows. */
    private Ternary principal(TokenRequest run) {
        Ternary principal = principals.test(run);
        boolean told = principal == Ternary.UNKNOWN
                && unknown != Ternary.UNKNOWN
                && conditions.stream().anyMatch(condition -> condition.key().isOf(run.issuer()));
        return told ? Ternary.TRUE : principal.ifUnknown(unknown);
    }

    /** The outcome for a run. Conditions are tested only if action and principal can match. */
    public Outcome outcome(TokenRequest run) {
        Ternary principal = principal(run);
        Ternary applies = action.and(principal);
        if (applies == Ternary.FALSE) {
            return new Outcome(this, action, principal, List.of(), applies);
        }
        List<Ternary> met = new ArrayList<>(conditions.size());
        for (ConditionEvaluator condition : conditions) {
            Ternary holds = condition.test(run);
            met.add(holds);
            applies = applies.and(holds);
        }
        return new Outcome(this, action, principal, met, applies);
    }

    /**
     * The outcome of one statement for one run.
     *
     * @param test the statement
     * @param action whether its actions match
     * @param principal whether its principal matches the run's issuer
     * @param conditions whether each of its conditions holds; empty if action or principal do not match
     * @param applies whether all of them hold
     */
    public record Outcome(
            StatementEvaluator test, Ternary action, Ternary principal, List<Ternary> conditions, Ternary applies) {

        public Effect effect() {
            return test.statement.effect();
        }
    }
}

package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A statement, ready to be asked of many runs. */
final class StatementJudge {

    private static final Language NO_VARIABLES = new Language(false, true);

    private final Statement statement;
    private final int number;
    private final Truth action;
    private final PrincipalJudge principals;
    private final Language language;
    private final List<ConditionJudge> conditions;

    /**
     * Makes a statement ready.
     *
     * @param statement the statement
     * @param number its place in the policy, from 1
     * @param policy the policy
     */
    StatementJudge(Statement statement, int number, PolicyDocument policy) {
        this.statement = statement;
        this.number = number;
        this.action = action(statement.actions());
        this.principals = new PrincipalJudge(statement.principals(), policy.providers());
        this.language = new Language(policy.version().equals(PolicyDocument.VERSION), principals.isCommercial());
        this.conditions = statement.conditions().stream()
                .map(condition -> new ConditionJudge(condition, language))
                .toList();
    }

    /** Whether a statement is about {@code sts:AssumeRoleWithWebIdentity}. The case of an action does not matter. */
    private static Truth action(Actions actions) {
        Truth named = Truth.FALSE;
        for (JsonNode value : actions.values()) {
            ValueMatcher pattern = new ValueMatcher(value, ValueMatcher.Mode.PATTERN_IN_ANY_CASE, NO_VARIABLES);
            named = named.or(pattern.matches(Actions.ASSUME_ROLE_WITH_WEB_IDENTITY, Run.UNKNOWN));
        }
        return actions.negated() ? named.not() : named;
    }

    Statement statement() {
        return statement;
    }

    /** Whether it is about web identities. */
    Truth action() {
        return action;
    }

    int number() {
        return number;
    }

    PrincipalJudge principals() {
        return principals;
    }

    List<ConditionJudge> conditions() {
        return conditions;
    }

    /** What becomes of a run here. Conditions are asked only where the statement may be about the run at all. */
    Outcome outcome(Run run) {
        Truth principal = principals.test(run);
        Truth applies = action.and(principal);
        if (applies == Truth.FALSE) {
            return new Outcome(this, action, principal, List.of(), applies);
        }
        List<Truth> met = new ArrayList<>(conditions.size());
        for (ConditionJudge condition : conditions) {
            Truth holds = condition.test(run);
            met.add(holds);
            applies = applies.and(holds);
        }
        return new Outcome(this, action, principal, met, applies);
    }

    /**
     * What one statement makes of one run.
     *
     * @param test the statement
     * @param action whether it is about the action
     * @param principal whether it is about the run's issuer
     * @param conditions whether each of its conditions holds; none if it is about something else
     * @param applies all of them together
     */
    record Outcome(StatementJudge test, Truth action, Truth principal, List<Truth> conditions, Truth applies) {

        Effect effect() {
            return test.statement.effect();
        }
    }
}

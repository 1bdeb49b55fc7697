package io.github.cdkoidc.internal.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.OneOrMany;
import io.github.cdkoidc.policy.PolicyReader;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.policy.ValuePart;
import java.util.ArrayList;
import java.util.List;

/** Says why an answer is undecided. */
public final class UndecidedReason {

    private UndecidedReason() {}

    /** Why it is undecided whether statements apply, each reason once. */
    public static List<String> of(List<StatementEvaluator> statements, TokenRequest run) {
        return statements.stream()
                .map(statement -> statement.outcome(run))
                .filter(outcome -> outcome.applies() == Ternary.UNKNOWN)
                .flatMap(outcome -> of(outcome, run).stream())
                .distinct()
                .toList();
    }

    /** Why it is undecided whether a statement applies. */
    public static List<String> of(StatementEvaluator.Outcome outcome, TokenRequest run) {
        List<String> reasons = new ArrayList<>();
        Statement statement = outcome.test().statement();
        if (outcome.action() == Ternary.UNKNOWN) {
            reasons.add(statement.actions().element() + " "
                    + OneOrMany.of(statement.actions().values()) + " is known only at deployment");
        }
        if (outcome.principal() == Ternary.UNKNOWN) {
            reasons.add(statement.principals().element() + " "
                    + statement.principals().toJson() + " does not tell whether it is the provider of " + run.issuer());
        }
        for (int i = 0; i < outcome.conditions().size(); i++) {
            if (outcome.conditions().get(i) == Ternary.UNKNOWN) {
                reasons.add(of(outcome.test().conditions().get(i), run));
            }
        }
        return reasons;
    }

    /** Why it is undecided whether a condition holds. */
    public static String of(ConditionEvaluator test, TokenRequest run) {
        ConditionKey key = test.key();
        if (!key.isOfToken()) {
            return ofKey(test.condition());
        }
        for (ValueMatcher value : test.values()) {
            ValuePart unresolved = value.unresolved(run);
            if (unresolved != null) {
                return ofVariable(unresolved);
            }
        }
        String claim = run.claim(key);
        if (claim != null && !test.isJudged()) {
            return "operator " + test.condition().operator().iamName() + " is not evaluated here";
        }
        for (ValueMatcher value : test.values()) {
            if (value.isDeployed()) {
                return "value " + value + " of " + key + " is known only at deployment";
            }
        }
        if (claim == null || key.isSure(claim, run.issuer())) {
            return "claim " + key.claim() + " is neither true nor false";
        }
        return claim.isEmpty()
                ? "claim " + key.claim() + " is empty, and AWS does not document whether that is a key"
                : "key " + key + " is documented for github.com in partition aws alone";
    }

    private static String ofKey(Condition condition) {
        String operator = condition.operator().iamName();
        if (PolicyReader.isFunction(condition.key())) {
            JsonNode value = condition.values().get(0);
            return "what " + operator + " tests, {\"" + condition.key() + "\":" + value
                    + "}, is known only at deployment";
        }
        return CdkToken.isIn(condition.key())
                ? "key " + condition.key() + " is known only at deployment"
                : "key " + condition.key() + " is not a claim of a token, so its value is not known here";
    }

    private static String ofVariable(ValuePart piece) {
        return piece instanceof ValuePart.Variable variable
                ? "policy variable " + variable.written() + " has no value that is known here"
                : "\"" + ((ValuePart.Unreadable) piece).written()
                        + "\" starts like a policy variable, but cannot be "
                        + "read: a literal ${ is written as ${$}{";
    }
}

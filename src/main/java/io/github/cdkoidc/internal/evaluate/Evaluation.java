package io.github.cdkoidc.internal.evaluate;

import io.github.cdkoidc.internal.automata.Ternary;
import java.util.List;

/**
 * The answer of a policy for one token.
 *
 * @param run the token
 * @param outcomes the outcome of each statement, in their order
 * @param allowed whether the policy admits the token
 */
public record Evaluation(TokenRequest run, List<StatementEvaluator.Outcome> outcomes, Ternary allowed) {

    public boolean isAllowed() {
        return allowed == Ternary.TRUE;
    }

    public boolean isDenied() {
        return allowed == Ternary.FALSE;
    }
}

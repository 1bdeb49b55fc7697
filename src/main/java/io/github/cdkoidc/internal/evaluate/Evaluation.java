package io.github.cdkoidc.internal.evaluate;

import io.github.cdkoidc.internal.automata.Ternary;
import java.util.List;

/**
 * What a policy makes of one token.
 *
 * @param run the token
 * @param outcomes what each statement makes of it, in their order
 * @param allowed whether the policy admits it
 */
public record Evaluation(TokenRequest run, List<StatementEvaluator.Outcome> outcomes, Ternary allowed) {

    public boolean isAllowed() {
        return allowed == Ternary.TRUE;
    }

    public boolean isDenied() {
        return allowed == Ternary.FALSE;
    }
}

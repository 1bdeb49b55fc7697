package io.github.cdkoidc.trust;

import java.util.List;

/**
 * What a policy makes of one token.
 *
 * @param run the token
 * @param outcomes what each statement makes of it, in their order
 * @param allowed whether the policy admits it
 */
record Evaluation(Run run, List<StatementJudge.Outcome> outcomes, Truth allowed) {

    boolean isAllowed() {
        return allowed == Truth.TRUE;
    }

    boolean isDenied() {
        return allowed == Truth.FALSE;
    }
}

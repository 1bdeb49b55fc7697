package io.github.cdkoidc.trust;

import java.util.List;

/** Puts an answer into words. */
final class Explanation {

    private final Run run;
    private final List<StatementTest.Outcome> outcomes;
    private final Truth allowed;

    Explanation(Run run, List<StatementTest.Outcome> outcomes, Truth allowed) {
        this.run = run;
        this.outcomes = outcomes;
        this.allowed = allowed;
    }

    String text() {
        return allowed + " " + run + outcomes;
    }
}

package io.github.cdkoidc.trust;

import java.util.List;

/**
 * Whether a run gets in, and why. There are three answers: a policy can test what no token tells, and a template holds values that
 * only the deployment knows. Where that could change the answer, the answer is that it is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     IAM: how requests are allowed or denied</a>
 */
public final class Decision {

    private final Run run;
    private final List<StatementJudge.Outcome> outcomes;
    private final Truth allowed;

    Decision(Run run, List<StatementJudge.Outcome> outcomes, Truth allowed) {
        this.run = run;
        this.outcomes = outcomes;
        this.allowed = allowed;
    }

    /**
     * Whether the run gets in.
     *
     * @return true if it surely does
     */
    public boolean isAllowed() {
        return allowed == Truth.TRUE;
    }

    /**
     * Whether the run is kept out.
     *
     * @return true if it surely is
     */
    public boolean isDenied() {
        return allowed == Truth.FALSE;
    }

    /**
     * Whether the answer depends on what is not known here.
     *
     * @return true if the run is neither surely let in nor surely kept out
     */
    public boolean isUndecided() {
        return allowed == Truth.UNKNOWN;
    }

    /**
     * Why: the statement that decides; for a denial, what failed in each statement, what it wanted and what the run presented, the
     * likely cause and its remedy; otherwise what is not known.
     *
     * @return lines of text
     */
    public String explain() {
        return Explanation.of(run, outcomes, allowed);
    }

    /**
     * The likely causes of a denial.
     *
     * @return the causes; none if the run is not denied, or no cause is known
     */
    public List<Reason> reasons() {
        return isDenied() ? Reason.of(outcomes, run) : List.of();
    }

    /** The answer in one word. */
    @Override
    public String toString() {
        return isUndecided() ? "undecided" : isAllowed() ? "allowed" : "denied";
    }
}

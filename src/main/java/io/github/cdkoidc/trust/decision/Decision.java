package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.Evaluation;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a run assumes the role, and why. There are three answers: a policy can test what no token tells, and a template holds values that
 * only the deployment knows. Where that could change the answer, the answer is that it is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     IAM: how requests are allowed or denied</a>
 */
public final class Decision {

    /** The answers. */
    public enum Answer {
        /** The run surely assumes the role. */
        ALLOWED,
        /** The run surely cannot assume the role. */
        DENIED,
        /** It depends on what is not known. */
        UNDECIDED;

        /** The answer in one word. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PolicyDocument document;
    private final Evaluation evaluation;

    private Decision(PolicyDocument document, Evaluation evaluation) {
        this.document = document;
        this.evaluation = evaluation;
    }

    /**
     * {@return the answer to an evaluation}
     *
     * @param document the policy
     * @param evaluation what the policy made of the run
     */
    public static Decision of(PolicyDocument document, Evaluation evaluation) {
        return new Decision(document, evaluation);
    }

    /** {@return the answer, one of the three} */
    public Answer answer() {
        return isAllowed() ? Answer.ALLOWED : isDenied() ? Answer.DENIED : Answer.UNDECIDED;
    }

    /** {@return whether the run surely assumes the role} */
    public boolean isAllowed() {
        return evaluation.isAllowed();
    }

    /** {@return whether the run is surely denied} */
    public boolean isDenied() {
        return evaluation.isDenied();
    }

    /**
     * {@return whether the answer depends on what is not known here: the run is neither surely admitted nor surely denied}
     */
    public boolean isUndecided() {
        return evaluation.allowed() == Ternary.UNKNOWN;
    }

    /**
     * {@return why, as lines of text} It is the statement that decides; for a denial, what failed in each statement, what it wanted and
     * what the run presented, the likely cause and its remedy; otherwise what is not known.
     */
    public String explain() {
        return Explanation.of(document, evaluation);
    }

    /** {@return the likely causes of a denial; none if the run is not denied, or no cause is known} */
    public List<Reason> reasons() {
        return isDenied() ? Reason.of(denial()) : List.of();
    }

    /** {@return whether a Deny applies, so the run is denied whatever is allowed} */
    public boolean isDeniedByStatement() {
        return evaluation.outcomes().stream()
                .anyMatch(outcome -> outcome.effect() == Effect.DENY && outcome.applies() == Ternary.TRUE);
    }

    /**
     * {@return the policy as {@link #explain} says to write it, which does not deny the run} Nothing, if the run is not denied, or if
     * something else than the policy has to change.
     */
    public Optional<PolicyDocument> amended() {
        if (!isDenied() || denial().edits().isEmpty()) {
            return Optional.empty();
        }
        PolicyDocument amended = PolicyEdit.all(denial().edits(), document);
        return Optional.of(amended)
                .filter(all -> !new PolicyEvaluator(all)
                        .evaluate(evaluation.run().claims())
                        .isDenied());
    }

    /** Why the run is denied, and what to change. */
    Denial denial() {
        return Denial.of(document, evaluation);
    }

    /** The answer in one word. */
    @Override
    public String toString() {
        return answer().toString();
    }
}

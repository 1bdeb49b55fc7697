package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.internal.automata.Ternary;
import java.util.ArrayList;
import java.util.List;

/**
 * Why one part of a statement does wrong by a run, and what to do about it.
 *
 * @param cause what happened
 * @param remedy what to do, as a sentence; empty if another remedy stands for it
 * @param edits what to change in the policy; none if something else has to change
 */
record DenialReason(String cause, String remedy, List<PolicyEdit> edits) {

    DenialReason {
        edits = List.copyOf(edits);
    }

    /** The same without a remedy. */
    DenialReason causeAlone() {
        return new DenialReason(cause, "", List.of());
    }

    /** What is wrong with one condition. Where several causes are, the last has the remedy for all of them. */
    static List<DenialReason> of(Counterfactual counterfactual, Ternary result) {
        List<Cause> causes = Cause.of(counterfactual, result);
        if (causes.size() == 1 || result == Ternary.TRUE) {
            return causes.stream()
                    .map(cause -> new DenialReason(
                            cause.what(counterfactual), cause.remedy(counterfactual), cause.edits(counterfactual)))
                    .limit(1)
                    .toList();
        }
        List<DenialReason> diagnoses = new ArrayList<>();
        causes.forEach(cause -> diagnoses.add(new DenialReason(cause.what(counterfactual), "", List.of())));
        boolean mistakes = causes.stream().allMatch(Cause::isMistake);
        int last = diagnoses.size() - 1;
        diagnoses.set(
                last,
                new DenialReason(
                        diagnoses.get(last).cause(),
                        (mistakes ? "write \"" : "trust \"")
                                + counterfactual.presented()
                                + (mistakes ? "\"" : "\" as well"),
                        mistakes ? counterfactual.replacingNearest() : counterfactual.including()));
        return diagnoses;
    }
}

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
record Diagnosis(String cause, String remedy, List<PolicyEdit> edits) {

    Diagnosis {
        edits = List.copyOf(edits);
    }

    /** The same without a remedy. */
    Diagnosis causeAlone() {
        return new Diagnosis(cause, "", List.of());
    }

    /** What is wrong with one condition. Where several causes are, the last has the remedy for all of them. */
    static List<Diagnosis> of(Counterfactual counterfactual, Ternary result) {
        List<Cause> causes = Cause.of(counterfactual, result);
        if (causes.size() == 1 || result == Ternary.TRUE) {
            return causes.stream()
                    .map(cause -> new Diagnosis(
                            cause.what(counterfactual), cause.remedy(counterfactual), cause.edits(counterfactual)))
                    .limit(1)
                    .toList();
        }
        List<Diagnosis> diagnoses = new ArrayList<>();
        causes.forEach(cause -> diagnoses.add(new Diagnosis(cause.what(counterfactual), "", List.of())));
        boolean mistakes = causes.stream().allMatch(Cause::isMistake);
        int last = diagnoses.size() - 1;
        diagnoses.set(
                last,
                new Diagnosis(
                        diagnoses.get(last).cause(),
                        (mistakes ? "write \"" : "trust \"")
                                + counterfactual.presented()
                                + (mistakes ? "\"" : "\" as well"),
                        mistakes ? counterfactual.replacingNearest() : counterfactual.including()));
        return diagnoses;
    }
}

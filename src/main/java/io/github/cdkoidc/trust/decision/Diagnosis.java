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

    /** What is wrong with one condition. Where several are, the last has the edits for all of them. */
    static List<Diagnosis> of(Counterfactual counterfactual, Ternary result) {
        List<Cause> causes = Cause.of(counterfactual, result);
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (Cause cause : causes) {
            List<PolicyEdit> edits = causes.size() == 1 ? cause.edits(counterfactual) : List.of();
            diagnoses.add(new Diagnosis(cause.what(counterfactual), cause.remedy(counterfactual), edits));
        }
        if (causes.size() > 1) {
            Diagnosis last = diagnoses.get(diagnoses.size() - 1);
            diagnoses.set(
                    diagnoses.size() - 1, new Diagnosis(last.cause(), last.remedy(), together(causes, counterfactual)));
        }
        return diagnoses;
    }

    private static List<PolicyEdit> together(List<Cause> causes, Counterfactual counterfactual) {
        for (Cause cause : causes) {
            if (!cause.isMistake()) {
                return cause instanceof ConditionCause
                                && cause.edits(counterfactual).isEmpty()
                        ? List.of()
                        : counterfactual.including();
            }
        }
        return counterfactual.replacingNearest();
    }
}

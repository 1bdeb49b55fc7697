package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.internal.automata.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A likely reason why a condition holds or fails against its intent. It is named only if the evaluator confirms that without it the
 * result would be the opposite.
 */
interface Cause {

    /** The same question without this cause, if the cause can be there. */
    Optional<Counterfactual> without(Counterfactual counterfactual);

    /** What happened. */
    String what(Counterfactual counterfactual);

    /** What to do about it. */
    String remedy(Counterfactual counterfactual);

    /** The causes of a result: each that changes it alone, or else the first two that change it together. */
    static List<Cause> of(Counterfactual counterfactual, Ternary result) {
        List<Cause> all = new ArrayList<>(List.of(SubjectCause.values()));
        all.addAll(List.of(ConditionCause.values()));
        List<Cause> alone = new ArrayList<>();
        for (Cause cause : all) {
            if (turns(cause.without(counterfactual), result)) {
                alone.add(cause);
            }
        }
        return alone.isEmpty() ? pair(all, counterfactual, result) : alone;
    }

    private static boolean turns(Optional<Counterfactual> changed, Ternary result) {
        return changed.isPresent() && changed.get().result() == result.not();
    }

    private static List<Cause> pair(List<Cause> all, Counterfactual counterfactual, Ternary result) {
        List<Cause> possible = new ArrayList<>();
        for (Cause second : all) {
            Optional<Counterfactual> once = second.without(counterfactual);
            if (once.isPresent()) {
                for (Cause first : possible) {
                    if (turns(first.without(once.get()), result)) {
                        return List.of(first, second);
                    }
                }
                possible.add(second);
            }
        }
        return List.of();
    }
}

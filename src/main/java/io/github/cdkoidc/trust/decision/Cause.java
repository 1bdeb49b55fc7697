package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.internal.automata.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a condition turned out otherwise than it was surely meant. A cause is only named if the evaluator says that without it the
 * condition would have turned out the other way.
 */
interface Cause {

    /** The same trial without this cause, if the cause can be there. */
    Optional<Counterfactual> without(Counterfactual trial);

    /** What happened. */
    String what(Counterfactual trial);

    /** What to do about it. */
    String remedy(Counterfactual trial);

    /**
     * The causes of a result: each that changes it alone, or else the first two that change it together.
     *
     * @param trial what was asked
     * @param result what came of it
     */
    static List<Cause> of(Counterfactual trial, Ternary result) {
        List<Cause> all = Stream.<Cause>concat(Stream.of(SubjectCause.values()), Stream.of(ConditionCause.values()))
                .toList();
        List<Cause> alone = all.stream()
                .filter(cause -> turns(cause.without(trial), result))
                .toList();
        return alone.isEmpty() ? pair(all, trial, result) : alone;
    }

    private static boolean turns(Optional<Counterfactual> changed, Ternary result) {
        return changed.map(Counterfactual::result).filter(result.not()::equals).isPresent();
    }

    private static List<Cause> pair(List<Cause> all, Counterfactual trial, Ternary result) {
        List<Cause> possible = new ArrayList<>();
        for (Cause second : all) {
            Optional<Counterfactual> once = second.without(trial);
            for (Cause first : possible) {
                if (turns(once.flatMap(first::without), result)) {
                    return List.of(first, second);
                }
            }
            if (once.isPresent()) {
                possible.add(second);
            }
        }
        return List.of();
    }
}

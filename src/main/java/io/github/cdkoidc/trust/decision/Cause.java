package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.internal.automata.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<Cause> all = Stream.<Cause>concat(Stream.of(SubjectCause.values()), Stream.of(ConditionCause.values()))
                .toList();
        List<Cause> alone = all.stream()
                .filter(cause -> turns(cause.without(counterfactual), result))
                .toList();
        return alone.isEmpty() ? pair(all, counterfactual, result) : alone;
    }

    private static boolean turns(Optional<Counterfactual> changed, Ternary result) {
        return changed.map(Counterfactual::result).filter(result.not()::equals).isPresent();
    }

    private static List<Cause> pair(List<Cause> all, Counterfactual counterfactual, Ternary result) {
        List<Cause> possible = new ArrayList<>();
        for (Cause second : all) {
            Optional<Counterfactual> once = second.without(counterfactual);
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

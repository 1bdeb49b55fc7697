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

    /** The edits of the policy that do it; none if the workflow or the repository has to change. */
    default List<PolicyEdit> edits(Counterfactual counterfactual) {
        return counterfactual.including();
    }

    /** Whether the value was never one that GitHub mints, so that nobody misses it. */
    default boolean isMistake() {
        return false;
    }

    /**
     * The causes of a result: each that changes it alone, or else the first two that change it together, or all the typing mistakes; a
     * difference is named only where no other cause is, and where there is none either, it is that the values are not the same.
     */
    static List<Cause> of(Counterfactual counterfactual, Ternary result) {
        List<Cause> known = Stream.<Cause>concat(
                        Stream.<Cause>concat(Stream.of(SubjectCause.values()), Stream.of(ConditionCause.values())),
                        Stream.of(SubjectMistake.values()))
                .toList();
        List<Cause> differences = List.of(SubjectDifference.values());
        List<Cause> found = named(known, counterfactual, result);
        if (found.isEmpty()) {
            found = alone(differences, counterfactual, result).stream().limit(1).toList();
        }
        if (found.isEmpty()) {
            found = pair(Stream.concat(known.stream(), differences.stream()).toList(), counterfactual, result);
        }
        return found.isEmpty() ? List.of(new ValueDifference()) : found;
    }

    private static List<Cause> named(List<Cause> known, Counterfactual counterfactual, Ternary result) {
        List<Cause> alone = alone(known, counterfactual, result);
        if (alone.isEmpty()) {
            alone = pair(known, counterfactual, result);
        }
        return alone.isEmpty() ? mistakes(counterfactual, result) : alone;
    }

    private static List<Cause> alone(List<Cause> causes, Counterfactual counterfactual, Ternary result) {
        List<Cause> alone = new ArrayList<>();
        for (Cause cause : causes) {
            if (turns(cause.without(counterfactual), result)) {
                if (cause.isMistake()) {
                    return List.of(cause);
                }
                alone.add(cause);
            }
        }
        return alone;
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

    private static List<Cause> mistakes(Counterfactual counterfactual, Ternary result) {
        List<Cause> made = new ArrayList<>();
        Counterfactual changed = counterfactual;
        for (Cause mistake : SubjectMistake.values()) {
            Optional<Counterfactual> without = mistake.without(changed);
            if (without.isPresent()) {
                made.add(mistake);
                changed = without.get();
            }
        }
        for (Cause spelling : List.of(SubjectCause.IMMUTABLE_SPELLING, SubjectCause.CLASSIC_SPELLING)) {
            if (turns(spelling.without(changed), result)) {
                made.add(spelling);
                return made;
            }
        }
        return turns(Optional.of(changed), result) ? made : List.of();
    }
}

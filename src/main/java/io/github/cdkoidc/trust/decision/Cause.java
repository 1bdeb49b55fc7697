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
        List<Cause> known = new ArrayList<>(List.of(SubjectCause.values()));
        known.addAll(List.of(ConditionCause.values()));
        known.addAll(List.of(SubjectMistake.values()));
        List<Cause> differences = List.of(SubjectDifference.values());
        List<Cause> found = named(known, counterfactual, result);
        if (found.isEmpty()) {
            found = first(alone(differences, counterfactual, result));
        }
        if (found.isEmpty()) {
            known.addAll(differences);
            found = pair(known, counterfactual, result);
        }
        return found.isEmpty() ? List.of(new ValueDifference()) : found;
    }

    private static List<Cause> first(List<Cause> causes) {
        return causes.isEmpty() ? causes : List.of(causes.get(0));
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

package io.github.cdkoidc.trust.coverage;

import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.OutgoingEdges;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import io.github.cdkoidc.internal.tokens.ConditionTruthTable;
import io.github.cdkoidc.internal.tokens.ConditionValues;
import org.jspecify.annotations.Nullable;

/** For which encoded tokens of a run a condition holds: it reads a claim from the token, and the values read the claim. */
record RunConditionAutomaton(
        RunEncoding.Reading reading, int slots, Dfa values, ConditionTruthTable outcome, ConditionTruthTable.Key key)
        implements TransitionGraph<RunConditionAutomaton.Place> {

    /** The slot, the next step, the state of the values, whether the claim has any character, and the answer once it is read. */
    record Place(
            int slot,
            int step,
            int value,
            boolean present,
            @Nullable Ternary decided) {}

    @Override
    public Place start() {
        return begin(0, 0, 0, false);
    }

    /** The beginning of a slot. The text before it in the claim is read with it. */
    private Place begin(int slot, int step, int value, boolean present) {
        boolean last = step == reading.steps().size();
        if (!last && reading.steps().get(step).slot() != slot) {
            return new Place(slot, step, value, present, null);
        }
        String text = last ? reading.tail() : reading.steps().get(step).lead();
        int state = values.run(value, text);
        boolean any = present || !text.isEmpty();
        return last
                ? new Place(slot, step, 0, true, outcome.of(key, any, values.truth(state)))
                : new Place(slot, step, state, any, null);
    }

    @Override
    public Ternary truth(Place place) {
        return place.slot() == slots && place.decided() != null ? place.decided() : Ternary.FALSE;
    }

    @Override
    public void edges(Place place, Edges<? super Place> edges) {
        if (place.slot() == slots) {
            return;
        }
        Ternary decided = place.decided();
        boolean read = decided == null && reading.steps().get(place.step()).slot() == place.slot();
        Place next = decided == null
                ? begin(place.slot() + 1, read ? place.step() + 1 : place.step(), place.value(), place.present())
                : new Place(place.slot() + 1, place.step(), 0, true, decided);
        if (next.decided() != Ternary.FALSE) {
            edges.add(TransitionGraph.END, TransitionGraph.END, next);
        }
        if (read) {
            ConditionValues.read(
                    values,
                    new OutgoingEdges<>(values),
                    place.value(),
                    reading.steps().get(place.step()).escaped(),
                    (from, to, state) -> edges.add(from, to, new Place(place.slot(), place.step(), state, true, null)));
        } else {
            edges.add((char) (TransitionGraph.END + 1), Character.MAX_VALUE, place);
        }
    }
}

package io.github.cdkoidc.trust.coverage;

import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import java.util.List;

/** The encoded tokens of one run: a text for each {@link RunEncoding.Slot}, and {@link TransitionGraph#END} after each. */
record RunTokens(List<Dfa> slots) implements TransitionGraph<RunTokens.Place> {

    /** A slot, and the state in its texts. */
    record Place(int slot, int state) {}

    @Override
    public Place start() {
        return new Place(0, 0);
    }

    @Override
    public Ternary truth(Place place) {
        return Ternary.of(place.slot() == slots.size());
    }

    @Override
    public void edges(Place place, Edges<? super Place> edges) {
        if (place.slot() == slots.size()) {
            return;
        }
        Dfa texts = slots.get(place.slot());
        if (texts.truth(place.state()) == Ternary.TRUE) {
            edges.add(TransitionGraph.END, TransitionGraph.END, new Place(place.slot() + 1, 0));
        }
        texts.edges(place.state(), (from, to, target) -> edges.add(from, to, new Place(place.slot(), target)));
    }
}

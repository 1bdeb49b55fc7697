package io.github.cdkoidc.internal.automata;

import java.util.List;

/** Texts one after the other, with one answer. No text of a part may be the beginning of another text of that part. */
public record Concatenation(List<Dfa> parts, Ternary truth) implements TransitionGraph<Concatenation.Place> {

    /** A part, and the state in it. */
    record Place(int part, int state) {}

    @Override
    public Place start() {
        return new Place(0, 0);
    }

    @Override
    public Ternary truth(Place place) {
        return place.part() == parts.size() ? truth : Ternary.FALSE;
    }

    @Override
    public void edges(Place place, Edges<? super Place> edges) {
        if (place.part() == parts.size()) {
            return;
        }
        Dfa part = parts.get(place.part());
        part.edges(place.state(), (from, to, target) -> {
            boolean ends = part.truth(target) == Ternary.TRUE;
            edges.add(from, to, ends ? new Place(place.part() + 1, 0) : new Place(place.part(), target));
        });
    }
}

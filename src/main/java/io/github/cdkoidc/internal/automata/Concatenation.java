package io.github.cdkoidc.internal.automata;

import java.util.List;

/**
 * Texts one behind the other. Where one ends must be plain: no text of a part but the last is the beginning of another of that part.
 *
 * @param parts the parts, none empty
 * @param truth what is known of the texts
 */
public record Concatenation(List<Dfa> parts, Ternary truth) implements TransitionGraph<Concatenation.Place> {

    /**
     * A place in the sequence.
     *
     * @param part the number of the part
     * @param state the state in the part
     */
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

package io.github.cdkoidc.trust;

import java.util.List;

/**
 * The tokens of one run as words: a text for each {@link RunLayout.Slot}, and {@link Machine#END} behind each.
 *
 * @param slots the texts of each slot
 */
record RunWords(List<Dfa> slots) implements Machine<RunWords.Place> {

    /**
     * A place in a word.
     *
     * @param slot the number of the slot
     * @param state the state in the slot's texts
     */
    record Place(int slot, int state) {}

    @Override
    public Place start() {
        return new Place(0, 0);
    }

    @Override
    public Truth truth(Place place) {
        return Truth.of(place.slot() == slots.size());
    }

    @Override
    public void edges(Place place, Edges<? super Place> edges) {
        if (place.slot() == slots.size()) {
            return;
        }
        Dfa texts = slots.get(place.slot());
        if (texts.truth(place.state()) == Truth.TRUE) {
            edges.add(Machine.END, Machine.END, new Place(place.slot() + 1, 0));
        }
        texts.edges(place.state(), (from, to, target) -> edges.add(from, to, new Place(place.slot(), target)));
    }
}

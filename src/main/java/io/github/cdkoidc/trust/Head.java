package io.github.cdkoidc.trust;

/**
 * The beginning of a word.
 *
 * @param text the beginning
 * @param cost what it costs, as {@link Legible} has it
 */
record Head(String text, long cost) {

    Head with(char c) {
        return new Head(text + c, cost + Legible.cost(c));
    }

    Head with(String more) {
        return new Head(
                text + more,
                cost + more.chars().mapToLong(c -> Legible.cost((char) c)).sum());
    }

    /** The one that costs less. */
    Head orBetter(Head other) {
        return other.cost < cost ? other : this;
    }
}

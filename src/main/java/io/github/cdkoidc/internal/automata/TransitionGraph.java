package io.github.cdkoidc.internal.automata;

/**
 * A machine from which an automaton can be built: states, and where each of them leads.
 *
 * @param <S> a state; two that are equal are one
 */
public interface TransitionGraph<S> {

    /** Ends each field of an encoded token. No text holds it. */
    char END = '\0';

    /** Takes the edges of one state. */
    interface Edges<S> {
        /** Adds an edge from a first to a last character. Edges come in the order of their characters and do not overlap. */
        void add(char from, char to, S target);
    }

    S start();

    /** What each edge of a state costs, as a multiple of the cheapest. */
    default int weight(S state) {
        return 1;
    }

    /** Whether the texts that end in a state belong. */
    Ternary truth(S state);

    /** Gives the edges of a state. */
    void edges(S state, Edges<? super S> edges);
}

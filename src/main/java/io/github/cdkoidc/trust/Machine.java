package io.github.cdkoidc.trust;

/**
 * What an automaton can be made of: states that each tell where they lead.
 *
 * @param <S> a state; two that are equal are one
 */
interface Machine<S> {

    /** Ends every part of a word that is made of parts. No text holds it. */
    char END = '\0';

    /**
     * Takes the edges of one state.
     *
     * @param <S> a state
     */
    interface Edges<S> {
        /**
         * Adds an edge. Edges come in the order of their characters, and none overlaps another.
         *
         * @param from its first character
         * @param to its last character
         * @param target where it leads
         */
        void add(char from, char to, S target);
    }

    S start();

    /** What is known of the texts that end in a state. */
    Truth truth(S state);

    /** Tells the edges of a state. */
    void edges(S state, Edges<? super S> edges);
}

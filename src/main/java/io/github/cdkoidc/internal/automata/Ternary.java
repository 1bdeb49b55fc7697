package io.github.cdkoidc.internal.automata;

/**
 * What is known of a statement: that it holds, that it does not, or neither.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Three-valued_logic#Kleene_and_Priest_logics">Kleene's logic</a>
 */
public enum Ternary {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Ternary of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    public Ternary and(Ternary other) {
        return compareTo(other) < 0 ? this : other;
    }

    public Ternary or(Ternary other) {
        return compareTo(other) > 0 ? this : other;
    }

    public Ternary not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }

    /** This if the other agrees, for what is one of two. */
    public Ternary either(Ternary other) {
        return this == other ? this : UNKNOWN;
    }
}

package io.github.cdkoidc.internal.automata;

/**
 * Whether something holds: yes, no, or unknown.
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

    /** This, or the other where this is unknown. */
    public Ternary ifUnknown(Ternary other) {
        return this == UNKNOWN ? other : this;
    }

    /** This if the other is equal, and unknown if not: the answer of one of two, when it is not known which. */
    public Ternary either(Ternary other) {
        return this == other ? this : UNKNOWN;
    }
}

package io.github.cdkoidc.soundness;

/** What is known of an answer; the order is the one that {@link #and} and {@link #or} need. */
enum Certainty {
    FALSE,
    UNKNOWN,
    TRUE;

    static Certainty of(boolean known) {
        return known ? TRUE : FALSE;
    }

    Certainty and(Certainty other) {
        return compareTo(other) < 0 ? this : other;
    }

    Certainty or(Certainty other) {
        return compareTo(other) > 0 ? this : other;
    }

    Certainty not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}

package io.github.cdkoidc.trust;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link ClaimMachine} knows of a word by the part of it that it has read.
 *
 * @param segment where it is; nothing at the end of the word
 * @param marked whether it has read the segment's character, for a segment of one
 * @param key whether AWS makes a key of the claim
 * @param spelling how {@code sub} is written
 * @param context what {@code sub} says of the run
 * @param present whether the token is known to hold the claim
 * @param value the state of the values' automaton
 * @param decided what has become of the condition, if that is known
 */
record ClaimPlace(
        @Nullable Segment segment,
        boolean marked,
        ClaimOutcome.Key key,
        Spelling spelling,
        Context context,
        boolean present,
        int value,
        @Nullable Truth decided) {

    /**
     * Before the first segment is read.
     *
     * @param present whether every token holds the claim
     */
    static ClaimPlace start(boolean present) {
        return new ClaimPlace(
                Segment.ISSUER, false, ClaimOutcome.Key.NONE, Spelling.CLASSIC, Context.REF, present, 0, null);
    }

    ClaimPlace of(ClaimOutcome.Key read) {
        return new ClaimPlace(segment, true, read, spelling, context, present, value, decided);
    }

    ClaimPlace of(Spelling read) {
        return new ClaimPlace(segment, true, key, read, context, present, value, decided);
    }

    ClaimPlace of(Context read) {
        return new ClaimPlace(segment, true, key, spelling, read, present, value, decided);
    }

    /** Behind a character of the claim. */
    ClaimPlace read(int state) {
        return new ClaimPlace(segment, marked, key, spelling, context, true, state, decided);
    }

    /** Behind the end of the segment. */
    ClaimPlace next() {
        return new ClaimPlace(
                segment == null ? null : segment.next(), false, key, spelling, context, present, value, decided);
    }

    /** Behind what stands before the segment. */
    ClaimPlace begun(int state) {
        return new ClaimPlace(segment, marked, key, spelling, context, present, state, decided);
    }

    /** Where only the end of the word is still to be read. */
    ClaimPlace decided(Truth truth) {
        return new ClaimPlace(segment, false, ClaimOutcome.Key.NONE, Spelling.CLASSIC, Context.REF, true, 0, truth);
    }
}

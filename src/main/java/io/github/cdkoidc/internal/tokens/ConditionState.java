package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.internal.automata.Ternary;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ConditionAutomaton} knows of a word by the part of it that it has read.
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
record ConditionState(
        @Nullable TokenField segment,
        boolean marked,
        ConditionTruthTable.Key key,
        SubjectEncoding spelling,
        Context context,
        boolean present,
        int value,
        @Nullable Ternary decided) {

    /**
     * Before the first segment is read.
     *
     * @param present whether every token holds the claim
     */
    static ConditionState start(boolean present) {
        return new ConditionState(
                TokenField.ISSUER,
                false,
                ConditionTruthTable.Key.NONE,
                SubjectEncoding.CLASSIC,
                Context.REF,
                present,
                0,
                null);
    }

    ConditionState of(ConditionTruthTable.Key read) {
        return new ConditionState(segment, true, read, spelling, context, present, value, decided);
    }

    ConditionState of(SubjectEncoding read) {
        return new ConditionState(segment, true, key, read, context, present, value, decided);
    }

    ConditionState of(Context read) {
        return new ConditionState(segment, true, key, spelling, read, present, value, decided);
    }

    /** Behind a character of the claim. */
    ConditionState read(int state) {
        return new ConditionState(segment, marked, key, spelling, context, true, state, decided);
    }

    /** Behind the end of the segment. */
    ConditionState next() {
        return new ConditionState(
                segment == null ? null : segment.next(), false, key, spelling, context, present, value, decided);
    }

    /** Behind what stands before the segment. */
    ConditionState begun(int state) {
        return new ConditionState(segment, marked, key, spelling, context, present, state, decided);
    }

    /** Where only the end of the word is still to be read. */
    ConditionState decided(Ternary truth) {
        return new ConditionState(
                segment, false, ConditionTruthTable.Key.NONE, SubjectEncoding.CLASSIC, Context.REF, true, 0, truth);
    }
}

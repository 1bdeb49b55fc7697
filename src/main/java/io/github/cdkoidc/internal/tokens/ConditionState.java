package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.internal.automata.Ternary;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ConditionAutomaton} has read of an encoded token.
 *
 * @param field the field that it reads; null at the end
 * @param marked whether it has read the field's one character
 * @param key whether AWS turns the claim into a key
 * @param present whether the token is known to hold the claim
 * @param value the state of the values' automaton
 * @param decided whether the condition holds, once that is known
 */
record ConditionState(
        @Nullable TokenField field,
        boolean marked,
        ConditionTruthTable.Key key,
        SubjectEncoding spelling,
        Context context,
        boolean present,
        int value,
        @Nullable Ternary decided) {

    /** Before the first field is read. The claim is {@code present} if every token holds it. */
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
        return new ConditionState(field, true, read, spelling, context, present, value, decided);
    }

    ConditionState of(SubjectEncoding read) {
        return new ConditionState(field, true, key, read, context, present, value, decided);
    }

    ConditionState of(Context read) {
        return new ConditionState(field, true, key, spelling, read, present, value, decided);
    }

    /** After a character of the claim. */
    ConditionState read(int state) {
        return new ConditionState(field, marked, key, spelling, context, true, state, decided);
    }

    /** After the end of the field. */
    ConditionState next() {
        return new ConditionState(
                field == null ? null : field.next(), false, key, spelling, context, present, value, decided);
    }

    /** After the text before the field. */
    ConditionState begun(int state) {
        return new ConditionState(field, marked, key, spelling, context, present, state, decided);
    }

    /** The condition is decided, and the rest of the encoded token does not matter. */
    ConditionState decided(Ternary truth) {
        return new ConditionState(
                field, false, ConditionTruthTable.Key.NONE, SubjectEncoding.CLASSIC, Context.REF, true, 0, truth);
    }
}

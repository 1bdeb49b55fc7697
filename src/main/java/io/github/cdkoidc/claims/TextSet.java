package io.github.cdkoidc.claims;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A set of texts, such as the names of the branches that start a run: a regular expression, with <i>and</i> and <i>but not</i>, whose
 * parts are objects. {@code text("v").then(range('0', '9').atLeastOnce())} holds {@code v1} and {@code v20}.
 *
 * <p>It is a description. Whether it holds one text is found out here; an automaton of all of them can be large, and is made where a limit is
 * set.
 */
public sealed interface TextSet
        permits CharacterSet,
                TextSet.Text,
                TextSet.Sequence,
                TextSet.Repeat,
                TextSet.Either,
                TextSet.Both,
                TextSet.Without {

    /** The set of all texts. */
    static TextSet any() {
        return anyCharacterBut().anyTimes();
    }

    /** The set of all texts but the empty one. */
    static TextSet notEmpty() {
        return anyCharacterBut().atLeastOnce();
    }

    /** The set of the empty text. */
    static TextSet empty() {
        return text("");
    }

    /** The set of one text. No claim holds U+0000: of a text with it, nothing. */
    static TextSet text(String text) {
        return text.indexOf('\0') < 0 ? new Text(text) : anyOf();
    }

    /** The texts of any of some sets. Of no sets, that is none. */
    static TextSet anyOf(Collection<? extends TextSet> sets) {
        return new Either(List.copyOf(sets));
    }

    /** The set of some texts. */
    static TextSet anyOf(String... texts) {
        return anyOf(Stream.of(texts).map(TextSet::text).toList());
    }

    /** The texts that are made of one text of each set, in order. */
    static TextSet sequence(TextSet... parts) {
        return new Sequence(List.of(parts));
    }

    /** Each character from one to another, as a text. */
    static CharacterSet range(char first, char last) {
        return new CharacterSet(String.valueOf(new char[] {first, last}));
    }

    /** Each character of a text, as a text. */
    static CharacterSet oneOf(String characters) {
        BitSet set = new BitSet();
        characters.chars().forEach(set::set);
        return CharacterSet.of(set);
    }

    /** Each character of some sets, as a text. */
    static CharacterSet oneOf(CharacterSet... sets) {
        BitSet characters = new BitSet();
        for (CharacterSet set : sets) {
            set.addTo(characters);
        }
        return CharacterSet.of(characters);
    }

    /** Each character that is in none of some sets and is not U+0000, as a text. */
    static CharacterSet anyCharacterBut(CharacterSet... sets) {
        BitSet others = new BitSet();
        oneOf(sets).addTo(others);
        others.flip(1, Character.MAX_VALUE + 1);
        others.clear(0);
        return CharacterSet.of(others);
    }

    /** The texts that are a text of this set and one of another behind it. */
    default TextSet then(TextSet next) {
        return sequence(this, next);
    }

    /** The texts that are some number of texts of this set, one behind the other. */
    default TextSet times(int number) {
        return new Sequence(Collections.nCopies(number, this));
    }

    /** The texts that are any number of texts of this set, one behind the other, or none. */
    default TextSet anyTimes() {
        return new Repeat(this);
    }

    /** The texts that are one text of this set or more, one behind the other. */
    default TextSet atLeastOnce() {
        return then(anyTimes());
    }

    /** The texts of this set, and the empty one. */
    default TextSet optional() {
        return or(empty());
    }

    /** The texts of either set. */
    default TextSet or(TextSet other) {
        return new Either(List.of(this, other));
    }

    /** The texts of both sets. */
    default TextSet and(TextSet other) {
        return new Both(this, other);
    }

    /** The texts of this set and not the other. */
    default TextSet without(TextSet other) {
        return new Without(this, other);
    }

    /** Whether the set holds a text. */
    default boolean matches(String text) {
        return ends(from(0), text).get(text.length());
    }

    /**
     * Where in a text a text of the set can end.
     *
     * @param starts where it can start, each from 0 to the length of the text; stays as it is
     * @param text the text
     * @return where it can end, in a new set
     */
    BitSet ends(BitSet starts, String text);

    private static BitSet from(int start) {
        BitSet starts = new BitSet();
        starts.set(start);
        return starts;
    }

    private static BitSet combined(
            BitSet starts, String text, TextSet one, TextSet other, BiConsumer<BitSet, BitSet> operation) {
        BitSet ends = new BitSet();
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            BitSet own = one.ends(from(start), text);
            operation.accept(own, other.ends(from(start), text));
            ends.or(own);
        }
        return ends;
    }

    /** The set of one text. */
    record Text(String text) implements TextSet {
        @Override
        public BitSet ends(BitSet starts, String whole) {
            BitSet ends = new BitSet();
            for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
                ends.set(start + text.length(), whole.startsWith(text, start));
            }
            return ends;
        }
    }

    /** The texts that are made of one text of each part, in order. */
    record Sequence(List<TextSet> parts) implements TextSet {
        @Override
        public BitSet ends(BitSet starts, String text) {
            BitSet ends = (BitSet) starts.clone();
            for (TextSet part : parts) {
                ends = part.ends(ends, text);
            }
            return ends;
        }
    }

    /** The texts that are any number of texts of a set, one behind the other, or none. */
    record Repeat(TextSet of) implements TextSet {
        @Override
        public BitSet ends(BitSet starts, String text) {
            BitSet all = (BitSet) starts.clone();
            for (BitSet latest = starts; !latest.isEmpty(); ) {
                BitSet next = of.ends(latest, text);
                next.andNot(all);
                all.or(next);
                latest = next;
            }
            return all;
        }
    }

    /** The texts of any of some sets. */
    record Either(List<TextSet> sets) implements TextSet {
        @Override
        public BitSet ends(BitSet starts, String text) {
            BitSet ends = new BitSet();
            for (TextSet set : sets) {
                ends.or(set.ends(starts, text));
            }
            return ends;
        }
    }

    /** The texts of both sets. */
    record Both(TextSet one, TextSet other) implements TextSet {
        @Override
        public BitSet ends(BitSet starts, String text) {
            return combined(starts, text, one, other, BitSet::and);
        }
    }

    /** The texts of one set and not the other. */
    record Without(TextSet one, TextSet other) implements TextSet {
        @Override
        public BitSet ends(BitSet starts, String text) {
            return combined(starts, text, one, other, BitSet::andNot);
        }
    }
}

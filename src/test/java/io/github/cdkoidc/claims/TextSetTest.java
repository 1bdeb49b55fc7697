package io.github.cdkoidc.claims;

import static io.github.cdkoidc.claims.TextSet.anyOf;
import static io.github.cdkoidc.claims.TextSet.oneOf;
import static io.github.cdkoidc.claims.TextSet.range;
import static io.github.cdkoidc.claims.TextSet.sequence;
import static io.github.cdkoidc.claims.TextSet.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A set of texts holds what the same regular expression of Java matches. */
class TextSetTest {

    static Stream<Arguments> sets() {
        return Stream.of(
                arguments(anyOf(), List.of(), List.of("", "a")),
                arguments(TextSet.empty(), List.of(""), List.of("a")),
                arguments(TextSet.any(), List.of("", "a", "a\n\uffff"), List.of("\0", "a\0")),
                arguments(TextSet.notEmpty(), List.of("a", "aa"), List.of("")),
                arguments(text("ab"), List.of("ab"), List.of("", "a", "abc", "AB")),
                arguments(text("a\0"), List.of(), List.of("a", "a\0")),
                arguments(text("\0"), List.of(), List.of("", "\0")),
                arguments(range('b', 'd'), List.of("b", "c", "d"), List.of("a", "e", "bb", "")),
                arguments(oneOf("db"), List.of("b", "d"), List.of("a", "c", "e")),
                arguments(oneOf(range('a', 'c'), oneOf("x")), List.of("a", "c", "x"), List.of("d", "w", "y")),
                arguments(TextSet.anyCharacterBut(oneOf("b")), List.of("a", "c", "\uffff"), List.of("b", "", "\0")),
                arguments(oneOf("a").times(3), List.of("aaa"), List.of("aa", "aaaa")),
                arguments(text("ab").anyTimes(), List.of("", "ab", "abab"), List.of("a", "aba")),
                arguments(text("ab").atLeastOnce(), List.of("ab", "abab"), List.of("", "aba")),
                arguments(text("ab").optional(), List.of("", "ab"), List.of("abab")),
                arguments(text("a").then(text("b")), List.of("ab"), List.of("a", "b", "ba")),
                arguments(TextSet.any().and(text("b")), List.of("b"), List.of("", "a")),
                arguments(oneOf("ab").without(text("b")), List.of("a"), List.of("", "b")),
                // Each text of the middle is one that starts where the first part ends.
                arguments(
                        sequence(TextSet.any(), TextSet.notEmpty().without(text("b")), text("c")),
                        List.of("ac", "abc", "bbc"),
                        List.of("bc", "c", "b")));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aSetHoldsItsTexts(TextSet set, List<String> texts, List<String> others) {
        assertThat(texts).allMatch(set::matches);
        assertThat(others).noneMatch(set::matches);
    }

    @Test
    void aRangeOfOneCharacterIsThatCharacter() {
        assertThat(range('a', 'a')).isEqualTo(oneOf("a")).isEqualTo(new CharacterSet("aa"));
        assertThat(oneOf("cab")).isEqualTo(range('a', 'c'));
    }

    @Test
    void noSetHoldsTheCharacterThatNoClaimHolds() {
        assertThat(TextSet.anyCharacterBut(oneOf("\0a"))).isEqualTo(TextSet.anyCharacterBut(oneOf("a")));
        assertThat(text("\0")).isEqualTo(anyOf());
    }

    @Test
    void aNumberOfTextsIsASequenceOfThem() {
        assertThat(oneOf("a").times(2)).isEqualTo(sequence(oneOf("a"), oneOf("a")));
    }

    @Property(tries = 1_000)
    @Domain(TextSets.class)
    void aSetHoldsWhatTheSameRegularExpressionMatches(
            @ForAll TextSets.Described one, @ForAll TextSets.Described other, @ForAll String text) {
        boolean inOne = Pattern.matches(one.regex(), text);
        boolean inOther = Pattern.matches(other.regex(), text);

        assertThat(one.set().matches(text)).isEqualTo(inOne);
        assertThat(one.set().or(other.set()).matches(text)).isEqualTo(inOne || inOther);
        assertThat(one.set().and(other.set()).matches(text)).isEqualTo(inOne && inOther);
        assertThat(one.set().without(other.set()).matches(text)).isEqualTo(inOne && !inOther);
    }
}

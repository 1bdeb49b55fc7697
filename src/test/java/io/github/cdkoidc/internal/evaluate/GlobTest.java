package io.github.cdkoidc.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    private static final int LONG = 65_536;

    @Property(tries = 5_000)
    void aPatternMatchesWhatItsRegularExpressionMatches(
            @ForAll("patterns") String pattern, @ForAll("subjects") String subject) {
        assertThat(glob(pattern, false).matches(subject))
                .isEqualTo(regex(pattern, 0).matcher(subject).matches());
    }

    @Property(tries = 5_000)
    void aPatternOfAnyCaseMatchesWhatItsRegularExpressionMatches(
            @ForAll("patterns") String pattern, @ForAll("subjects") String subject) {
        assertThat(glob(pattern, true).matches(subject.toUpperCase(Locale.ROOT)))
                .isEqualTo(regex(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(subject)
                        .matches());
    }

    /** Long pieces between stars take more than one word of bits. */
    @Property(tries = 500)
    void aLongPieceIsFoundWhereverItIs(@ForAll("subjects") String before, @ForAll("subjects") String after) {
        String piece = "ab?".repeat(50) + "c";
        String found = "abb".repeat(50) + "c";

        assertThat(glob("*" + piece + "*", false).matches(before + found + after))
                .isTrue();
        assertThat(glob("*" + piece + "*", false).matches(before + found.replace('c', 'd') + after))
                .isFalse();
    }

    /** What every backtracking matcher is slow at: a near match at every place. */
    @ParameterizedTest
    @ValueSource(strings = {"*a", "a*", "*a?", "*aa", "?*a"})
    void noPatternTakesMoreThanOnePassOverTheText(String piece) {
        String pattern = piece.repeat(2_000) + "*b*";
        String subject = "a".repeat(LONG);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(glob(pattern, false).matches(subject)).isFalse());
    }

    @Test
    void aLongNearMatchTakesNoLonger() {
        Glob glob = glob("*" + "a".repeat(4_000) + "b*", false);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(glob.matches("a".repeat(LONG))).isFalse());
    }

    private static Glob glob(String pattern, boolean ignoreCase) {
        int[] characters = pattern.codePoints()
                .map(c -> c == '*' ? Glob.STAR : c == '?' ? Glob.ANY : c)
                .toArray();
        return Glob.of(characters, ignoreCase);
    }

    private static Pattern regex(String pattern, int flags) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL | flags);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("a", "b", "ab", "*", "?", "/", "\n", "é", "\uD83D\uDE80")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.of("a", "b", "ab", "/", "\n", "é", "\uD83D\uDE80", "*")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }
}

package io.github.cdkoidc.workflow.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTextTest {

    private static final ClaimText RELEASES =
            ClaimText.of(new TextPart.RefName(NameFilter.of(List.of("release/**", "!release/old"))));
    private static final ClaimText QUEUE = ClaimText.join(
            ClaimText.known("refs/heads/gh-readonly-queue/"),
            RELEASES,
            ClaimText.known("/pr-"),
            ClaimText.of(TextPart.Counted.NUMBER),
            ClaimText.known("-"),
            ClaimText.of(TextPart.Counted.SHA));

    @ParameterizedTest
    @CsvSource({
        "refs/heads/gh-readonly-queue/release/1/pr-12-0123456789abcdef0123456789abcdef01234567, true",
        "refs/heads/gh-readonly-queue/release/old/pr-12-0123456789abcdef0123456789abcdef01234567, false",
        "refs/heads/gh-readonly-queue/release/1/pr-0-0123456789abcdef0123456789abcdef01234567, false",
        "refs/heads/gh-readonly-queue/release/1/pr-12-0123, false",
        "refs/heads/release/1, false"
    })
    void aPatternMatchesWhatItsPiecesDo(String text, boolean matches) {
        assertThat(QUEUE.matches(text)).isEqualTo(matches);
        assertThat(QUEUE.unknowns()).isEmpty();
    }

    @Test
    void aKnownTextIsItselfWhateverItHolds() {
        ClaimText text = ClaimText.known("a.b*c~@\"#<1-2>&|()[]{}\\^$+?");

        assertThat(text.matches("a.b*c~@\"#<1-2>&|()[]{}\\^$+?")).isTrue();
        assertThat(text.matches("a.bxc~@\"#<1-2>&|()[]{}\\^$+?")).isFalse();
        assertThat(ClaimText.empty().matches("")).isTrue();
        assertThat(ClaimText.empty().matches("a")).isFalse();
    }

    @Test
    void whatIsNotKnownSaysWhyOnce() {
        ClaimText name = new ClaimText.Unknown("vars.STAGE", "vars.STAGE is set on GitHub");
        ClaimText joined = ClaimText.join(name, ClaimText.known("-"), name);

        assertThat(joined.unknowns()).containsExactly("vars.STAGE is set on GitHub");
        assertThat(joined.shown()).isEqualTo("<?vars.STAGE>-<?vars.STAGE>");
        assertThat(joined.matches("a-b")).isTrue();
        assertThat(joined.matches("ab")).isFalse();
        assertThat(ClaimText.join(name)).isEqualTo(name);
    }

    @Test
    void theSubjectHoldsNoColonOfAValue() {
        ClaimText escaped = ClaimText.join(ClaimText.known("a:b-"), new ClaimText.Unknown("x", "why"))
                .escaped();

        assertThat(escaped.matches("a%3Ab-c")).isTrue();
        assertThat(escaped.matches("a%3Ab-c:d")).isFalse();
    }

    @Test
    void manyUnknownPartsDoNotTakeLong() {
        ClaimText[] parts = new ClaimText[64];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = at % 2 == 0 ? new ClaimText.Unknown("x", "why") : ClaimText.known("a");
        }
        assertThat(ClaimText.join(parts).matches("b".repeat(1000) + "a".repeat(1000)))
                .isTrue();
        assertThat(ClaimText.join(ClaimText.join(parts), ClaimText.known("c")).matches("a".repeat(2000)))
                .isFalse();
    }
}

package io.github.cdkoidc.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.RegExp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {

    private static final Value RELEASES =
            Value.of(new Piece.RefName(NameFilter.of(List.of("release/**", "!release/old"))));
    private static final Value QUEUE = Value.join(
            Value.known("refs/heads/gh-readonly-queue/"),
            RELEASES,
            Value.known("/pr-"),
            Value.of(Piece.Counted.NUMBER),
            Value.known("-"),
            Value.of(Piece.Counted.SHA));

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
        assertThat(new RegExp(QUEUE.expression()).toAutomaton().run(text)).isEqualTo(matches);
        assertThat(QUEUE.unknowns()).isEmpty();
    }

    @Test
    void aKnownTextMeansItselfInAnExpression() {
        Value text = Value.known("a.b*c~@\"#<1-2>&|()[]{}\\^$+?");

        assertThat(new RegExp(text.expression()).toAutomaton().getFiniteStrings())
                .containsExactly("a.b*c~@\"#<1-2>&|()[]{}\\^$+?");
        assertThat(new RegExp(Value.empty().expression()).toAutomaton().getFiniteStrings())
                .containsExactly("");
    }

    @Test
    void whatIsNotKnownSaysWhyOnce() {
        Value name = new Value.Unknown("vars.STAGE", "vars.STAGE is set on GitHub");
        Value joined = Value.join(name, Value.known("-"), name);

        assertThat(joined.unknowns()).containsExactly("vars.STAGE is set on GitHub");
        assertThat(joined.shown()).isEqualTo("<?vars.STAGE>-<?vars.STAGE>");
        assertThat(joined.matches("a-b")).isTrue();
        assertThat(joined.matches("ab")).isFalse();
        assertThat(Value.join(name)).isEqualTo(name);
    }

    @Test
    void theSubjectHoldsNoColonOfAValue() {
        Value escaped =
                Value.join(Value.known("a:b-"), new Value.Unknown("x", "why")).escaped();

        assertThat(escaped.matches("a%3Ab-c")).isTrue();
        assertThat(escaped.matches("a%3Ab-c:d")).isFalse();
        assertThat(new RegExp(escaped.expression()).toAutomaton().run("a%3Ab-c:d"))
                .isFalse();
    }

    @Test
    void manyUnknownPartsDoNotTakeLong() {
        Value[] parts = new Value[64];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = at % 2 == 0 ? new Value.Unknown("x", "why") : Value.known("a");
        }
        assertThat(Value.join(parts).matches("b".repeat(1000) + "a".repeat(1000)))
                .isTrue();
        assertThat(Value.join(Value.join(parts), Value.known("c")).matches("a".repeat(2000)))
                .isFalse();
    }
}

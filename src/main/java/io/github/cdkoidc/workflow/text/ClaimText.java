package io.github.cdkoidc.workflow.text;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TextSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of a text before the run: all of it, its shape, or nothing. A pattern is not a guess. Its {@link TextPart.RefName}s and
 * {@link TextPart.Counted}s take each of their texts in some run; only its {@link TextPart.Hole}s, which {@link #unknowns} names, are not
 * known.
 */
public sealed interface ClaimText {

    /** The value for a reader, with angle brackets around what differs: {@code refs/heads/<release/**>}. */
    default String shown() {
        return pieces().stream().map(TextPart::shown).collect(joining());
    }

    /** Why parts of the value are not known, each reason once; none if every text that matches occurs in some run. */
    default List<String> unknowns() {
        return pieces().stream()
                .filter(TextPart.Hole.class::isInstance)
                .map(piece -> ((TextPart.Hole) piece).why())
                .distinct()
                .toList();
    }

    /** The texts that the value can be. */
    default TextSet texts() {
        return TextSet.sequence(pieces().stream().map(TextPart::texts).toArray(TextSet[]::new));
    }

    /** Whether the value can be a text. */
    default boolean matches(String text) {
        return texts().matches(text);
    }

    /** The parts of the value, in order, one or more; a text is one. */
    List<TextPart> pieces();

    /** The value with some pieces replaced by others. */
    default ClaimText map(Function<TextPart, TextPart> replacement) {
        return of(pieces().stream().map(replacement));
    }

    /** The value as GitHub writes it between the colons of {@code sub}: {@link SubjectFormat#COLON} for each {@code :}. */
    default ClaimText escaped() {
        return map(piece -> {
            if (piece instanceof TextPart.Text text) {
                return new TextPart.Text(SubjectFormat.escaped(text.text()));
            }
            return piece instanceof TextPart.Hole hole ? hole.escaped() : piece;
        });
    }

    /** Values one after the other. */
    static ClaimText join(ClaimText... values) {
        return of(Stream.of(values).flatMap(value -> value.pieces().stream()));
    }

    /** The simplest value of some pieces. */
    static ClaimText of(Stream<? extends TextPart> parts) {
        List<TextPart> pieces = new ArrayList<>();
        parts.filter(part -> !part.equals(new TextPart.Text(""))).forEach(part -> {
            int last = pieces.size() - 1;
            if (part instanceof TextPart.Text text && last >= 0 && pieces.get(last) instanceof TextPart.Text before) {
                pieces.set(last, new TextPart.Text(before.text() + text.text()));
            } else {
                pieces.add(part);
            }
        });
        if (pieces.size() > 1) {
            return new Pattern(pieces);
        }
        TextPart only = pieces.isEmpty() ? new TextPart.Text("") : pieces.get(0);
        if (only instanceof TextPart.Text text) {
            return new Known(text.text());
        }
        return only instanceof TextPart.Hole hole && hole.texts().equals(TextPart.Hole.ANYTHING)
                ? new Unknown(hole.what(), hole.why())
                : new Pattern(pieces);
    }

    /** The empty text. */
    static ClaimText empty() {
        return new Known("");
    }

    /** A text that is the same in every run. */
    static ClaimText known(String text) {
        return new Known(text);
    }

    /** A value of one piece. */
    static ClaimText of(TextPart piece) {
        return of(Stream.of(piece));
    }

    /** The same text in every run. */
    record Known(String text) implements ClaimText {
        @Override
        public List<TextPart> pieces() {
            return List.of(new TextPart.Text(text));
        }
    }

    /** A text of which something is known. */
    record Pattern(List<TextPart> pieces) implements ClaimText {

        /** No claim is longer. */
        private static final int LONGEST = 2048;

        public Pattern {
            pieces = List.copyOf(pieces);
        }

        @Override
        public boolean matches(String text) {
            return text.length() <= LONGEST && ClaimText.super.matches(text);
        }
    }

    /** A text of which nothing is known; it may not even be there. */
    record Unknown(String what, String why) implements ClaimText {
        @Override
        public List<TextPart> pieces() {
            return List.of(new TextPart.Hole(what, why, TextPart.Hole.ANYTHING));
        }
    }
}

package io.github.cdkoidc.workflow.text;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TextSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of a text before the run: all of it, its shape, or nothing.
 *
 * <p>A pattern is not a guess. Its {@link TextPart.RefName}s and {@link TextPart.Counted}s take each of their texts in some run; only its
 * {@link TextPart.Hole}s, which {@link #unknowns} names, are not known.
 */
public sealed interface ClaimText {

    /**
     * The value for a reader.
     *
     * @return the text, with angle brackets around what differs: {@code refs/heads/<release/**>}
     */
    String shown();

    /**
     * Why parts of the value are not known.
     *
     * @return the reasons, each once; none if every text that matches occurs in some run
     */
    List<String> unknowns();

    /** The texts that the value can be. */
    default TextSet texts() {
        return TextSet.sequence(pieces().stream().map(TextPart::texts).toArray(TextSet[]::new));
    }

    /**
     * Whether the value can be a text.
     *
     * @param text the text
     * @return true if it can
     */
    default boolean matches(String text) {
        return texts().matches(text);
    }

    /**
     * The parts of the value, in order.
     *
     * @return one piece or more; a text is one
     */
    List<TextPart> pieces();

    /**
     * The value with some pieces replaced by others.
     *
     * @param replacement what a piece becomes
     * @return the value
     */
    default ClaimText map(Function<TextPart, TextPart> replacement) {
        return of(pieces().stream().map(replacement));
    }

    /**
     * The value as GitHub writes it between the colons of {@code sub}.
     *
     * @return the value with {@link SubjectFormat#COLON} for each {@code :}
     */
    default ClaimText escaped() {
        return map(piece -> {
            if (piece instanceof TextPart.Text text) {
                return new TextPart.Text(SubjectFormat.escaped(text.text()));
            }
            return piece instanceof TextPart.Hole hole ? hole.escaped() : piece;
        });
    }

    /**
     * Values one after the other.
     *
     * @param values the values
     * @return the value
     */
    static ClaimText join(ClaimText... values) {
        return of(Stream.of(values).flatMap(value -> value.pieces().stream()));
    }

    /**
     * The simplest value of some pieces.
     *
     * @param parts the pieces in order
     * @return the value
     */
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
        if (pieces.isEmpty()) {
            return empty();
        }
        if (pieces.size() == 1 && pieces.get(0) instanceof TextPart.Text text) {
            return new Known(text.text());
        }
        if (pieces.size() == 1
                && pieces.get(0) instanceof TextPart.Hole hole
                && hole.texts().equals(TextPart.Hole.ANYTHING)) {
            return new Unknown(hole.what(), hole.why());
        }
        return new Pattern(pieces);
    }

    /**
     * The empty text.
     *
     * @return the value
     */
    static ClaimText empty() {
        return new Known("");
    }

    /**
     * A text that is the same in every run.
     *
     * @param text the text
     * @return the value
     */
    static ClaimText known(String text) {
        return new Known(text);
    }

    /**
     * A value of one piece.
     *
     * @param piece the piece
     * @return the value
     */
    static ClaimText of(TextPart piece) {
        return of(Stream.of(piece));
    }

    /**
     * The same text in every run.
     *
     * @param text the text
     */
    record Known(String text) implements ClaimText {
        @Override
        public String shown() {
            return text;
        }

        @Override
        public List<String> unknowns() {
            return List.of();
        }

        @Override
        public List<TextPart> pieces() {
            return List.of(new TextPart.Text(text));
        }
    }

    /**
     * A text of which something is known.
     *
     * @param pieces the pieces in order
     */
    record Pattern(List<TextPart> pieces) implements ClaimText {

        /** No claim is longer. */
        private static final int LONGEST = 2048;

        /** Takes a copy. */
        public Pattern {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String shown() {
            return String.join("", pieces.stream().map(TextPart::shown).toList());
        }

        @Override
        public List<String> unknowns() {
            return pieces.stream()
                    .filter(TextPart.Hole.class::isInstance)
                    .map(piece -> ((TextPart.Hole) piece).why())
                    .distinct()
                    .toList();
        }

        @Override
        public boolean matches(String text) {
            return text.length() <= LONGEST && ClaimText.super.matches(text);
        }
    }

    /**
     * A text of which nothing is known; it may not even be there.
     *
     * @param what what it is, in a word
     * @param why why it is not known
     */
    record Unknown(String what, String why) implements ClaimText {
        @Override
        public String shown() {
            return "<?" + what + ">";
        }

        @Override
        public List<String> unknowns() {
            return List.of(why);
        }

        @Override
        public List<TextPart> pieces() {
            return List.of(TextPart.Hole.of(what, why));
        }
    }
}

package io.github.cdkoidc.workflow.text;

import io.github.cdkoidc.claims.TextSet;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A part of a {@link ClaimText.Pattern}. */
public sealed interface TextPart {

    /**
     * The piece for a reader: itself, or what it stands for in angle brackets.
     *
     * @return for example {@code <release/**>}
     */
    String shown();

    /**
     * The texts as a regular expression of {@code dk.brics.automaton.RegExp}, in brackets where it needs them.
     *
     * @return the expression
     */
    String expression();

    /**
     * The texts.
     *
     * @return a description of the set
     */
    default TextSet texts() {
        return TextSet.matching(expression());
    }

    /**
     * Where in a text the piece can end.
     *
     * @param starts where it can start, each from 0 to the length of the text
     * @param text the text
     * @return where it can end
     */
    BitSet advance(BitSet starts, String text);

    /** The same, for a piece that has to be tried everywhere. */
    private static BitSet advance(BitSet starts, String text, Predicate<String> matches) {
        BitSet ends = new BitSet();
        starts.stream()
                .forEach(start -> IntStream.rangeClosed(start, text.length())
                        .filter(end -> !ends.get(end) && matches.test(text.substring(start, end)))
                        .forEach(ends::set));
        return ends;
    }

    private static Predicate<String> regex(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }

    /**
     * A text that is the same in every run.
     *
     * @param text the text, 1 character or more
     */
    record Text(String text) implements TextPart {
        @Override
        public String shown() {
            return text;
        }

        @Override
        public BitSet advance(BitSet starts, String whole) {
            BitSet ends = new BitSet();
            starts.stream()
                    .filter(start -> whole.startsWith(text, start))
                    .forEach(start -> ends.set(start + text.length()));
            return ends;
        }

        @Override
        public String expression() {
            return text.replaceAll("[^A-Za-z0-9\u0080-\uFFFF]", "\\\\$0");
        }
    }

    /**
     * The name of the branch or tag that the run is of, or that the pull request is for. All pieces of this kind in one run are
     * the same name.
     *
     * @param names the names that start runs; each of them does
     */
    record RefName(NameFilter names) implements TextPart {
        @Override
        public String shown() {
            return "<" + names + ">";
        }

        @Override
        public String expression() {
            return names.expression();
        }

        @Override
        public TextSet texts() {
            return names.texts();
        }

        @Override
        public BitSet advance(BitSet starts, String text) {
            return TextPart.advance(starts, text, names::matches);
        }
    }

    /**
     * What GitHub counts or computes, such as a pull request's number. Each text occurs in some run.
     *
     * @param what what it is
     * @param regex the texts, in the regular expressions of {@link GitHubGlob#regex()}
     */
    record Counted(String what, String regex) implements TextPart {

        public static final Counted NUMBER = new Counted("number", "[1-9][0-9]*");
        public static final Counted SHA = new Counted("sha", "[0-9a-f]{40}");

        @Override
        public BitSet advance(BitSet starts, String text) {
            return TextPart.advance(starts, text, TextPart.regex(regex));
        }

        @Override
        public String shown() {
            return "<" + what + ">";
        }

        @Override
        public String expression() {
            return "(" + regex + ")";
        }
    }

    /**
     * What the workflow does not tell. It is one of the texts, and nothing says that each occurs.
     *
     * @param what what it is
     * @param why why it is not known
     * @param regex the texts that it can be, in the regular expressions of {@link GitHubGlob#regex()}
     */
    record Hole(String what, String why, String regex) implements TextPart {

        public static final String ANYTHING = ".*";
        private static final String WITHOUT_COLON = "[^\\:]*";

        static Hole of(String what, String why) {
            return new Hole(what, why, ANYTHING);
        }

        /** The same behind {@code %3A} for each colon. */
        Hole escaped() {
            return regex.equals(ANYTHING) ? new Hole(what, why, WITHOUT_COLON) : this;
        }

        /** Whether this is a hole of any text behind {@code %3A} for each colon. */
        public boolean isEscaped() {
            return regex.equals(WITHOUT_COLON);
        }

        /** Whether the same fills both. */
        public boolean isOf(Hole other) {
            return what.equals(other.what) && why.equals(other.why);
        }

        @Override
        public BitSet advance(BitSet starts, String text) {
            if (!regex.equals(ANYTHING) || starts.isEmpty()) {
                return TextPart.advance(starts, text, TextPart.regex(regex));
            }
            BitSet ends = new BitSet();
            ends.set(starts.nextSetBit(0), text.length() + 1);
            return ends;
        }

        @Override
        public String shown() {
            return "<?" + what + ">";
        }

        @Override
        public String expression() {
            return "(" + regex + ")";
        }
    }
}

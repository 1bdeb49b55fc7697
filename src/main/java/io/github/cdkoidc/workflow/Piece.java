package io.github.cdkoidc.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A part of a {@link Value.Pattern}. */
public sealed interface Piece {

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

    /** Where in a text the piece can end that starts at a position. */
    IntStream ends(String text, int start);

    private static IntStream ends(String regex, String text, int start) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        return IntStream.rangeClosed(start, text.length())
                .filter(end -> matcher.region(start, end).matches());
    }

    /**
     * A text that is the same in every run.
     *
     * @param text the text, 1 character or more
     */
    record Text(String text) implements Piece {
        @Override
        public String shown() {
            return text;
        }

        @Override
        public IntStream ends(String whole, int start) {
            return whole.startsWith(text, start) ? IntStream.of(start + text.length()) : IntStream.empty();
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
    record RefName(NameFilter names) implements Piece {
        @Override
        public String shown() {
            return "<" + names + ">";
        }

        @Override
        public String expression() {
            return names.expression();
        }

        @Override
        public IntStream ends(String text, int start) {
            return IntStream.rangeClosed(start, text.length())
                    .filter(end -> names.matches(text.substring(start, end)));
        }
    }

    /**
     * What GitHub counts or computes, such as a pull request's number. Each text occurs in some run.
     *
     * @param what what it is
     * @param regex the texts, in the regular expressions of {@link GitHubGlob#regex()}
     */
    record Counted(String what, String regex) implements Piece {

        static final Counted NUMBER = new Counted("number", "[1-9][0-9]*");
        static final Counted SHA = new Counted("sha", "[0-9a-f]{40}");

        @Override
        public IntStream ends(String text, int start) {
            return Piece.ends(regex, text, start);
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
    record Hole(String what, String why, String regex) implements Piece {

        private static final String ANYTHING = ".*";
        private static final String WITHOUT_COLON = "[^\\:]*";

        static Hole of(String what, String why) {
            return new Hole(what, why, ANYTHING);
        }

        /** The same behind {@code %3A} for each colon. */
        Hole escaped() {
            return regex.equals(ANYTHING) ? new Hole(what, why, WITHOUT_COLON) : this;
        }

        @Override
        public IntStream ends(String text, int start) {
            return regex.equals(ANYTHING) ? IntStream.rangeClosed(start, text.length()) : Piece.ends(regex, text, start);
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

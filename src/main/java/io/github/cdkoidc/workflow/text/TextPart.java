package io.github.cdkoidc.workflow.text;

import io.github.cdkoidc.claims.GitNames;
import io.github.cdkoidc.claims.TextSet;
import java.util.List;

/** A part of a {@link ClaimText.Pattern}. */
public sealed interface TextPart {

    /** The part for a reader: itself, or what it stands for in angle brackets, such as {@code <release/**>}. */
    String shown();

    /** The texts that the part can be. */
    TextSet texts();

    /** A text that is the same in every run. */
    record Text(String text) implements TextPart {
        @Override
        public String shown() {
            return text;
        }

        @Override
        public TextSet texts() {
            return TextSet.text(text);
        }
    }

    /**
     * The name of the branch or tag that the run is of, or that the pull request is for. Each of the names starts runs, and all parts
     * of this kind in one run are the same name.
     */
    record RefName(NameFilter names) implements TextPart {
        @Override
        public String shown() {
            return "<" + names + ">";
        }

        @Override
        public TextSet texts() {
            return names.texts();
        }
    }

    /** What GitHub counts or computes, such as a pull request's number. Each text occurs in some run. */
    record Counted(String what, TextSet texts) implements TextPart {

        public static final Counted NUMBER = new Counted("number", GitNames.NUMBER);
        public static final Counted SHA = new Counted("sha", GitNames.SHA);

        @Override
        public String shown() {
            return "<" + what + ">";
        }
    }

    /** What the workflow does not tell. It is one of the texts, and nothing says that each occurs. */
    record Hole(String what, String why, TextSet texts) implements TextPart {

        public static final TextSet ANYTHING = TextSet.any();
        private static final TextSet WITHOUT_COLON =
                TextSet.anyCharacterBut(TextSet.oneOf(":")).anyTimes();

        /** One of some values. */
        public static Hole oneOf(String what, String why, List<ClaimText> values) {
            TextSet texts = TextSet.anyOf(values.stream().map(ClaimText::texts).toList());
            return new Hole(what, why, texts);
        }

        /** The same with {@code %3A} for each colon. */
        Hole escaped() {
            return texts.equals(ANYTHING) ? new Hole(what, why, WITHOUT_COLON) : this;
        }

        /** Whether this is a hole of any text, with {@code %3A} for each colon. */
        public boolean isEscaped() {
            return texts.equals(WITHOUT_COLON);
        }

        /** Whether the same fills both. */
        public boolean isOf(Hole other) {
            return what.equals(other.what) && why.equals(other.why);
        }

        @Override
        public String shown() {
            return "<?" + what + ">";
        }
    }
}

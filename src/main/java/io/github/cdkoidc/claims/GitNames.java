package io.github.cdkoidc.claims;

import static io.github.cdkoidc.claims.TextSet.any;
import static io.github.cdkoidc.claims.TextSet.anyCharacterBut;
import static io.github.cdkoidc.claims.TextSet.anyOf;
import static io.github.cdkoidc.claims.TextSet.oneOf;
import static io.github.cdkoidc.claims.TextSet.range;
import static io.github.cdkoidc.claims.TextSet.sequence;
import static io.github.cdkoidc.claims.TextSet.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names and numbers that git and GitHub allow: each rule once, as the set of the texts that keep it. The lengths stand beside, because
 * an automaton that counts to 100 is large.
 *
 * @see <a href="https://git-scm.com/docs/git-check-ref-format">git check-ref-format</a>
 */
public final class GitNames {

    /** The most characters of an owner's name. */
    public static final int LONGEST_OWNER = 39;

    /** The most characters of a repository's name. */
    public static final int LONGEST_REPOSITORY = 100;

    /** The most characters of an environment's name. */
    public static final int LONGEST_ENVIRONMENT = 255;

    private static final int LAST_OF_ASCII = 0x7f;
    private static final CharacterSet DIGIT = in("0-9");
    private static final CharacterSet LETTER_OR_DIGIT = in(Rule.LETTER_OR_DIGIT);

    /** The number of an owner, a repository, a person or a pull request: {@code 123456}. */
    public static final TextSet NUMBER = in("1-9").then(DIGIT.anyTimes());

    /** The digits of a commit: 40, in small letters. */
    public static final TextSet SHA = in("0-9a-f").times(40);

    /**
     * An owner's name. Lenient: old accounts may end with a hyphen or hold two in a row, managed ones end with {@code _shortcode}.
     */
    public static final TextSet OWNER = sequence(
            LETTER_OR_DIGIT,
            in(Rule.IN_OWNER).anyTimes(),
            text("_").then(LETTER_OR_DIGIT.atLeastOnce()).optional());

    /** A repository's name, without its owner. */
    public static final TextSet REPOSITORY =
            in(Rule.IN_REPOSITORY).atLeastOnce().without(anyOf(".", ".."));

    /** The name of a branch or tag: what git allows behind {@code refs/heads/}. {@code @} is one. */
    public static final TextSet REF = anyCharacterBut(range('\0', Rule.LAST_CONTROL), oneOf(Rule.ILLEGAL))
            .atLeastOnce()
            .without(anyOf(List.of(
                    sequence(any(), anyOf(Rule.NOWHERE), any()),
                    anyOf(Rule.NOT_FIRST).then(any()),
                    any().then(anyOf(Rule.NOT_LAST)))));

    private GitNames() {}

    /** The characters of a class of regular expressions, such as {@code a-z_}. */
    private static CharacterSet in(String characters) {
        Pattern one = Pattern.compile("[" + characters + "]");
        BitSet set = new BitSet();
        for (int c = 0; c <= LAST_OF_ASCII; c++) {
            set.set(c, one.matcher(Character.toString(c)).matches());
        }
        return CharacterSet.of(set);
    }

    /** The rules as regular expressions, apart: who only checks a name needs none of the sets. */
    static final class Rule {

        private static final String LETTER_OR_DIGIT = "A-Za-z0-9";
        private static final String IN_OWNER = LETTER_OR_DIGIT + "-";
        private static final String IN_REPOSITORY = LETTER_OR_DIGIT + "._-";
        private static final char LAST_CONTROL = '\u001f';
        private static final String ILLEGAL = "\u007f~^:?*[\\ ";
        private static final String[] NOWHERE = {"..", "//", "@{", "/.", ".lock/"};
        private static final String[] NOT_FIRST = {"/", "."};
        private static final String[] NOT_LAST = {"/", ".", ".lock"};

        /** The texts of {@link GitNames#OWNER} that are no longer than an owner's name is. */
        static final Pattern OWNER = Pattern.compile("(?=.{1," + LONGEST_OWNER + "}\\z)[" + LETTER_OR_DIGIT + "]["
                + IN_OWNER + "]*(?:_[" + LETTER_OR_DIGIT + "]+)?");

        /** The texts of {@link GitNames#REPOSITORY} that are no longer than a repository's name is. */
        static final Pattern REPOSITORY =
                Pattern.compile("(?!\\.{1,2}\\z)[" + IN_REPOSITORY + "]{1," + LONGEST_REPOSITORY + "}");

        /** The texts of {@link GitNames#NUMBER} of as many digits as any {@code long} has room for. */
        static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

        /** Finds what keeps a text, of one character or more, from being in {@link GitNames#REF}. */
        static final Pattern ILLEGAL_IN_REF = Pattern.compile("[\\x00-" + LAST_CONTROL + Pattern.quote(ILLEGAL) + "]|"
                + quoted(NOWHERE) + "|\\A" + quoted(NOT_FIRST) + "|" + quoted(NOT_LAST) + "\\z");

        private Rule() {}

        private static String quoted(String... texts) {
            return "(?:\\Q" + String.join("\\E|\\Q", texts) + "\\E)";
        }
    }
}

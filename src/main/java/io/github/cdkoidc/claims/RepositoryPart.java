package io.github.cdkoidc.claims;

import java.util.Objects;
import java.util.regex.Pattern;

/** The two parts of a repository's full name, and GitHub's rules for them and for their numbers. */
enum RepositoryPart {
    /** Lenient: old accounts may end with a hyphen or hold two in a row, managed ones end with {@code _shortcode}. */
    OWNER(
            "owner",
            "(?=.{1,39}\\z)[A-Za-z0-9][A-Za-z0-9-]*(_[A-Za-z0-9]+)?",
            "1 to 39 of A-Z a-z 0-9 and -, not starting with -",
            "octo-org"),
    NAME("repository", "(?!\\.{1,2}\\z)[A-Za-z0-9._-]{1,100}", "1 to 100 of A-Z a-z 0-9 . _ and -", "octo-repo");

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final String word;
    private final Pattern form;
    private final String rule;
    private final String example;

    RepositoryPart(String word, String form, String rule, String example) {
        this.word = word;
        this.form = Pattern.compile(form);
        this.rule = rule;
        this.example = example;
    }

    /** Checks that GitHub allows a part, whatever becomes of the CDK tokens in it. */
    void require(String given) {
        Objects.requireNonNull(
                given, () -> word + " is null: write it as in the repository's address, such as \"" + example + "\"");
        if (!form.matcher(CdkToken.standIn(given)).matches()) {
            throw new IllegalArgumentException(word + " \"" + given + "\" is none that GitHub allows (" + rule
                    + "), so no run can match it: write it as in the repository's address, such as \"" + example
                    + "\"");
        }
    }

    /** The number that GitHub gives an owner or a repository, from its digits. */
    static long id(String what, String digits) {
        if (!ID.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    what + " \"" + digits + "\" is none that GitHub gives: write its digits alone, such as 123456");
        }
        return Long.parseLong(digits);
    }
}

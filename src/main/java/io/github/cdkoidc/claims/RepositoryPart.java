package io.github.cdkoidc.claims;

import java.util.Objects;
import java.util.regex.Pattern;

/** The two parts of a repository's full name, and the checks of them and of their numbers by {@link GitNames}. */
enum RepositoryPart {
    OWNER("owner", GitNames.Rule.OWNER, "1 to 39 of A-Z a-z 0-9 and -, not starting with -", "octo-org"),
    NAME("repository", GitNames.Rule.REPOSITORY, "1 to 100 of A-Z a-z 0-9 . _ and -", "octo-repo");

    private final String word;
    private final Pattern form;
    private final String rule;
    private final String example;

    RepositoryPart(String word, Pattern form, String rule, String example) {
        this.word = word;
        this.form = form;
        this.rule = rule;
        this.example = example;
    }

    /** Checks that a part is valid, whatever the value of the CDK tokens in it. */
    void require(String given) {
        Objects.requireNonNull(
                given, word + " is null: write it as in the repository's address, such as \"" + example + "\"");
        if (!form.matcher(CdkToken.standIn(given)).matches()) {
            throw new IllegalArgumentException(word + " \"" + given + "\" is not a valid name on GitHub (" + rule
                    + "), so no run can match it: write it as in the repository's address, such as \"" + example
                    + "\"");
        }
    }

    /** The number that GitHub gives an owner or a repository, from its digits. */
    static long id(String what, String digits) {
        if (!GitNames.Rule.NUMBER.matcher(digits).matches()) {
            throw new IllegalArgumentException(what + " \"" + digits
                    + "\" is not a valid number on GitHub: write its digits alone, such as 123456");
        }
        return Long.parseLong(digits);
    }
}

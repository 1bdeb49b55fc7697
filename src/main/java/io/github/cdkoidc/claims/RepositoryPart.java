package io.github.cdkoidc.claims;

import java.util.Objects;

/** The two parts of a repository's full name, and the checks of them and of their numbers by {@link GitNames}. */
enum RepositoryPart {
    OWNER("owner", "1 to 39 of A-Z a-z 0-9 and -, not starting with -", "octo-org"),
    NAME("repository", "1 to 100 of A-Z a-z 0-9 . _ and -", "octo-repo");

    /** As many digits as any {@code long} has room for. */
    private static final int MOST_DIGITS = 18;

    private final String word;
    private final String rule;
    private final String example;

    RepositoryPart(String word, String rule, String example) {
        this.word = word;
        this.rule = rule;
        this.example = example;
    }

    /** Checks that a part is valid, whatever the value of the CDK tokens in it. */
    void require(String given) {
        Objects.requireNonNull(
                given, () -> word + " is null: write it as in the repository's address, such as \"" + example + "\"");
        if (!isValid(CdkToken.standIn(given))) {
            throw new IllegalArgumentException(word + " \"" + given + "\" is not a valid name on GitHub (" + rule
                    + "), so no run can match it: write it as in the repository's address, such as \"" + example
                    + "\"");
        }
    }

    private boolean isValid(String name) {
        return switch (this) {
            case OWNER -> name.length() <= GitNames.LONGEST_OWNER && GitNames.OWNER.matches(name);
            case NAME -> name.length() <= GitNames.LONGEST_REPOSITORY && GitNames.REPOSITORY.matches(name);
        };
    }

    /** The number that GitHub gives an owner or a repository, from its digits. */
    static long id(String what, String digits) {
        if (digits.length() > MOST_DIGITS || !GitNames.NUMBER.matches(digits)) {
            throw new IllegalArgumentException(what + " \"" + digits
                    + "\" is not a valid number on GitHub: write its digits alone, such as 123456");
        }
        return Long.parseLong(digits);
    }
}

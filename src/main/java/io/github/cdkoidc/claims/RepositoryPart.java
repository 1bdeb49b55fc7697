package io.github.cdkoidc.claims;

import java.util.Objects;

/** The two parts of a repository's full name, and the checks of them and of their numbers by {@link GitNames}. */
enum RepositoryPart {
    OWNER(
            "owner",
            GitNames.OWNER,
            GitNames.LONGEST_OWNER,
            "1 to 39 of A-Z a-z 0-9 and -, not starting with -",
            "octo-org"),
    NAME(
            "repository",
            GitNames.REPOSITORY,
            GitNames.LONGEST_REPOSITORY,
            "1 to 100 of A-Z a-z 0-9 . _ and -",
            "octo-repo");

    /** As many digits as any {@code long} has room for. */
    private static final int MOST_DIGITS = 18;

    private final String word;
    private final TextSet names;
    private final int longest;
    private final String rule;
    private final String example;

    RepositoryPart(String word, TextSet names, int longest, String rule, String example) {
        this.word = word;
        this.names = names;
        this.longest = longest;
        this.rule = rule;
        this.example = example;
    }

    /** Checks that a part is valid, whatever the value of the CDK tokens in it. */
    void require(String given) {
        Objects.requireNonNull(
                given, () -> word + " is null: write it as in the repository's address, such as \"" + example + "\"");
        String name = CdkToken.standIn(given);
        if (name.length() > longest || !names.matches(name)) {
            throw new IllegalArgumentException(word + " \"" + given + "\" is not a valid name on GitHub (" + rule
                    + "), so no run can match it: write it as in the repository's address, such as \"" + example
                    + "\"");
        }
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

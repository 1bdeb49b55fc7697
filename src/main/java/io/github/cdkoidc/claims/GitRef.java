package io.github.cdkoidc.claims;

import java.util.Objects;

/** The two kinds of ref that a run can be of, and the checks of their names by {@link GitNames}. */
enum GitRef {
    BRANCH("branch", "refs/heads/", "main", "branchesLike", "release/*"),
    TAG("tag", "refs/tags/", "v1.2.3", "tagsLike", "v*");

    private static final String PULL_REQUESTS = "refs/pull/";

    private final String word;
    private final String prefix;
    private final String example;
    private final String like;
    private final String exampleOfLike;

    GitRef(String word, String prefix, String example, String like, String exampleOfLike) {
        this.word = word;
        this.prefix = prefix;
        this.example = example;
        this.like = like;
        this.exampleOfLike = exampleOfLike;
    }

    /** The name as GitHub's {@code ref} claim has it: {@code refs/heads/main}. */
    String full(String name) {
        return prefix + name;
    }

    /** The value of GitHub's {@code ref_type} claim. */
    String type() {
        return word;
    }

    /** What stands before the name of a branch or a tag in its full name; empty for any other ref. */
    static String prefixOf(String ref) {
        for (GitRef kind : values()) {
            if (ref.startsWith(kind.prefix)) {
                return kind.prefix;
            }
        }
        return "";
    }

    /** The name itself, if a ref can be called so. */
    String requireName(String name) {
        requireShort(name, false);
        if (ClaimValue.isPattern(name)) {
            throw new IllegalArgumentException(String.format(
                    "%s \"%s\" holds a wildcard, and no git ref can, so an exact %s of that name never runs: "
                            + "write %s if the wildcard is meant",
                    word, name, word, call(true, name)));
        }
        requireLegal(name, name);
        return name;
    }

    /** Checks that a pattern holds a wildcard, and that some ref can match it. */
    void requirePattern(String pattern) {
        requireShort(pattern, true);
        ClaimValue.pattern(pattern, "write " + call(false, pattern));
        requireLegal(pattern, pattern.replaceAll("[*?]+", "x"));
    }

    private void requireShort(String given, boolean pattern) {
        Objects.requireNonNull(given, word + " is null: write its name, such as " + call(pattern, ""));
        if (given.isBlank()) {
            throw new IllegalArgumentException(
                    word + " \"" + given + "\" is blank: write its name, such as " + call(pattern, ""));
        }
        if (given.startsWith("refs/")) {
            throw new IllegalArgumentException(word + " \"" + given + "\" is a full ref, and a name is wanted, without "
                    + prefix + ": write " + callOfFull(given, pattern));
        }
    }

    private void requireLegal(String given, String name) {
        var found = GitNames.Rule.ILLEGAL_IN_REF.matcher(CdkToken.standIn(name));
        if (found.find()) {
            throw new IllegalArgumentException(word + " \"" + given + "\" holds \"" + found.group()
                    + "\" where git allows none, so no run can have it: write the name as `git " + word
                    + " --list` shows it");
        }
    }

    private String callOfFull(String ref, boolean pattern) {
        for (GitRef kind : values()) {
            if (ref.startsWith(kind.prefix)) {
                return kind.call(pattern, ref.substring(kind.prefix.length()));
            }
        }
        return ref.startsWith(PULL_REQUESTS) ? "pullRequest()" : call(pattern, "");
    }

    /** The method for a name or a pattern, with an example if there is none. */
    private String call(boolean pattern, String given) {
        String argument = given.isEmpty() ? (pattern ? exampleOfLike : example) : given;
        return (pattern ? like : word) + "(\"" + argument + "\")";
    }
}

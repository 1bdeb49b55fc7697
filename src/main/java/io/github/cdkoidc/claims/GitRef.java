package io.github.cdkoidc.claims;

import java.util.regex.Pattern;

/**
 * The two kinds of ref that a run can be of, and git's rules for their names.
 *
 * @see <a href="https://git-scm.com/docs/git-check-ref-format">git check-ref-format</a>
 */
enum GitRef {
    BRANCH("branch", "refs/heads/", "main"),
    TAG("tag", "refs/tags/", "v1.2.3");

    /** What git allows nowhere in a name, each with the word for it. */
    private static final Pattern ILLEGAL =
            Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|//|@\\{|^/|/$|\\.$|^@$|(^|/)\\.|\\.lock(/|$)");

    private final String word;
    private final String prefix;
    private final String example;

    GitRef(String word, String prefix, String example) {
        this.word = word;
        this.prefix = prefix;
        this.example = example;
    }

    /** The name as GitHub's {@code ref} claim has it: {@code refs/heads/main}. */
    String full(String name) {
        return prefix + name;
    }

    /** The value of GitHub's {@code ref_type} claim. */
    String type() {
        return word;
    }

    /** The name itself, if a ref can be called so. */
    String requireName(String name) {
        requireShort(name, word + "(\"%s\")");
        if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
            throw new IllegalArgumentException(String.format(
                    "%s \"%s\" holds a wildcard, and no git ref can, so an exact %s of that name never runs: "
                            + "write %s(\"%s\") if the wildcard is meant",
                    word, name, word, like(), name));
        }
        requireLegal(name, name);
        return name;
    }

    /** The pattern itself, if it holds a wildcard and some ref can match it. */
    String requirePattern(String pattern) {
        requireShort(pattern, like() + "(\"%s\")");
        ClaimValue.pattern(pattern, "write " + word + "(\"" + pattern + "\")");
        requireLegal(pattern, pattern.replaceAll("[*?]+", "x"));
        return pattern;
    }

    private void requireShort(String name, String call) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    word + " \"" + name + "\" is blank: write its name, such as " + String.format(call, example));
        }
        if (name.startsWith("refs/")) {
            String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : example;
            throw new IllegalArgumentException(word + " \"" + name + "\" is a full ref, and " + prefix
                    + " is added here: write " + String.format(call, rest));
        }
    }

    private void requireLegal(String given, String name) {
        if (CdkToken.isIn(name)) {
            return;
        }
        var found = ILLEGAL.matcher(name);
        if (found.find()) {
            throw new IllegalArgumentException(word + " \"" + given + "\" holds \"" + found.group()
                    + "\" where git allows none, so no run can have it: write the name as `git " + word
                    + " --list` shows it");
        }
    }

    private String like() {
        return this == BRANCH ? "branchesLike" : "tagsLike";
    }
}

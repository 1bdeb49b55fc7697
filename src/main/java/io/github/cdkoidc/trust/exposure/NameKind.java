package io.github.cdkoidc.trust.exposure;

import java.util.regex.Pattern;

/** The kinds of names, and which parts of a policy's text can be one. */
enum NameKind {
    /** An owner. No two differ in case alone. */
    OWNER("[A-Za-z0-9_-]+", true),
    /** A repository, without its owner. No two of an owner differ in case alone. */
    REPOSITORY("[A-Za-z0-9._-]+", true),
    /** The number of an owner or a repository. */
    NUMBER("(?<![A-Za-z0-9])[0-9]+(?![A-Za-z0-9])", false),
    /** A branch, without {@code refs/heads/}. */
    BRANCH("(?<=refs/heads/)[^:]+", false),
    /** A tag, without {@code refs/tags/}. */
    TAG("(?<=refs/tags/)[^:]+", false),
    /** An environment, as in its claim or in {@code sub}. */
    ENVIRONMENT("[^:]+", false),
    /** An audience. */
    AUDIENCE("(?s).+", false),
    /** A workflow's file at a ref, as in its claim or in a customised {@code sub}. */
    FILE("[^:]+", false);

    private final Pattern form;
    private final boolean ignoresCase;

    NameKind(String form, boolean ignoresCase) {
        this.form = Pattern.compile(form);
        this.ignoresCase = ignoresCase;
    }

    Pattern form() {
        return form;
    }

    boolean ignoresCase() {
        return ignoresCase;
    }
}

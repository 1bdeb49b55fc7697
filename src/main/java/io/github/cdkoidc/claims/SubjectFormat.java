package io.github.cdkoidc.claims;

/** How GitHub writes {@code sub}. */
public final class SubjectFormat {

    /** What GitHub writes for a colon in the name of an environment: {@value}. */
    public static final String COLON = "%3A";

    private SubjectFormat() {}

    /** What tells a token from others: {@code sub repo:octo-org/octo-repo:ref:refs/heads/main}. */
    public static String shown(GitHubClaims claims) {
        return "sub " + claims.get("sub").orElse("is missing");
    }
}

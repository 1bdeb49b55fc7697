package io.github.cdkoidc.claims;

import java.util.List;
import java.util.Locale;

/**
 * The claims that name a tenant of GitHub: a repository, its owner or its enterprise. Every repository on github.com gets tokens of the
 * same issuer and chooses all of {@code sub} but the values of these keys.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository">
 *     GitHub: customizing the subject claims</a>
 */
public enum TenantKey {
    /** {@code OWNER/NAME}, in {@code sub} alone: the token has no claim of that name. */
    REPO,
    /** {@code OWNER/NAME}. GitHub writes it into {@code sub} as {@link #REPO}; some policies are written with it all the same. */
    REPOSITORY,
    /** The repository's number. */
    REPOSITORY_ID,
    /** The owner's name. AWS makes no condition key of it. */
    REPOSITORY_OWNER,
    /** The owner's number. */
    REPOSITORY_OWNER_ID,
    /** The enterprise's slug. AWS makes no condition key of it. */
    ENTERPRISE,
    /** The enterprise's number. */
    ENTERPRISE_ID;

    /** The keys that say of which repository or owner a run is. An enterprise has many owners. */
    public static List<TenantKey> ofRepositoryOrOwner() {
        return List.of(REPO, REPOSITORY, REPOSITORY_ID, REPOSITORY_OWNER, REPOSITORY_OWNER_ID);
    }

    /** The key in {@code include_claim_keys}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code sub} has before the value. */
    public String lead() {
        return key() + SubjectFormat.SEPARATOR;
    }

    boolean is(String key) {
        return key().equals(key);
    }
}

package io.github.cdkoidc.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The claims that name a tenant of GitHub: a repository, its owner or its enterprise. Every repository on github.com gets tokens of the
 * same issuer and chooses all of {@code sub} but the values of these keys.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository">
 *     GitHub: customizing the subject claims</a>
 */
public enum TenantKey {
    /** {@code OWNER/NAME}, in {@code sub} alone: the token has no claim of that name. */
    REPO(Tenant.REPOSITORY, true),
    /** {@code OWNER/NAME}. GitHub writes it into {@code sub} as {@link #REPO}; some policies are written with it all the same. */
    REPOSITORY(Tenant.REPOSITORY, true),
    /** The repository's number. */
    REPOSITORY_ID(Tenant.REPOSITORY, false),
    /** The owner's name. AWS makes no condition key of it. */
    REPOSITORY_OWNER(Tenant.OWNER, false),
    /** The owner's number. */
    REPOSITORY_OWNER_ID(Tenant.OWNER, false),
    /** The enterprise's slug. AWS makes no condition key of it. */
    ENTERPRISE(Tenant.ENTERPRISE, false),
    /** The enterprise's number. */
    ENTERPRISE_ID(Tenant.ENTERPRISE, false);

    private enum Tenant {
        REPOSITORY,
        OWNER,
        ENTERPRISE
    }

    private final Tenant tenant;
    private final boolean slash;

    TenantKey(Tenant tenant, boolean slash) {
        this.tenant = tenant;
        this.slash = slash;
    }

    /** The key of a name, if it names a tenant. */
    static Optional<TenantKey> of(String key) {
        return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** The keys that say of which repository or owner a run is. An enterprise has many owners. */
    public static List<TenantKey> ofRepositoryOrOwner() {
        return Arrays.stream(values())
                .filter(key -> key.tenant != Tenant.ENTERPRISE)
                .toList();
    }

    /** The key in {@code include_claim_keys}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code sub} has before the value. */
    public String lead() {
        return key() + SubjectFormat.SEPARATOR;
    }

    /** Whether the value is an owner and a name, of which the owner alone names a tenant. */
    boolean holdsSlash() {
        return slash;
    }

    /** Whether the value tells one repository from all others. */
    boolean namesRepository() {
        return tenant == Tenant.REPOSITORY;
    }
}

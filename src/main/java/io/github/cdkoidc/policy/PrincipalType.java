package io.github.cdkoidc.policy;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What kind of caller a principal is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: Principal</a>
 */
public enum PrincipalType {
    /** Every caller, written as {@code "Principal": "*"}. */
    EVERYONE("*"),
    /** An account, user, role or session of AWS. */
    AWS("AWS"),
    /** A caller with a token of an identity provider, such as GitHub's. */
    FEDERATED("Federated"),
    /** A service of AWS. */
    SERVICE("Service"),
    /** An account by its canonical id. */
    CANONICAL_USER("CanonicalUser");

    private final String iamName;

    PrincipalType(String iamName) {
        this.iamName = iamName;
    }

    /** {@return the type's name in a policy, such as {@code Federated}} */
    public String iamName() {
        return iamName;
    }

    static Optional<PrincipalType> named(String iamName) {
        return Stream.of(values())
                .filter(type -> type != EVERYONE && type.iamName.equals(iamName))
                .findFirst();
    }
}

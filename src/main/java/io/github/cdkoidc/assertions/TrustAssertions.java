package io.github.cdkoidc.assertions;

import io.github.cdkoidc.trust.TrustPolicy;
import org.jspecify.annotations.Nullable;

/** Where assertions on trust policies start. */
public final class TrustAssertions {

    private TrustAssertions() {}

    /**
     * Asserts which runs a policy admits.
     *
     * @param policy such as {@code role.getTrustPolicy()}, or one of {@link TrustPolicy#inTemplate}
     * @return the assertions
     */
    public static TrustPolicyAssert assertThat(@Nullable TrustPolicy policy) {
        return new TrustPolicyAssert(policy);
    }
}

package io.github.cdkoidc.assertions;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.Decision;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What a trust policy is asserted to do. An assertion that fails says why the policy does otherwise. */
public final class TrustPolicyAssert extends AbstractAssert<TrustPolicyAssert, TrustPolicy> {

    TrustPolicyAssert(@Nullable TrustPolicy policy) {
        super(policy, TrustPolicyAssert.class);
    }

    /**
     * Each of these runs gets in. One whose answer is undecided does not.
     *
     * @param runs the claims of the runs, at least one
     * @return this
     * @throws AssertionError if one does not, with {@link Decision#explain}
     */
    public TrustPolicyAssert allows(GitHubClaims... runs) {
        return all(runs, Decision::isAllowed, "to be allowed");
    }

    /**
     * Each of these runs is kept out. One whose answer is undecided is not.
     *
     * @param runs the claims of the runs, at least one
     * @return this
     * @throws AssertionError if one is not, with {@link Decision#explain}
     */
    public TrustPolicyAssert denies(GitHubClaims... runs) {
        return all(runs, Decision::isDenied, "to be denied");
    }

    private TrustPolicyAssert all(GitHubClaims[] runs, Predicate<Decision> wanted, String expectation) {
        isNotNull();
        if (runs.length == 0) {
            throw new IllegalArgumentException(
                    "there is no run, and nothing would be asserted: write GitHubClaims.of(repository)…build()");
        }
        String failures = Stream.of(runs)
                .map(actual::decide)
                .filter(wanted.negate())
                .map(Decision::explain)
                .collect(joining("\n"));
        if (!failures.isEmpty()) {
            failWithMessage("%nExpecting a run %s, but it is %s", expectation, failures);
        }
        return this;
    }
}

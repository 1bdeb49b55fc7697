package io.github.cdkoidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.trust.GitHubTrust;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RolePlanTest {

    /** A policy is not written to be measured if it cannot be too long. That must never hide one that is. */
    @ParameterizedTest
    @MethodSource("subjects")
    void aPolicysLengthIsNeverSaidTooShortAndExactFromTheQuotaOn(List<GitHubSubject> subjects) {
        for (GitHubIssuer issuer : List.of(
                GitHubIssuer.GITHUB_COM,
                GitHubIssuer.enterpriseServer("github.example.com"),
                GitHubIssuer.enterprise("e".repeat(200)))) {
            GitHubTrust trust = new GitHubTrust(
                    issuer, "a", subjects, Map.of(GitHubClaim.REPOSITORY_OWNER_ID, List.of(new ClaimValue("1"))));
            TrustPolicy policy = trust.policy(issuer.providerArn("aws-us-gov", Example.ACCOUNT));

            assertThat(RolePlan.length(policy)).isGreaterThanOrEqualTo(policy.length());
            if (policy.length() > TrustPolicy.DEFAULT_QUOTA) {
                assertThat(RolePlan.length(policy)).isEqualTo(policy.length());
            }
        }
    }

    /** Many short ones, ones of characters that JSON escapes, exact ones and patterns: what takes the most around the values. */
    static Stream<List<GitHubSubject>> subjects() {
        return IntStream.of(1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144)
                .boxed()
                .flatMap(count -> Stream.of("", "\"", "\\\"\\\"\\\"", "b".repeat(100))
                        .map(text -> IntStream.range(0, count)
                                .mapToObj(i -> i % 2 == 0
                                        ? GitHubSubject.custom("repo:o/" + text + i)
                                        : GitHubSubject.customLike("repo:o/" + text + i + "*"))
                                .toList()));
    }
}

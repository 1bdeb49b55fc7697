package io.github.cdkoidc.trust.exposure;

import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static io.github.cdkoidc.trust.TestPolicies.same;
import static io.github.cdkoidc.trust.TestPolicies.test;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.tokens.Issuers;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TestPolicies;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cannot be computed is said to be so, and why. */
class UnknownExposureTest {

    private static final String MAIN = "repo:octo-org/octo-repo:ref:refs/heads/main";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void aListIsOfThoseWhoGetInAtMostWhereAKeyIsNoClaim() {
        Exposure exposure = policy(same("sub", MAIN), test("IpAddress", "aws:SourceIp", "10.0.0.0/8"))
                .exposure();

        assertThat(exposure.owners().names()).containsExactly("octo-org");
        assertThat(exposure.example()).isEmpty();
        assertThat(exposure).hasToString("""
                        owners: octo-org (perhaps)
                        octo-org/octo-repo: branches main (perhaps); tags none; environments none; pull requests none
                        at most, because key aws:SourceIp is not a claim of a token, so its value is not known here""");
    }

    @Test
    void whatCouldBeUnboundedIsUnknown() {
        Extent owners = policy(like("sub", "repo:*"), test("IpAddress", "aws:SourceIp", "10.0.0.0/8"))
                .exposure()
                .owners();

        assertThat(owners.isUnknown()).isTrue();
        assertThat(owners.isUnbounded()).isFalse();
        assertThat(owners.witness()).isEmpty();
        assertThat(owners)
                .hasToString("cannot be computed, because key aws:SourceIp is not a claim of a token, "
                        + "so its value is not known here");
    }

    @Test
    void whatIsSurelyUnboundedStaysSoBesideWhatIsNotKnown() {
        TrustPolicy policy = TrustPolicy.of(new PolicyDocument(List.of(
                TestPolicies.allow(like("sub", "repo:*")),
                TestPolicies.allow(test("StringEquals", "sub", List.of(ref("Subject")))))));

        assertThat(policy.exposure().owners().isUnbounded()).isTrue();
        assertThat(policy.exposure().owners().isUnknown()).isFalse();
    }

    @Test
    void whatOnlyTheDeploymentKnowsIsBoundedByWhatIsKnown() {
        JsonNode environment = joined("repo:octo-org/octo-repo:environment:", ref("Environment"));
        JsonNode owner = joined("repo:", ref("Owner"));
        Exposure named =
                policy(test("StringEquals", "sub", List.of(environment))).exposure();
        Exposure open = policy(test("StringEquals", "sub", List.of(owner))).exposure();

        assertThat(named.owners().names()).containsExactly("octo-org");
        assertThat(named.admissions().get(0).environments().isUnknown()).isTrue();
        assertThat(named.admissions().get(0).environments())
                .hasToString("cannot be computed, because value " + environment
                        + " of token.actions.githubusercontent.com:sub is known only at deployment");
        assertThat(named.admissions().get(0).branches().isNone()).isTrue();
        assertThat(open.owners().isUnknown()).isTrue();
        assertThat(open.because())
                .containsExactly("value {\"Fn::Join\":[\"\",[\"repo:\",{\"Ref\":\"Owner\"}]]} of "
                        + "token.actions.githubusercontent.com:sub is known only at deployment");
    }

    @Test
    void aPolicyVariableIsNotFollowed() {
        Exposure exposure = policy(
                        like("sub", "repo:${token.actions.githubusercontent.com:repository}:ref:refs/heads/main"))
                .exposure();

        assertThat(exposure.owners().isUnknown()).isTrue();
        assertThat(exposure.because()).containsExactly("a policy variable stands for what the run presents");
    }

    /** GitHub does not say whether the token of such a run holds {@code pull_request} or a ref. */
    @Test
    void whatGitHubDoesNotSayIsNotProved() {
        Exposure exposure = policy(same("sub", "repo:octo-org/octo-repo:pull_request"), same("ref", "refs/heads/main"))
                .exposure();

        assertThat(exposure.isNone()).isFalse();
        assertThat(exposure.example()).isEmpty();
        assertThat(exposure.because()).containsExactly("GitHub does not say what pull_request_target presents as sub");
    }

    @Test
    void theTenKeysOfAnotherIssuerAreNotCountedOn() {
        GitHubIssuer issuer = GitHubIssuer.enterpriseServer("github.example.com");
        TrustPolicy policy = TrustPolicy.parse(
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                "Principal": {"Federated": "%s"}, "Condition": {"StringEquals": {"%s": "octo-org/octo-repo"}}}}""".formatted(issuer.providerArn("aws", "123456789012"), issuer.conditionKey(GitHubClaim.REPOSITORY)));
        Exposure exposure = policy.exposure();

        assertThat(exposure.owners().names()).containsExactly("octo-org");
        assertThat(exposure.example()).isEmpty();
        assertThat(exposure.admissions().get(0).immutable()).isFalse();
    }

    @Test
    void moreGitHubsThanAreToldApartAreNotComputed() {
        Condition[] conditions = IntStream.range(0, Issuers.MOST)
                .mapToObj(i -> GitHubIssuer.enterprise("octo" + i).conditionKey(GitHubClaim.SUB))
                .map(key -> same(key, MAIN))
                .toArray(Condition[]::new);
        Exposure exposure = policy(conditions).exposure();

        assertThat(exposure.isComputed()).isFalse();
        assertThat(exposure.isNone()).isFalse();
        assertThat(exposure.owners().isUnknown()).isTrue();
        assertThat(exposure.audiences().isUnknown()).isTrue();
        assertThat(exposure.except(List.of()).isComputed()).isFalse();
        assertThat(exposure).hasToString("cannot be computed, because 27 issuers are more than 26");
        assertThat(policy(Arrays.copyOf(conditions, Issuers.MOST - 1))
                        .exposure()
                        .isComputed())
                .isTrue();
    }

    private static JsonNode ref(String name) {
        return JSON.objectNode().put("Ref", name);
    }

    private static JsonNode joined(String text, JsonNode end) {
        return JSON.objectNode()
                .set(
                        "Fn::Join",
                        JSON.arrayNode().add("").add(JSON.arrayNode().add(text).add(end)));
    }
}

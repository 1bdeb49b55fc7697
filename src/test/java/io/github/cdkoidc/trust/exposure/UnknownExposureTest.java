package io.github.cdkoidc.trust.exposure;

import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static io.github.cdkoidc.trust.TestPolicies.same;
import static io.github.cdkoidc.trust.TestPolicies.test;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
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
    void aKeyThatIsNoClaimIsTakenAsMet() {
        Exposure exposure = policy(same("sub", MAIN), test("IpAddress", "aws:SourceIp", "10.0.0.0/8"))
                .exposure();

        assertThat(exposure.owners().names()).containsExactly("octo-org");
        assertThat(exposure.example().flatMap(token -> token.get("sub"))).hasValue(MAIN);
        assertThat(exposure).hasToString("""
                        owners: octo-org
                        octo-org/octo-repo: branches main; tags none; environments none; pull requests none
                        at most, because key aws:SourceIp is not a claim of a token, so its value is not known here""");
    }

    @Test
    void whatCouldBeUnboundedIsUnbounded() {
        Exposure exposure = policy(like("sub", "repo:*"), test("IpAddress", "aws:SourceIp", "10.0.0.0/8"))
                .exposure();

        assertThat(exposure.owners().isUnbounded()).isTrue();
        assertThat(exposure.owners().witness()).isPresent();
        assertThat(exposure.because())
                .containsExactly("key aws:SourceIp is not a claim of a token, so its value is not known here");
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
    void whatOnlyTheDeploymentKnowsIsOneNamePerPiece() {
        Exposure environment = of(joined("repo:octo-org/octo-repo:environment:", ref("Environment")));
        Exposure owner = of(joined("repo:", ref("Owner"), "/*"));
        Exposure prefix = of(joined("repo:", ref("Owner"), "*"));
        Exposure repository = of(joined("repo:", ref("Repository"), ":*"));
        Exposure numbers = of(joined("repo:octo-org@", ref("OwnerId"), "/octo-repo@", ref("Id"), ":*"));

        assertThat(environment.admissions().get(0).environments().names()).containsExactly("Environment");
        assertThat(owner.owners().names()).containsExactly("Owner");
        assertThat(owner.repositories("Owner").isUnbounded()).isTrue();
        assertThat(prefix.owners().isUnbounded()).isTrue();
        assertThat(repository.repositories("Repository").names()).containsExactly("Repository");
        assertThat(repository.admissions().get(0).isAnyRun()).isTrue();
        assertThat(numbers.repositories("octo-org").names()).containsExactly("octo-repo");
    }

    @Test
    void aWholeSubThatOnlyTheDeploymentKnowsIsUnknown() {
        Exposure exposure =
                policy(test("StringLike", "sub", List.of(ref("Subject")))).exposure();

        assertThat(exposure.owners().isUnknown()).isTrue();
        assertThat(exposure.because())
                .containsExactly(
                        "value {\"Ref\":\"Subject\"} of token.actions.githubusercontent.com:sub is known only at "
                                + "deployment");
    }

    @Test
    void bothBranchesOfAnIfAreTaken() {
        JsonNode either = JSON.objectNode();
        ((ObjectNode) either).putArray("Fn::If").add("IsProd").add(MAIN).add("repo:octo-org/other:pull_request");

        assertThat(of(either).repositories("octo-org").names()).containsExactly("octo-repo", "other");
    }

    private static Exposure of(JsonNode subject) {
        return policy(test("StringLike", "sub", List.of(subject))).exposure();
    }

    @Test
    void aPolicyVariableIsWhateverTheRunPresents() {
        Exposure actor = policy(like("sub", "repo:${token.actions.githubusercontent.com:actor}/*"))
                .exposure();
        Exposure tag = policy(like("sub", "repo:octo-org/${aws:PrincipalTag/Repository}:*"))
                .exposure();

        assertThat(actor.owners().isUnbounded()).isTrue();
        GitHubClaims token = actor.owners().witness().orElseThrow();
        assertThat(token.get("actor")).isEqualTo(token.get("repository_owner"));
        assertThat(tag.repositories("octo-org").isUnbounded()).isTrue();
    }

    @Test
    void aPullRequestThatIsMergedPresentsTheBranch() {
        Exposure exposure = policy(same("sub", "repo:octo-org/octo-repo:pull_request"), same("ref", "refs/heads/main"))
                .exposure();

        assertThat(exposure.admissions().get(0).pullRequests().names()).containsExactly("pull_request");
        assertThat(exposure.example().flatMap(token -> token.get("ref"))).hasValue("refs/heads/main");
    }

    @Test
    void theTenKeysOfAnotherIssuerAreTakenAsPopulated() {
        GitHubIssuer issuer = GitHubIssuer.enterpriseServer("github.example.com");
        TrustPolicy policy = TrustPolicy.parse(
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                "Principal": {"Federated": "%s"}, "Condition": {"StringEquals": {"%s": "octo-org/octo-repo"}}}}""".formatted(issuer.providerArn("aws", "123456789012"), issuer.conditionKey(GitHubClaim.REPOSITORY)));
        Exposure exposure = policy.exposure();

        assertThat(exposure.owners().names()).containsExactly("octo-org");
        assertThat(exposure.because())
                .containsExactly("key " + issuer.conditionKey(GitHubClaim.REPOSITORY)
                        + " is documented for github.com in partition aws alone");
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

    private static JsonNode joined(Object... parts) {
        ObjectNode join = JSON.objectNode();
        ArrayNode list = join.putArray("Fn::Join").add("").addArray();
        for (Object part : parts) {
            if (part instanceof JsonNode expression) {
                list.add(expression);
            } else {
                list.add((String) part);
            }
        }
        return join;
    }
}

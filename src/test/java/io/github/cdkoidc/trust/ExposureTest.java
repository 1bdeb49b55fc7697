package io.github.cdkoidc.trust;

import static io.github.cdkoidc.trust.TestPolicies.allow;
import static io.github.cdkoidc.trust.TestPolicies.deny;
import static io.github.cdkoidc.trust.TestPolicies.like;
import static io.github.cdkoidc.trust.TestPolicies.policy;
import static io.github.cdkoidc.trust.TestPolicies.same;
import static io.github.cdkoidc.trust.TestPolicies.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {

    private static final String MAIN = "repo:octo-org/octo-repo:ref:refs/heads/main";

    @Test
    void anExactSubjectIsOneBranchOfOneRepository() {
        Exposure exposure = policy(same("sub", MAIN)).exposure();

        assertThat(exposure).hasToString("""
                        owners: octo-org
                        octo-org/octo-repo: branches main; tags none; environments none; pull requests none""");
        assertThat(exposure.because()).isEmpty();
        assertThat(exposure.audiences()).hasToString("sts.amazonaws.com");
    }

    @Test
    void anOwnerThatEndsInAStarIsAnybodyWhoseNameStartsSo() {
        TrustPolicy policy = policy(like("sub", "repo:octo-org*"));
        GitHubClaims witness = policy.exposure().owners().witness().orElseThrow();

        assertThat(witness.get("sub")).contains("repo:octo-orga/a:ref:refs/heads/a");
        assertThat(witness.get("repository")).contains("octo-orga/a");
        assertThat(policy.decide(witness).isAllowed()).isTrue();
        assertThat(policy.exposure().admissions()).hasSize(1);
    }

    /** No name holds the colon and the slash that a star would have to take in. */
    @Test
    void numbersThatAreStarsAdmitNoOtherOwnerOrRepository() {
        Exposure exposure = policy(like("sub", "repo:octo-org@*/octo-repo@*:ref:refs/heads/main")).exposure();

        assertThat(exposure.owners().names()).containsExactly("octo-org");
        assertThat(exposure.repositories("octo-org").names()).containsExactly("octo-repo");
        assertThat(exposure.admissions().get(0).branches().names()).containsExactly("main");
        assertThat(exposure.admissions().get(0).classic()).isFalse();
        assertThat(exposure.admissions().get(0).immutable()).isTrue();
        assertThat(exposure.except(List.of(GitHubRepository.of("octo-org/octo-repo")))
                        .isNone())
                .isTrue();
    }

    @Test
    void aNumberBesideAllOfAnOwnersRepositoriesIsOneRepository() {
        Exposure all = policy(like("sub", "repo:octo-org/*")).exposure();
        Exposure one = policy(like("sub", "repo:octo-org/*"), same("repository_id", "456789")).exposure();

        assertThat(all.owners().names()).containsExactly("octo-org");
        assertThat(all.repositories("octo-org").isUnbounded()).isTrue();
        assertThat(one.owners().names()).containsExactly("octo-org");
        assertThat(one.repositories("octo-org").names()).containsExactly("@456789");
    }

    @Test
    void aNumberAloneIsOneRepositoryToo() {
        Exposure repository = policy(like("sub", "*"), same("repository_id", "456789")).exposure();
        Exposure owner = policy(like("sub", "*"), same("repository_owner_id", "123456")).exposure();

        assertThat(repository.owners().isUnbounded()).isFalse();
        assertThat(repository.admissions()).extracting(Admission::fullName).containsExactly("*/@456789");
        assertThat(owner.owners().names()).containsExactly("@123456");
        assertThat(owner.repositories("@123456").isUnbounded()).isTrue();
    }

    @Test
    void twoOperatorsOnOneKeyAreBothAsked() {
        assertThat(policy(same("sub", MAIN), like("sub", "*")).exposure())
                .hasToString(policy(same("sub", MAIN)).exposure().toString());
    }

    @Test
    void aDenyTakesAwayWhatAnAllowGives() {
        TrustPolicy policy = TrustPolicy.of(new PolicyDocument(List.of(
                allow(like("sub", "repo:*")),
                deny(test("StringNotLike", "sub", "repo:octo-org/octo-repo:*")),
                deny(same("sub", "repo:octo-org/octo-repo:pull_request")))));
        Admission only = policy.exposure().admissions().get(0);

        assertThat(policy.exposure().admissions()).hasSize(1);
        assertThat(only.fullName()).isEqualTo("octo-org/octo-repo");
        assertThat(only.branches().isUnbounded()).isTrue();
        assertThat(only.pullRequests().isNone()).isTrue();
    }

    @Test
    void oneLooseValueInAListIsSeenBesideTheOthers() {
        Exposure exposure = policy(like("sub", "repo:octo-org/*", "repo:hexa/one:*", "repo:*/special:ref:refs/heads/main")).exposure();

        assertThat(exposure.owners().isUnbounded()).isTrue();
        assertThat(exposure.admissions())
                .extracting(Admission::fullName)
                .containsExactly("*/special", "octo-org/*", "hexa/one", "hexa/special");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                          | unbounded | unbounded | unbounded | yes",
                "ref:*                      | unbounded | unbounded | none      | none",
                "ref:refs/heads/*           | unbounded | none      | none      | none",
                "ref:refs/heads/main*       | unbounded | none      | none      | none",
                "ref:refs/heads/release-?   | unbounded | none      | none      | none",
                "ref:refs/tags/v*           | none      | unbounded | none      | none",
                "ref:refs/heads/main        | main      | none      | none      | none",
                "environment:*              | none      | none      | unbounded | none",
                "environment:prod           | none      | none      | prod      | none",
                "environment:a%3Ab          | none      | none      | a%3Ab, a:b | none",
                "pull_request               | none      | none      | none      | yes",
                "p*                         | none      | none      | none      | yes",
                "*main                      | unbounded | unbounded | unbounded | none",
            })
    void contextsAreToldApart(String context, String branches, String tags, String environments, String pullRequests) {
        Admission only = policy(like("sub", "repo:octo-org/octo-repo:" + context)).exposure()
                .admissions()
                .get(0);

        assertThat(List.of(only.branches(), only.tags(), only.environments()))
                .extracting(extent -> extent.toString().replaceFirst(",? such as.*", ""))
                .containsExactly(branches, tags, environments);
        assertThat(only.toString()).endsWith("pull requests " + pullRequests);
        assertThat(only.pullRequests().example().flatMap(token -> token.get("event_name")))
                .isEqualTo(pullRequests.equals("yes") ? Optional.of("pull_request") : Optional.empty());
        assertThat(only.branches().example().flatMap(token -> token.get("event_name")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:octo-org/octo-repo:refs/heads/main",
                "repo:octo-org/octo-repo:*",
                "repo:octo_org_x/octo-repo:pull_request",
                "repo:octo-org/..:pull_request",
                "repo:octo-org@1/octo-repo:pull_request",
                "repo:octo-org@0/octo-repo@1:pull_request",
                "repo:octo-org/octo-repo:ref:refs/heads/a..b",
                "repo:octo-org/octo-repo:ref:refs/heads/a.lock",
                "repo:octo-org/octo-repo:ref:refs/heads/a:b",
                "repo:octo-org/octo-repo:environment:a:b",
                "repo:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/octo-repo:pull_request",
            })
    void whatGitHubNeverMintsAdmitsNobody(String sub) {
        assertThat(policy(same("sub", sub)).exposure().isNone()).isTrue();
    }

    @Test
    void whoeverTakesOverTheNamesGetsInWhereTheNumbersAreNotTested() {
        TrustPolicy names = policy(same("sub", MAIN));
        TrustPolicy numbers = policy(same("sub", "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main"));

        assertThat(names.decide(names.exposure()
                                .admissions()
                                .get(0)
                                .successor()
                                .orElseThrow())
                        .isAllowed())
                .isTrue();
        assertThat(numbers.exposure().admissions().get(0).successor()).isEmpty();
        assertThat(policy(like("sub", "repo:octo-org/*")).exposure().admissions())
                .extracting(Admission::successor)
                .containsExactly(Optional.empty());
        assertThat(numbers.exposure()
                        .admissions()
                        .get(0)
                        .example()
                        .orElseThrow()
                        .get("repository_id"))
                .contains("456789");
    }

    @Test
    void theCaseOfOwnersAndRepositoriesIsNoDifferenceAndThatOfBranchesIs() {
        Exposure exposure = policy(test("StringEqualsIgnoreCase", "sub", MAIN)).exposure();

        assertThat(exposure.owners().names()).containsExactly("octo-org");
        assertThat(exposure.repositories("octo-org").names()).containsExactly("octo-repo");
        assertThat(exposure.admissions()
                        .get(0)
                        .branches()
                        .witness()
                        .orElseThrow()
                        .get("ref"))
                .contains("refs/heads/Main");
    }

    @Test
    void aClaimThatCanBeAbsentIsAHoleUnderIfExists() {
        Admission only = policy(
                        like("sub", "repo:octo-org/octo-repo:*"), test("StringEqualsIfExists", "environment", "prod")).exposure()
                .admissions()
                .get(0);

        assertThat(only.environments().names()).containsExactly("prod");
        assertThat(only.branches().isUnbounded()).isTrue();
    }

    @Test
    void aMissingAudienceTestAdmitsTokensForAnybody() {
        TrustPolicy policy = TrustPolicy.of(new PolicyDocument(List.of(TestPolicies.statement(Effect.ALLOW, List.of(same("sub", MAIN))))));
        Extent audiences = policy.exposure().audiences();

        assertThat(audiences.isUnbounded()).isTrue();
        assertThat(policy.decide(audiences.witness().orElseThrow()).isAllowed()).isTrue();
        assertThat(audiences.witness().orElseThrow().get("aud")).contains("a");
        assertThat(policy.exposure().example().orElseThrow().get("aud")).contains("sts.amazonaws.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::123456789012:oidc-provider/github.example.com/_services/token | aws:x",
                "* | github.example.com/_services/token:sub",
            })
    void theGitHubOfThePrincipalAndThatOfTheKeysAreAsked(String principal, String key) {
        Extent owners =
                TrustPolicy.parse("""
                        {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                        "Principal": {"Federated": "%s"}, "Condition": {"StringLike": {"%s": "repo:*"}}}}""".formatted(principal, key)).exposure().owners();

        assertThat(owners.isNone()).isFalse();
    }

    @Test
    void aWorkflowFileAtAnyRefIsUnbounded() {
        String file = "octo-org/ci/.github/workflows/deploy.yml@";
        Extent any = policy(same("sub", MAIN), like("job_workflow_ref", file + "*")).exposure()
                .workflowFiles();
        Extent one = policy(same("sub", MAIN), same("job_workflow_ref", file + "refs/heads/main")).exposure()
                .workflowFiles();

        assertThat(any.witness().orElseThrow().get("job_workflow_ref")).contains(file + "refs/tags/a");
        assertThat(one.names()).containsExactly(file + "refs/heads/main");
    }

    @Test
    void othersThanTheNamedAreWhoIsLeft() {
        Exposure exposure = policy(like("sub", "repo:octo-org/octo-repo:*", "repo:hexa/one:*")).exposure();
        GitHubRepository named = GitHubRepository.of("Octo-Org/octo-repo");

        assertThat(exposure.except(List.of(named)).owners().names()).containsExactly("hexa");
        assertThat(exposure.except(List.of(named, GitHubRepository.of("hexa/one")))
                        .isNone())
                .isTrue();
    }

    @Test
    void aNamedRepositoryIsKnownByItsNumberToo() {
        Exposure exposure = policy(like("sub", "*"), same("repository_id", "456789")).exposure();

        assertThat(exposure.except(List.of(Trusts.WITH_IDS)).isNone()).isTrue();
        assertThat(exposure.except(List.of(Trusts.REPOSITORY)).isNone()).isFalse();
    }
}

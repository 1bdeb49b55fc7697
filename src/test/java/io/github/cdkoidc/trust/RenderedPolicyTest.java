package io.github.cdkoidc.trust;

import static io.github.cdkoidc.trust.Trusts.AUDIENCE;
import static io.github.cdkoidc.trust.Trusts.PROVIDER;
import static io.github.cdkoidc.trust.Trusts.REPOSITORY;
import static io.github.cdkoidc.trust.Trusts.WITH_IDS;
import static io.github.cdkoidc.trust.Trusts.values;
import static java.util.stream.Collectors.joining;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a trust is in JSON. */
class RenderedPolicyTest {

    @Test
    void oneExactSubjectIsOneStatement() {
        assertThat(Trusts.of(REPOSITORY.branch("main")).policy().toJson())
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                + "\"Principal\":{\"Federated\":\"" + PROVIDER + "\"},"
                                + "\"Action\":\"sts:AssumeRoleWithWebIdentity\","
                                + "\"Condition\":{\"StringEquals\":{"
                                + "\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\","
                                + "\"token.actions.githubusercontent.com:sub\":\"repo:octo-org/octo-repo:ref:refs/heads/main\"}}}]}");
    }

    @Test
    void aPatternIsTestedWithStringLikeAndTheAudienceWithStringEquals() {
        assertConditions(Trusts.of(REPOSITORY.anyRun()), """
                {
                  "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
                  "StringLike": {"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:*"}
                }
                """);
    }

    @Test
    void bothSpellingsAreAlternativesOfOneTest() {
        assertConditions(Trusts.of(WITH_IDS.environment("production")), """
                {
                  "StringEquals": {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:sub": [
                      "repo:octo-org/octo-repo:environment:production",
                      "repo:octo-org@123456/octo-repo@456789:environment:production"
                    ]
                  }
                }
                """);
    }

    @Test
    void severalExactSubjectsAreOneStatement() {
        assertConditions(
                Trusts.of(
                        WITH_IDS.immutableOnly().branch("main"),
                        REPOSITORY.pullRequest(),
                        GitHubSubject.custom("repository_owner:octo-org")),
                """
                {
                  "StringEquals": {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:sub": [
                      "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main",
                      "repo:octo-org/octo-repo:pull_request",
                      "repository_owner:octo-org"
                    ]
                  }
                }
                """);
    }

    /** Two operators on one key of one statement would be ANDed, and nobody would get in. */
    @Test
    void exactSubjectsAndPatternsAreTwoStatements() {
        assertConditions(
                Trusts.of(
                        REPOSITORY.branchesLike("release/*"),
                        REPOSITORY.branch("main"),
                        REPOSITORY.tagsLike("v*"),
                        REPOSITORY.environment("production")),
                """
                {
                  "StringEquals": {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:sub": [
                      "repo:octo-org/octo-repo:ref:refs/heads/main",
                      "repo:octo-org/octo-repo:environment:production"
                    ]
                  }
                }
                """,
                """
                {
                  "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
                  "StringLike": {
                    "token.actions.githubusercontent.com:sub": [
                      "repo:octo-org/octo-repo:ref:refs/heads/release/*",
                      "repo:octo-org/octo-repo:ref:refs/tags/v*"
                    ]
                  }
                }
                """);
    }

    @Test
    void furtherClaimsAreTestedInEveryStatement() {
        Map<GitHubClaim, List<ClaimValue>> claims = Map.of(
                GitHubClaim.JOB_WORKFLOW_REF,
                values("octo-org/automation/.github/workflows/*@refs/heads/main"),
                GitHubClaim.ACTOR,
                values("octocat", "monalisa"));

        assertConditions(
                new TrustRequest(
                        GitHubIssuer.GITHUB_COM,
                        AUDIENCE,
                        PROVIDER,
                        List.of(REPOSITORY.pullRequest(), REPOSITORY.anyRun()),
                        claims),
                """
                {
                  "StringEquals": {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:pull_request",
                    "token.actions.githubusercontent.com:actor": ["octocat", "monalisa"]
                  },
                  "StringLike": {
                    "token.actions.githubusercontent.com:job_workflow_ref":
                      "octo-org/automation/.github/workflows/*@refs/heads/main"
                  }
                }
                """,
                """
                {
                  "StringEquals": {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:actor": ["octocat", "monalisa"]
                  },
                  "StringLike": {
                    "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:*",
                    "token.actions.githubusercontent.com:job_workflow_ref":
                      "octo-org/automation/.github/workflows/*@refs/heads/main"
                  }
                }
                """);
    }

    @Test
    void theKeysAreThoseOfTheIssuer() {
        assertConditions(
                new TrustRequest(
                        GitHubIssuer.enterpriseServer("github.example.com"),
                        "https://github.example.com/octo-org",
                        GitHubIssuer.enterpriseServer("github.example.com").providerArn("aws", "123456789012"),
                        List.of(REPOSITORY.branch("main")),
                        Map.of(GitHubClaim.REF, values("refs/heads/main"))),
                """
                {
                  "StringEquals": {
                    "github.example.com/_services/token:aud": "https://github.example.com/octo-org",
                    "github.example.com/_services/token:sub": "repo:octo-org/octo-repo:ref:refs/heads/main",
                    "github.example.com/_services/token:ref": "refs/heads/main"
                  }
                }
                """);
    }

    @Test
    void aValueThatSeveralSubjectsShareIsThereOnce() {
        RenderedPolicy policy = Trusts.document(
                REPOSITORY.branch("main"),
                WITH_IDS.branch("main"),
                REPOSITORY.branch("main"),
                REPOSITORY.anyRun(),
                GitHubSubject.customLike("repo:octo-org/octo-repo:*"));

        assertThat(policy.subs("StringEquals"))
                .containsExactly(
                        "repo:octo-org/octo-repo:ref:refs/heads/main",
                        "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main");
        assertThat(policy.subs("StringLike")).containsExactly("repo:octo-org/octo-repo:*");
    }

    @Test
    void aDollarSignWithABraceIsNoPolicyVariable() {
        RenderedPolicy policy = Trusts.document(
                REPOSITORY.branch("${aws}"),
                REPOSITORY.environment("$${x}${Token}"),
                REPOSITORY.environment("${Token[no token]}${Token["),
                REPOSITORY.branchesLike("${*"));

        assertThat(policy.subs("StringEquals"))
                .containsExactly(
                        "repo:octo-org/octo-repo:ref:refs/heads/${$}{aws}",
                        "repo:octo-org/octo-repo:environment:$${$}{x}${$}{Token}",
                        "repo:octo-org/octo-repo:environment:${$}{Token[no token]}${$}{Token[");
        assertThat(policy.subs("StringLike")).containsExactly("repo:octo-org/octo-repo:ref:refs/heads/${$}{*");
    }

    @Test
    void aTokenIsNotEscaped() {
        GitHubRepository repository = GitHubRepository.of("${Token[TOKEN.7]}", "octo-repo");

        assertThat(Trusts.document(repository.branch("${Token[TOKEN.8]}/${x}")).subs("StringEquals"))
                .containsExactly("repo:${Token[TOKEN.7]}/octo-repo:ref:refs/heads/${Token[TOKEN.8]}/${$}{x}");
    }

    @Test
    void classicAndImmutableTokensAreBothInThePolicy() {
        GitHubClaims classic =
                GitHubClaims.of(WITH_IDS).branch("main").classicSubject().build();
        GitHubClaims immutable = GitHubClaims.of(WITH_IDS).branch("main").build();

        assertThat(Trusts.document(WITH_IDS.branch("main")).exactSubs())
                .containsExactly(
                        classic.get(GitHubClaim.SUB).orElseThrow(),
                        immutable.get(GitHubClaim.SUB).orElseThrow())
                .containsExactly(
                        "repo:octo-org/octo-repo:ref:refs/heads/main",
                        "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main");
    }

    /** The whole document: a statement for each condition element, and all else as ever. */
    private static void assertConditions(TrustRequest trust, String... conditions) {
        String statements = Arrays.stream(conditions)
                .map(condition -> """
                        {
                          "Effect": "Allow",
                          "Principal": {"Federated": "%s"},
                          "Action": "sts:AssumeRoleWithWebIdentity",
                          "Condition": %s
                        }
                        """.formatted(trust.issuer().providerArn("aws", "123456789012"), condition))
                .collect(joining(","));
        assertThatJson(trust.policy().toJson())
                .isEqualTo("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}");
    }
}

package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubClaimsBuilderTest {

    private static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");
    private static final GitHubRepository WITH_IDS = REPOSITORY.withIds(123456, 456789);

    static Stream<Arguments> theEnvironmentComesBeforeThePullRequestAndThatBeforeTheRef() {
        return Stream.of(
                run("ref:refs/heads/main", run -> run.branch("main")),
                run("ref:refs/tags/v1.2.3", run -> run.tag("v1.2.3")),
                run("ref:refs/heads/main", run -> run.branch("main").event("push")),
                run("ref:refs/heads/main", run -> run.branch("main").event("schedule")),
                run("ref:refs/heads/main", run -> run.branch("main").event("workflow_run")),
                run("ref:refs/heads/main", run -> run.branch("main").event("issue_comment")),
                run("ref:refs/tags/v1", run -> run.tag("v1").event("release")),
                run("ref:refs/tags/v1", run -> run.tag("v1").event("workflow_dispatch")),
                run(
                        "ref:refs/heads/gh-readonly-queue/main/pr-7-0a1b2c3",
                        run -> run.branch("gh-readonly-queue/main/pr-7-0a1b2c3").event("merge_group")),
                run("pull_request", run -> run.pullRequest(7)),
                run("pull_request", run -> run.event("pull_request")),
                run("pull_request", run -> run.branch("main").event("pull_request")),
                run("environment:production", run -> run.environment("production")),
                run(
                        "environment:production",
                        run -> run.environment("production").branch("main")),
                run(
                        "environment:production",
                        run -> run.environment("production").tag("v1")),
                run(
                        "environment:production",
                        run -> run.environment("production").pullRequest(7)),
                run(
                        "environment:production",
                        run -> run.environment("production").event("pull_request_target")));
    }

    private static Arguments run(String context, UnaryOperator<GitHubClaimsBuilder> said) {
        return arguments(context, said);
    }

    @ParameterizedTest(name = "{0}, run {index}")
    @MethodSource
    void theEnvironmentComesBeforeThePullRequestAndThatBeforeTheRef(
            String context, UnaryOperator<GitHubClaimsBuilder> said) {
        GitHubClaims claims = said.apply(GitHubClaims.of(REPOSITORY)).build();

        assertThat(claims.get("sub")).contains("repo:octo-org/octo-repo:" + context);
    }

    @Test
    void aRunOfABranchPresentsAllThatIsKnownOfIt() {
        GitHubClaims claims =
                GitHubClaims.of(WITH_IDS).branch("main").event("push").build();

        assertThat(claims.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "iss", "https://token.actions.githubusercontent.com",
                        "aud", "sts.amazonaws.com",
                        "sub", "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main",
                        "repository", "octo-org/octo-repo",
                        "repository_owner", "octo-org",
                        "repository_id", "456789",
                        "repository_owner_id", "123456",
                        "ref", "refs/heads/main",
                        "ref_type", "branch",
                        "event_name", "push"));
    }

    @Test
    void aRunOfARepositoryWithoutIdsPresentsNone() {
        GitHubClaims claims = GitHubClaims.of(REPOSITORY).tag("v1").build();

        assertThat(claims.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "iss", "https://token.actions.githubusercontent.com",
                        "aud", "sts.amazonaws.com",
                        "sub", "repo:octo-org/octo-repo:ref:refs/tags/v1",
                        "repository", "octo-org/octo-repo",
                        "repository_owner", "octo-org",
                        "ref", "refs/tags/v1",
                        "ref_type", "tag"));
    }

    @Test
    void aPullRequestIsOfItsMergeRef() {
        GitHubClaims claims = GitHubClaims.of(REPOSITORY).pullRequest(7).build();

        assertThat(claims.get("event_name")).contains("pull_request");
        assertThat(claims.get("ref")).contains("refs/pull/7/merge");
        assertThat(claims.get("ref_type")).contains("branch");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aPullRequestHasAPositiveNumber(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaims.of(REPOSITORY).pullRequest(number))
                .withMessage(
                        "pull request " + number + " is not positive, and GitHub counts from 1: write pullRequest(1)");
    }

    @Test
    void onlyTheSubEscapesTheColonOfAnEnvironment() {
        GitHubClaims claims = GitHubClaims.of(REPOSITORY).environment("a:b:c%").build();

        assertThat(claims.get("sub")).contains("repo:octo-org/octo-repo:environment:a%3Ab%3Ac%");
        assertThat(claims.get("environment")).contains("a:b:c%");
    }

    @Test
    void theClassicSubjectOfARepositoryWithIdsHasToBeAskedFor() {
        GitHubClaims claims =
                GitHubClaims.of(WITH_IDS).branch("main").classicSubject().build();

        assertThat(claims.get("sub")).contains("repo:octo-org/octo-repo:ref:refs/heads/main");
        assertThat(claims.get("repository_id")).contains("456789");
    }

    @Test
    void anEnterpriseServerMintsTheClassicSubjectAlone() {
        GitHubClaims claims = GitHubClaims.of(WITH_IDS.immutableOnly())
                .branch("main")
                .issuer(GitHubIssuer.enterpriseServer("github.example.com"))
                .build();

        assertThat(claims.get("sub")).contains("repo:octo-org/octo-repo:ref:refs/heads/main");
        assertThat(claims.get("iss")).contains("https://github.example.com/_services/token");
    }

    @Test
    void anotherIssuerAndAudienceAreSaidInTheToken() {
        GitHubClaims claims = GitHubClaims.of(WITH_IDS)
                .branch("main")
                .issuer(GitHubIssuer.gheCom("octo"))
                .audience("https://github.com/octo-org")
                .build();

        assertThat(claims.get("iss")).contains("https://token.actions.octo.ghe.com");
        assertThat(claims.get("aud")).contains("https://github.com/octo-org");
        assertThat(claims.get("sub")).contains("repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main");
    }

    @Test
    void anExplicitSubWins() {
        GitHubClaims claims = GitHubClaims.of(REPOSITORY)
                .event("pull_request_target")
                .claim(GitHubClaim.SUB, "repo:octo-org/octo-repo:pull_request")
                .build();

        assertThat(claims.get("sub")).contains("repo:octo-org/octo-repo:pull_request");
    }

    @Test
    void anyClaimCanBeSaid() {
        GitHubClaims claims = GitHubClaims.of(REPOSITORY)
                .branch("main")
                .claim(GitHubClaim.ACTOR, "octocat")
                .claim("runner_environment", "self-hosted")
                .build();

        assertThat(claims.get(GitHubClaim.ACTOR)).contains("octocat");
        assertThat(claims.get("runner_environment")).contains("self-hosted");
    }

    static Stream<Arguments> aCustomisedSubIsWrittenInTheOrderOfItsKeys() {
        return Stream.of(
                arguments(new String[] {"repo"}, "repo:octo-org/octo-repo"),
                arguments(new String[] {"repository"}, "repo:octo-org/octo-repo"),
                arguments(
                        new String[] {"repository_owner", "repository_visibility"},
                        "repository_owner:octo-org:repository_visibility:private"),
                arguments(
                        new String[] {"repo", "context", "job_workflow_ref"},
                        "repo:octo-org/octo-repo:environment:prod:"
                                + "job_workflow_ref:octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main"),
                arguments(
                        new String[] {"environment", "ref", "repo"},
                        "environment:prod:ref:refs/heads/main:repo:octo-org/octo-repo"));
    }

    @ParameterizedTest
    @MethodSource
    void aCustomisedSubIsWrittenInTheOrderOfItsKeys(String[] keys, String sub) {
        GitHubClaims claims = GitHubClaims.of(REPOSITORY.withSubjectTemplate(SubjectTemplate.of(keys)))
                .branch("main")
                .environment("prod")
                .claim("repository_visibility", "private")
                .claim(
                        GitHubClaim.JOB_WORKFLOW_REF,
                        "octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main")
                .build();

        assertThat(claims.get("sub")).contains(sub);
    }

    @Test
    void aCustomisedSubHoldsTheIdsOfAnImmutableRepository() {
        GitHubClaims claims = GitHubClaims.of(WITH_IDS.withSubjectTemplate(SubjectTemplate.of("repo")))
                .build();

        assertThat(claims.get("sub")).contains("repo:octo-org@123456/octo-repo@456789");
    }

    @Test
    void aKeyOfTheTemplateThatNobodySaidIsAskedFor() {
        GitHubRepository repository =
                REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repo", "context", "job_workflow_ref"));
        GitHubClaimsBuilder run = GitHubClaims.of(repository).branch("main");

        assertThatIllegalArgumentException()
                .isThrownBy(run::build)
                .withMessage(
                        "claim key \"job_workflow_ref\" of the subject template has no value here: write "
                                + "template.given(\"job_workflow_ref\", \"…\") for a subject, or claim(\"job_workflow_ref\", \"…\") for a run");
    }

    @Test
    void aRunOfNothingHasNoSub() {
        GitHubClaimsBuilder run = GitHubClaims.of(REPOSITORY).event("push");

        assertThatIllegalArgumentException()
                .isThrownBy(run::build)
                .withMessage(
                        "run of no branch, tag, environment or pull request has no documented sub: write branch(\"main\"), "
                                + "or claim(\"sub\", \"…\") as the token has it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment",
                "deployment_status",
                "pull_request_review",
                "pull_request_review_comment",
                "pull_request_target"
            })
    void anEventWhoseContextGitHubDoesNotDocumentHasNoSub(String event) {
        GitHubClaimsBuilder run = GitHubClaims.of(REPOSITORY).branch("main").event(event);

        assertThatIllegalArgumentException()
                .isThrownBy(run::build)
                .withMessage("event " + event + " has no documented sub when the job names no environment: "
                        + "write claim(\"sub\", \"…\") as the token has it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEnvironmentThatIsNamedIsNotBlank(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaims.of(REPOSITORY).environment(name))
                .withMessage("environment \"" + name
                        + "\" is blank, and no environment is called so: "
                        + "write its name, such as environment(\"production\"), or leave the call out");
    }

    @Test
    void anEnvironmentHas255CharactersAtTheMost() {
        String longest = "*".repeat(255);
        assertThat(GitHubClaims.of(REPOSITORY).environment(longest).build().get("environment"))
                .contains(longest);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaims.of(REPOSITORY).environment("e".repeat(256)))
                .withMessage("environment of 256 characters is longer than the 255 that GitHub takes: "
                        + "write its name, such as environment(\"production\")");
    }

    @Test
    void aBranchThatGitDoesNotAllowIsRefusedWhereItIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaims.of(REPOSITORY).branch("refs/heads/main"))
                .withMessage("branch \"refs/heads/main\" is a full ref, and a name is wanted, without refs/heads/: "
                        + "write branch(\"main\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaims.of(REPOSITORY).tag("v1..2"))
                .withMessage(
                        "tag \"v1..2\" holds \"..\" where git allows none, so no run can have it: write the name as "
                                + "`git tag --list` shows it");
    }
}

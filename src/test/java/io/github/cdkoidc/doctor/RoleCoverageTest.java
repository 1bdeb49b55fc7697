package io.github.cdkoidc.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.Predictor;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows in few words, policies, and what becomes of the runs. */
class RoleCoverageTest {

    static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");
    private static final String REPO = "repo:octo-org/octo-repo:";

    static List<PredictedRun> runs(Predictor predictor, String on, String job) {
        String yaml = """
                name: Deploy
                on: %s
                permissions: {id-token: write}
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    %s
                    steps:
                      - uses: aws-actions/configure-aws-credentials@v6
                        with: {role-to-assume: deploy, aws-region: us-east-1}
                """.formatted(on, job);
        return predictor.predict(List.of(WorkflowReader.read(".github/workflows/deploy.yml", yaml)));
    }

    static TrustPolicy policy(String conditions) {
        return TrustPolicy.parse("{\"Version\": \"2012-10-17\", \"Statement\": [" + statement(conditions) + "]}");
    }

    static String statement(String conditions) {
        return """
                {
                  "Effect": "Allow",
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Principal": {"Federated":
                    "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
                  "Condition": {%s}}
                """.formatted(conditions.replace("~", "token.actions.githubusercontent.com:"));
    }

    private static List<String> coverages(Predictor predictor, String on, String job, String conditions) {
        DoctorRole role = DoctorRoles.of("Deploy", policy(conditions));
        List<String> coverages = new ArrayList<>();
        runs(predictor, on, job)
                .forEach(run -> run.logins()
                        .forEach(login -> coverages.add(run.trigger().event() + " "
                                + run.ref().shown() + ": " + RoleCoverage.of(role, run, login.audience()))));
        return coverages;
    }

    @ParameterizedTest
    @MethodSource
    void theRunsOfAWorkflowAreAdmitted(String on, String job, String conditions, List<String> expected) {
        Predictor predictor = Predictor.of(REPOSITORY).withDefaultBranch("main");

        assertThat(coverages(predictor, on, job, conditions.replace("REPO:", REPO)))
                .containsExactlyElementsOf(expected.stream()
                        .map(line -> line.replace("REPO:", REPO))
                        .toList());
    }

    static Stream<Arguments> theRunsOfAWorkflowAreAdmitted() {
        String main = "'StringEquals': {'~sub': 'REPO:ref:refs/heads/main'}".replace('\'', '"');
        String production = "'StringEquals': {'~sub': 'REPO:environment:production'}".replace('\'', '"');
        String releases = "'StringLike': {'~sub': 'REPO:ref:refs/heads/release/*'}".replace('\'', '"');
        String sometimes = "sometimes: sub REPO:ref:%s assumes the role, sub REPO:ref:%s does not";
        return Stream.of(
                arguments("{push: {branches: [main]}}", "", main, List.of("push refs/heads/main: always")),
                arguments("{push: {branches: [dev]}}", "", main, List.of("push refs/heads/dev: never")),
                arguments(
                        "push",
                        "",
                        main,
                        List.of(
                                "push refs/heads/<**>: " + sometimes.formatted("refs/heads/main", "refs/heads/a"),
                                "push refs/tags/<**>: never")),
                arguments(
                        "{push: {branches: ['release/**', '!release/**-rc']}}",
                        "",
                        releases,
                        List.of("push refs/heads/<release/** !release/**-rc>: always")),
                arguments(
                        "{push: {branches: ['**', '!release/*', '!main']}}",
                        "",
                        releases,
                        List.of("push refs/heads/<** !release/* !main>: "
                                + sometimes.formatted("refs/heads/release/a/a", "refs/heads/a"))),
                arguments(
                        "{push: {branches: ['**', '!release/**']}}",
                        "",
                        releases,
                        List.of("push refs/heads/<** !release/**>: never")),
                arguments(
                        "{push: {branches: [main]}}",
                        "environment: production",
                        production,
                        List.of("push refs/heads/main: always")),
                arguments(
                        "{push: {branches: [main]}}",
                        "environment: production",
                        main,
                        List.of("push refs/heads/main: never")),
                arguments(
                        "{push: {branches: [main]}}",
                        "environment: '${{ vars.STAGE }}'",
                        production,
                        List.of(
                                "push refs/heads/main: cannot be known, because it is never if no environment, and vars.STAGE is "
                                        + "set on GitHub; it is unknown if environment <?vars.STAGE>, and vars.STAGE is set on "
                                        + "GitHub")),
                arguments(
                        "{push: {branches: [main]}}",
                        "environment: '${{ vars.STAGE }}-eu'",
                        production,
                        List.of("push refs/heads/main: never")),
                arguments("pull_request", "", main, List.of("pull_request refs/pull/<number>/merge: never")),
                arguments("issue_comment", "", main, List.of("issue_comment refs/heads/main: always")),
                arguments(
                        "pull_request_target",
                        "",
                        main,
                        List.of("pull_request_target refs/heads/main: cannot be known, because it is never if sub is "
                                + "REPO:pull_request (GitHub does not document the subject of pull_request_target runs); "
                                + "it is always if sub is REPO:ref:refs/heads/main (GitHub does not document the subject of "
                                + "pull_request_target runs)")),
                arguments(
                        "{push: {branches: ['release/**']}}",
                        "",
                        "'StringEquals': {'~sub': 'REPO:ref:refs/heads/release/1', '~job_workflow_ref': ['octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/release/2']}"
                                .replace('\'', '"'),
                        List.of("push refs/heads/<release/**>: never")),
                arguments(
                        "{push: {branches: [main]}}",
                        "",
                        main.replace("}", ", \"~actor\": \"octocat\"}"),
                        List.of(
                                "push refs/heads/main: cannot be known, because actor is not decided by the workflow")));
    }

    @Test
    void aRoleOfOneSpellingDependsOnWhichTheRepositoryMints() {
        Predictor predictor = Predictor.of(REPOSITORY.withIds(123456, 456789)).withDefaultBranch("main");

        assertThat(coverages(
                        predictor,
                        "{push: {branches: [main]}}",
                        "",
                        "\"StringEquals\": {\"~sub\": \"" + REPO + "ref:refs/heads/main\"}"))
                .containsExactly(
                        "push refs/heads/main: cannot be known, because it is always if the repository mints classic "
                                + "subjects; it is never if the repository mints immutable subjects");
        assertThat(
                        coverages(
                                predictor,
                                "{push: {branches: [main]}}",
                                "",
                                "\"StringEquals\": {\"~sub\": [\"" + REPO
                                        + "ref:refs/heads/main\", \"repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main\"]}"))
                .containsExactly("push refs/heads/main: always");
    }

    @Test
    void aScheduledRunDependsOnTheDefaultBranch() {
        String conditions = "\"StringEquals\": {\"~sub\": \"" + REPO + "ref:refs/heads/main\"}";

        assertThat(coverages(Predictor.of(REPOSITORY), "{schedule: [{cron: '0 0 * * *'}]}", "", conditions))
                .containsExactly(
                        "schedule refs/heads/<?default branch>: cannot be known, because the default branch is not "
                                + "given");
    }

    @Test
    void theWitnessHoldsWhatTheRunPresents() {
        PredictedRun run = runs(Predictor.of(REPOSITORY), "{push: {branches: ['release/**']}}", "")
                .get(0);
        RunCoverage coverage = RoleCoverage.of(
                        DoctorRoles.of(
                                "Deploy", policy("\"StringLike\": {\"~sub\": \"" + REPO + "ref:refs/heads/*/1\"}")),
                        run,
                        run.logins().get(0).audience())
                .cases()
                .get(0)
                .coverage();

        assertThat(coverage.admitted().orElseThrow().values())
                .containsEntry("ref", "refs/heads/release/1")
                .containsEntry(
                        "job_workflow_ref", "octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/release/1")
                .containsEntry("event_name", "push")
                .containsEntry("aud", "sts.amazonaws.com")
                .doesNotContainKeys("actor", "environment");
    }
}

package io.github.cdkoidc.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.SubjectTemplate;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorTest {

    static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");
    private static final String REPO = "repo:octo-org/octo-repo:";
    static final DoctorRole MAIN = role("Deploy", "ref:refs/heads/main");
    static final DoctorRole PRODUCTION = role("Deploy", "environment:production");

    static DoctorRole role(String name, String... contexts) {
        String subs =
                String.join("\", \"", Stream.of(contexts).map(REPO::concat).toList());
        return DoctorRoles.of(
                name,
                RoleCoverageTest.policy(
                        "\"StringEquals\": {\"~aud\": \"sts.amazonaws.com\", \"~sub\": [\"" + subs + "\"]}"));
    }

    static String workflow(String on, String job, String with) {
        return """
                on: %s
                permissions: {id-token: write}
                jobs:
                  deploy:
                    runs-on: ubuntu-latest
                    %s
                    steps:
                      - uses: aws-actions/configure-aws-credentials@v6
                        with: {role-to-assume: '${{ vars.ROLE }}', aws-region: us-east-1%s}
                """.formatted(on, job, with);
    }

    static Diagnosis diagnosis(String on, String job, String with, DoctorRole... roles) {
        return diagnosis(REPOSITORY, workflow(on, job, with), roles);
    }

    static Diagnosis diagnosis(GitHubRepository repository, String yaml, DoctorRole... roles) {
        List<Workflow> files = new ArrayList<>();
        for (String file : yaml.split("\n---\n", -1)) {
            files.add(
                    WorkflowReader.read(".github/workflows/" + (files.isEmpty() ? "deploy" : "called") + ".yml", file));
        }
        return Doctor.of(repository).withDefaultBranch("main").examine(files, List.of(roles));
    }

    static List<String> found(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(DoctorFinding::toString).toList();
    }

    private static List<Remedy> remedies(Diagnosis diagnosis) {
        return diagnosis.findings().get(0).remedies();
    }

    @Test
    void aWorkflowOnTheBranchAtMeetsAPolicyForIt() {
        Diagnosis diagnosis = diagnosis("{push: {branches: ['@']}}", "", "", role("Deploy", "ref:refs/heads/@"));

        assertThat(diagnosis.rows().get(0).coverages()).hasToString("[always]");
    }

    @Test
    void aPullRequestTargetMayPresentTheDefaultBranch() {
        assertThat(found(diagnosis("pull_request_target", "", "", MAIN)))
                .containsExactly(
                        "WARNING outsidersReachRole at .github/workflows/deploy.yml:8: whoever opens a pull request can start job "
                                + "deploy by pull_request_target, and role Deploy admits it as ref:refs/heads/main; this assumes that "
                                + "the token says so: GitHub does not document the subject of pull_request_target runs");
    }

    @Test
    void aWorkflowThatFollowsOneOfOutsidersIsFoundUnlessItAsksWhatStartedThat() {
        String on = "{workflow_run: {workflows: [CI], types: [completed]}}";
        String after = workflow(on, "if: github.event.workflow_run.conclusion == 'success'", "");
        String afterPush = workflow(on, "if: github.event.workflow_run.event == 'push'", "");
        String pullRequests = "\n---\non: pull_request\njobs: {build: {runs-on: x, steps: []}}\n";
        String pushes = "\n---\non: push\njobs: {build: {runs-on: x, steps: []}}\n";

        assertThat(found(diagnosis(REPOSITORY, after + pullRequests, MAIN)))
                .containsExactly(
                        "WARNING outsidersReachRole at .github/workflows/deploy.yml:8: whoever starts the workflow before it can "
                                + "start job deploy by workflow_run, and role Deploy admits it as ref:refs/heads/main; unless the "
                                + "condition at .github/workflows/deploy.yml:6 prevents it");
        assertThat(found(diagnosis(REPOSITORY, afterPush + pullRequests, MAIN))).isEmpty();
        assertThat(found(diagnosis(REPOSITORY, after + pushes, MAIN))).isEmpty();
    }

    @Test
    void whatOutsidersStartIsNotFoundWhereTheDefaultBranchIsNotKnown() {
        Diagnosis diagnosis = Doctor.of(REPOSITORY)
                .examine(
                        List.of(WorkflowReader.read(".github/workflows/deploy.yml", workflow("issue_comment", "", ""))),
                        List.of(MAIN));

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.rows().get(0).coverages())
                .hasToString("[cannot be known, because the default branch is not given]");
    }

    @Test
    void anEnvironmentThatIsNotKnownIsNoFinding() {
        assertThat(found(diagnosis("push", "environment: '${{ vars.STAGE }}'", "", PRODUCTION)))
                .isEmpty();
        assertThat(found(diagnosis("push", "environment: '${{ vars.STAGE }}-eu'", "", PRODUCTION)))
                .isEmpty();
    }

    @Test
    void anotherEnvironmentIsNotTheOneThatIsTrusted() {
        assertThat(found(diagnosis("push", "environment: staging", "", PRODUCTION)))
                .containsExactly(
                        "WARNING environmentMissing at .github/workflows/deploy.yml:4: job deploy names environment staging, so sub "
                                + "says environment:staging; role Deploy admits environment:production");
    }

    @Test
    void anyEnvironmentIsBestCalledProduction() {
        DoctorRole any = DoctorRoles.of(
                "Deploy", RoleCoverageTest.policy("\"StringLike\": {\"~sub\": \"" + REPO + "environment:*\"}"));

        assertThat(remedies(diagnosis("{push: {branches: [main]}}", "", "", any)))
                .extracting(Remedy::text)
                .containsExactly("environment: production");
    }

    @Test
    void aPullRequestIsNotToldToNameATrustedEnvironment() {
        Diagnosis diagnosis = diagnosis("pull_request", "if: github.actor != 'octocat'", "", PRODUCTION);

        assertThat(found(diagnosis))
                .containsExactly("WARNING noRoleAccepts at .github/workflows/deploy.yml:8: job deploy presents "
                        + "repo:octo-org/octo-repo:pull_request on pull_request, which no role admits; nearest is role Deploy: it "
                        + "is a pull request: sub then says pull_request, and neither branch nor tag nor target");
        assertThat(remedies(diagnosis))
                .extracting(Remedy::text)
                .containsExactly(
                        "if: (github.actor != 'octocat') && github.event_name != 'pull_request'",
                        "repository.pullRequest()",
                        statement("\"repo:octo-org/octo-repo:pull_request\""));
    }

    private static String statement(String subjects) {
        return """
                {
                  "Effect": "Allow",
                  "Principal": {
                    "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
                  },
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {
                    "StringEquals": {
                      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                      "token.actions.githubusercontent.com:sub": %s
                    }
                  }
                }""".formatted(subjects);
    }

    @Test
    void aPushIsNotLeftOutWhereThePullRequestIsAdmitted() {
        Diagnosis diagnosis = diagnosis(
                "{push: {branches: [main]}, pull_request: {}}",
                "if: github.actor != 'octocat'",
                "",
                role("Diff", "pull_request"));

        assertThat(found(diagnosis))
                .containsExactly("WARNING noRoleAccepts at .github/workflows/deploy.yml:8: job deploy presents "
                        + "repo:octo-org/octo-repo:ref:refs/heads/main on push, which no role admits; nearest is role Diff: "
                        + "the run is of the branch main, and the policy trusts pull requests alone");
        assertThat(remedies(diagnosis)).extracting(Remedy::language).containsExactly("java", "json");
        assertThat(remedies(diagnosis).get(0).text()).isEqualTo("repository.branch(\"main\")");
        assertThat(remedies(diagnosis).get(1).text())
                .contains(
                        "\"token.actions.githubusercontent.com:sub\": \"repo:octo-org/octo-repo:ref:refs/heads/main\"");
    }

    @Test
    void aPushOfAnotherBranchIsTrustedOrItsBranchRenamed() {
        Diagnosis diagnosis = diagnosis(
                "{push: {branches: [trunk]}, pull_request: {}}",
                "",
                "",
                role("Deploy", "ref:refs/heads/main", "pull_request"));
        DoctorFinding finding = diagnosis.findings().get(0);

        assertThat(finding.message()).contains("the run is of the branch trunk, and the policy trusts the branch main");
        assertThat(finding.fix()).get().asString().contains("refs/heads/trunk", "rename the branch");
        assertThat(finding.remedies()).extracting(Remedy::text).noneMatch(text -> text.contains("github.event_name"));
    }

    @Test
    void aWrongActionIsTheCauseAndNoSubjectIsPasted() {
        DoctorRole role = DoctorRoles.of(
                "Deploy",
                TrustPolicy.parse(MAIN.policy().toJson().replace("sts:AssumeRoleWithWebIdentity", "sts:AssumeRole")));
        DoctorFinding finding =
                diagnosis("{push: {branches: [main]}}", "", "", role).findings().get(0);

        assertThat(finding.message()).contains("Action is \"sts:AssumeRole\"").doesNotContain("denies the token");
        assertThat(finding.remedies())
                .extracting(Remedy::text)
                .singleElement()
                .asString()
                .contains(
                        "\"Action\": \"sts:AssumeRoleWithWebIdentity\"", "repo:octo-org/octo-repo:ref:refs/heads/main");
    }

    @Test
    void anotherAudienceIsChangedInTheRoleFirst() {
        DoctorRole role = DoctorRoles.of(
                "Deploy",
                TrustPolicy.parse(MAIN.policy().toJson().replace("sts.amazonaws.com", "https://github.com/octo-org")));
        DoctorFinding finding =
                diagnosis("{push: {branches: [main]}}", "", "", role).findings().get(0);

        assertThat(finding.rule()).isEqualTo(DoctorRule.AUDIENCE_DIFFERS);
        assertThat(finding.fix())
                .get()
                .asString()
                .startsWith("trust sts.amazonaws.com")
                .contains("provider's client ids");
        assertThat(finding.remedies()).extracting(Remedy::language).containsExactly("json", "yaml");
    }

    @Test
    void aPatternIsDeniedOnlyIfNoBranchOrTagIsAdmitted() {
        assertThat(found(diagnosis("push", "", "", MAIN))).isEmpty();
        Diagnosis denied = diagnosis("push", "", "", role("Deploy", "pull_request"));

        assertThat(remedies(denied))
                .extracting(Remedy::text)
                .containsExactly("environment: production", "repository.environment(\"production\")");
        assertThat(found(denied))
                .containsExactly("WARNING noRoleAccepts at .github/workflows/deploy.yml:8: job deploy presents "
                        + "repo:octo-org/octo-repo:ref:refs/heads/<**> on push, which no role admits; nearest is role Deploy: "
                        + "for example, of repo:octo-org/octo-repo:ref:refs/heads/a the run is of the branch a, and the policy "
                        + "trusts pull requests alone");
    }

    @Test
    void eachChoiceOfAnInputIsMeant() {
        String on = "{workflow_dispatch: {inputs: {stage: {type: choice, options: [staging, production]}}}}";

        assertThat(found(diagnosis(on, "environment: '${{ inputs.stage }}'", "", PRODUCTION)))
                .containsExactly("WARNING noRoleAccepts at .github/workflows/deploy.yml:8: job deploy presents "
                        + "repo:octo-org/octo-repo:environment:staging on workflow_dispatch, which no role admits; nearest is role "
                        + "Deploy: the run is of the environment staging, and the policy trusts the environment production, another "
                        + "environment");
    }

    @Test
    void aRepositoryWithIdsIsTrustedInBothSpellings() {
        Diagnosis diagnosis = diagnosis(
                REPOSITORY.withIds(123456, 456789),
                workflow("{push: {branches: [main]}}", "environment: production", ""),
                MAIN);

        assertThat(found(diagnosis))
                .containsExactly(
                        "WARNING environmentReplacesRef at .github/workflows/deploy.yml:4: job deploy names environment production, "
                                + "so sub says environment:production; role Deploy admits ref:refs/heads/main, which it would say without "
                                + "the environment");
        assertThat(remedies(diagnosis))
                .extracting(Remedy::text)
                .containsExactly("repository.environment(\"production\")", statement("""
                            [
                                    "repo:octo-org/octo-repo:environment:production",
                                    "repo:octo-org@123456/octo-repo@456789:environment:production"
                                  ]""".strip()));
    }

    @Test
    void ofACustomisedSubjectItIsNotSaidWhatWouldChangeIt() {
        GitHubRepository customised = REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repo", "context", "workflow"));

        assertThat(found(diagnosis(customised, workflow("{push: {branches: [main]}}", "", ""), PRODUCTION)))
                .containsExactly("WARNING noRoleAccepts at .github/workflows/deploy.yml:8: job deploy presents "
                        + "repo:octo-org/octo-repo:ref:refs/heads/main:workflow:.github/workflows/deploy.yml on push, which no "
                        + "role admits; nearest is role Deploy: the repository's sub is customised (include_claim_keys: repo, ref, "
                        + "workflow), and the policy trusts GitHub's default or another template");
    }

    @Test
    void aCalledJobNeedsThePermissionFromItsCaller() {
        Diagnosis diagnosis = diagnosis(REPOSITORY, """
                on: {push: {branches: [main]}}
                permissions: {contents: read}
                jobs:
                  call:
                    uses: ./.github/workflows/called.yml
                ---
                """ + workflow("workflow_call", "", ""), MAIN);

        assertThat(found(diagnosis))
                .containsExactly(
                        "WARNING missingPermission at .github/workflows/called.yml:8: job deploy logs in with a token and gets "
                                + "none: the called job asks for id-token: write, and .github/workflows/deploy.yml:2 does not grant it, so "
                                + "the run does not start (.github/workflows/deploy.yml:2)");
        assertThat(remedies(diagnosis))
                .extracting(Remedy::where)
                .containsExactly("the job that calls it, in .github/workflows/deploy.yml:2");
    }

    @Test
    void aSessionThatNoRoleCanAllowIsTooLongWhateverTheRoleAllows() {
        assertThat(found(diagnosis("{push: {branches: [main]}}", "", ", role-duration-seconds: 43201", MAIN)))
                .containsExactly(
                        "WARNING sessionLongerThanRole at .github/workflows/deploy.yml:8: session of 43201 seconds is longer than "
                                + "the 43200 that role Deploy allows");
        assertThat(found(diagnosis("{push: {branches: [main]}}", "", ", role-duration-seconds: 43200", MAIN)))
                .isEmpty();
    }
}

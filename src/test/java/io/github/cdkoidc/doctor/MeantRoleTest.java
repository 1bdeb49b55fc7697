package io.github.cdkoidc.doctor;

import static io.github.cdkoidc.doctor.DoctorTest.MAIN;
import static io.github.cdkoidc.doctor.DoctorTest.PRODUCTION;
import static io.github.cdkoidc.doctor.DoctorTest.REPOSITORY;
import static io.github.cdkoidc.doctor.DoctorTest.diagnosis;
import static io.github.cdkoidc.doctor.DoctorTest.found;
import static io.github.cdkoidc.doctor.DoctorTest.role;
import static io.github.cdkoidc.doctor.DoctorTest.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.coverage.RunCoverage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which role a login means, and which none does. */
class MeantRoleTest {

    @Test
    void aLoginThatNamesARoleMeansNoOther() {
        DoctorRole named = MAIN.withArn("arn:aws:iam::123456789012:role/github/deploy");
        DoctorRole other = role("Other", "ref:refs/heads/main").withRoleName("other");
        DoctorRole elsewhere =
                role("Elsewhere", "ref:refs/heads/main").withRoleName("deploy").withAccount("210987654321");
        String yaml = workflow("{push: {branches: [main]}}", "", "");

        assertThat(verdicts(
                        yaml.replace("${{ vars.ROLE }}", "arn:aws:iam::123456789012:role/github/deploy"),
                        named,
                        other,
                        elsewhere))
                .containsExactly("Deploy always");
        assertThat(verdicts(yaml.replace("${{ vars.ROLE }}", "deploy"), named, other, elsewhere))
                .containsExactly("Deploy always", "Elsewhere always");
        assertThat(verdicts(
                        yaml.replace("${{ vars.ROLE }}", "arn:aws:iam::${{ vars.ACCOUNT }}:role/github/deploy"),
                        named,
                        other,
                        elsewhere))
                .containsExactly("Deploy always", "Elsewhere always");
        assertThat(verdicts(yaml.replace("${{ vars.ROLE }}", "somebody-elses"), named, other, elsewhere))
                .isEmpty();
        assertThat(verdicts(yaml.replace("${{ vars.ROLE }}", "somebody-elses"), MAIN, other))
                .containsExactly("Deploy always");
    }

    private static List<String> verdicts(String yaml, DoctorRole... roles) {
        return diagnosis(REPOSITORY, yaml, roles).logins().stream()
                .flatMap(row -> row.verdicts().stream())
                .map(one -> one.role() + " " + one.answer())
                .toList();
    }

    @Test
    void aLoginThatHasWhatCloudFormationNamedMeansTheRoleOfThatStackAndLogicalId() {
        DoctorRole made = role("App/Deploy", "ref:refs/heads/main")
                .withLogicalId("Deploy7B206E61")
                .withStack("App", Optional.of("us-east-1"));
        DoctorRole sibling =
                role("App/Diff", "pull_request").withLogicalId("Diff3A996611").withStack("App", Optional.empty());
        DoctorRole twin = role("Other/Deploy", "ref:refs/heads/main")
                .withLogicalId("Deploy7B206E61")
                .withStack("Other", Optional.empty());
        String yaml = workflow("{push: {branches: [main]}}", "", "");

        assertThat(verdicts(
                        yaml.replace(
                                "${{ vars.ROLE }}", "arn:aws:iam::123456789012:role/App-Deploy7B206E61-1AbCdEfGhIjK"),
                        made,
                        sibling,
                        twin))
                .containsExactly("App/Deploy always");
        assertThat(verdicts(yaml.replace("${{ vars.ROLE }}", "App-Unknown-1AbCdEfGhIjK"), made, sibling))
                .containsExactly("App/Deploy always", "App/Diff never");
    }

    @Test
    void aRoleThatNobodyUsesIsHeldAgainstTheLoginThatIsNamedLikeIt() {
        String yaml = """
                on: {push: {branches: [main]}}
                permissions: {id-token: write}
                jobs:
                  one:
                    runs-on: x
                    steps:
                      - uses: aws-actions/configure-aws-credentials@v6
                        with: {role-to-assume: '${{ secrets.AUDIT_ROLE }}'}
                  two:
                    runs-on: x
                    steps:
                      - uses: aws-actions/configure-aws-credentials@v6
                        with: {role-to-assume: '${{ secrets.DEPLOY_ROLE_ARN }}'}
                """;
        DoctorRole audit = role("AppStack/Audit", "ref:refs/heads/main");

        assertThat(found(diagnosis(REPOSITORY, yaml, audit, role("Deploy7B206E61", "environment:production"))))
                .containsExactly(
                        "WARNING environmentMissing at .github/workflows/deploy.yml:9: job two names no environment, so sub says "
                                + "ref:refs/heads/main; role Deploy7B206E61 lets in environment:production");
        assertThat(found(diagnosis(REPOSITORY, yaml, audit, role("Publish", "environment:production"))))
                .containsExactly(
                        "INFO unusedRole: role Publish lets in environment:production, and no workflow of the repository presents "
                                + "a token that it accepts");
    }

    @Test
    void aRoleOfAnotherRepositoryIsNotCalledUnused() {
        DoctorRole other = DoctorRole.of(
                "Other", RoleCoverageTest.policy("\"StringEquals\": {\"~sub\": \"repo:octo-org/other:pull_request\"}"));

        assertThat(found(diagnosis("{push: {branches: [main]}}", "", "", MAIN, other)))
                .isEmpty();
    }

    @Test
    void aSessionFitsIfOneOfTheRolesThatMayBeMeantAllowsIt() {
        DoctorRole shorter = MAIN.withMaxSessionSeconds(3600);
        DoctorRole longer = role("Other", "ref:refs/heads/main").withMaxSessionSeconds(7200);
        String with = ", role-duration-seconds: 7200";

        assertThat(found(diagnosis("{push: {branches: [main]}}", "", with, shorter, longer)))
                .isEmpty();
        assertThat(found(diagnosis(
                        "{push: {branches: [main]}}", "", with, shorter, role("Other", "environment:production"))))
                .containsExactly(
                        "WARNING sessionLongerThanRole at .github/workflows/deploy.yml:8: session of 7200 seconds is longer than "
                                + "the 3600 that role Deploy allows",
                        "INFO unusedRole: role Other lets in environment:production, and no workflow of the repository presents a "
                                + "token that it accepts");
    }

    @Test
    void accessKeysAreNoLoginWithAToken() {
        Diagnosis diagnosis =
                diagnosis("{push: {branches: [main]}}", "", ", aws-access-key-id: '${{ secrets.KEY }}'", PRODUCTION);

        assertThat(diagnosis.logins()).isEmpty();
        assertThat(found(diagnosis)).isEmpty();
        assertThat(diagnosis.rows().get(0).verdicts().get(0).answer()).isEqualTo(RunCoverage.Answer.NEVER);
    }
}

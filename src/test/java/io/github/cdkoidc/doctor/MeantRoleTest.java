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
        DoctorRole named = DoctorRoles.inAccount(
                MAIN, "123456789012", "deploy", Optional.of("arn:aws:iam::123456789012:role/github/deploy"));
        DoctorRole other = DoctorRoles.withRoleName(role("Other", "ref:refs/heads/main"), "other");
        DoctorRole elsewhere = DoctorRoles.inAccount(
                role("Elsewhere", "ref:refs/heads/main"), "210987654321", "deploy", Optional.empty());
        String yaml = workflow("{push: {branches: [main]}}", "", "");

        assertThat(coverages(
                        yaml.replace("${{ vars.ROLE }}", "arn:aws:iam::123456789012:role/github/deploy"),
                        named,
                        other,
                        elsewhere))
                .containsExactly("Deploy always");
        assertThat(coverages(yaml.replace("${{ vars.ROLE }}", "deploy"), named, other, elsewhere))
                .containsExactly("Deploy always", "Elsewhere always");
        assertThat(coverages(
                        yaml.replace("${{ vars.ROLE }}", "arn:aws:iam::${{ vars.ACCOUNT }}:role/github/deploy"),
                        named,
                        other,
                        elsewhere))
                .containsExactly("Deploy always", "Elsewhere always");
        assertThat(coverages(yaml.replace("${{ vars.ROLE }}", "of-another-app"), named, other, elsewhere))
                .isEmpty();
        assertThat(coverages(yaml.replace("${{ vars.ROLE }}", "of-another-app"), MAIN, other))
                .containsExactly("Deploy always");
    }

    private static List<String> coverages(String yaml, DoctorRole... roles) {
        return diagnosis(REPOSITORY, yaml, roles).logins().stream()
                .flatMap(row -> row.coverages().stream())
                .map(one -> one.role() + " " + one.answer())
                .toList();
    }

    @Test
    void aLoginThatHasWhatCloudFormationNamedMeansTheRoleOfThatLogicalId() {
        DoctorRole made = DoctorRoles.withLogicalId(role("App/Deploy", "ref:refs/heads/main"), "Deploy7B206E61");
        DoctorRole sibling = DoctorRoles.withLogicalId(role("App/Diff", "pull_request"), "Diff3A996611");
        String yaml = workflow("{push: {branches: [main]}}", "", "");

        assertThat(coverages(
                        yaml.replace(
                                "${{ vars.ROLE }}", "arn:aws:iam::123456789012:role/App-Deploy7B206E61-1AbCdEfGhIjK"),
                        made,
                        sibling))
                .containsExactly("App/Deploy always");
        assertThat(coverages(yaml.replace("${{ vars.ROLE }}", "App-Unknown-1AbCdEfGhIjK"), made, sibling))
                .containsExactly("App/Deploy always", "App/Diff never");
    }

    @Test
    void aRoleThatNoRunUsesIsHeldAgainstTheLoginThatIsNamedLikeIt() {
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
                                + "ref:refs/heads/main; role Deploy7B206E61 admits environment:production");
        assertThat(found(diagnosis(REPOSITORY, yaml, audit, role("Publish", "environment:production"))))
                .containsExactly(
                        "INFO unusedRole: role Publish admits environment:production, and no workflow of the repository presents "
                                + "a token that it accepts");
    }

    @Test
    void aRoleOfAnotherRepositoryIsNotCalledUnused() {
        DoctorRole other = DoctorRoles.of(
                "Other", RoleCoverageTest.policy("\"StringEquals\": {\"~sub\": \"repo:octo-org/other:pull_request\"}"));

        assertThat(found(diagnosis("{push: {branches: [main]}}", "", "", MAIN, other)))
                .isEmpty();
    }

    @Test
    void aSessionFitsIfOneOfTheRolesThatMayBeMeantAllowsIt() {
        DoctorRole shorter = DoctorRoles.withMaxSessionSeconds(MAIN, 3600);
        DoctorRole longer = DoctorRoles.withMaxSessionSeconds(role("Other", "ref:refs/heads/main"), 7200);
        String with = ", role-duration-seconds: 7200";

        assertThat(found(diagnosis("{push: {branches: [main]}}", "", with, shorter, longer)))
                .isEmpty();
        assertThat(found(diagnosis(
                        "{push: {branches: [main]}}", "", with, shorter, role("Other", "environment:production"))))
                .containsExactly(
                        "WARNING sessionLongerThanRole at .github/workflows/deploy.yml:8: session of 7200 seconds is longer than "
                                + "the 3600 that role Deploy allows",
                        "INFO unusedRole: role Other admits environment:production, and no workflow of the repository presents a "
                                + "token that it accepts");
    }

    @Test
    void accessKeysAreNoLoginWithAToken() {
        Diagnosis diagnosis =
                diagnosis("{push: {branches: [main]}}", "", ", aws-access-key-id: '${{ secrets.KEY }}'", PRODUCTION);

        assertThat(diagnosis.logins()).isEmpty();
        assertThat(found(diagnosis)).isEmpty();
        assertThat(diagnosis.rows().get(0).coverages().get(0).answer()).isEqualTo(RunCoverage.Answer.NEVER);
    }
}

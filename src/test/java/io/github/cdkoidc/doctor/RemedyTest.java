package io.github.cdkoidc.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a remedy does, and what it must not do beside that. */
class RemedyTest {

    private static final String ON_BOTH = "{push: {branches: [main]}, pull_request: }";

    private static Diagnosis diagnosis(String on, String job, String conditions) {
        return DoctorTest.diagnosis(on, job, "", DoctorRoles.of("Deploy", RoleCoverageTest.policy(conditions)));
    }

    private static List<String> texts(Diagnosis diagnosis, DoctorRule rule) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .flatMap(finding -> finding.remedies().stream())
                .map(Remedy::text)
                .toList();
    }

    @Test
    void leavingForksOutKeepsThePush() {
        DoctorRole both = DoctorTest.role("Deploy", "ref:refs/heads/main", "pull_request");

        assertThat(texts(DoctorTest.diagnosis(ON_BOTH, "", "", both), DoctorRule.FORK_WITHOUT_TOKEN))
                .containsExactly("if: github.event_name != 'pull_request'"
                        + " || github.event.pull_request.head.repo.full_name == github.repository");
        assertThat(texts(DoctorTest.diagnosis("pull_request", "", "", both), DoctorRule.FORK_WITHOUT_TOKEN))
                .containsExactly("if: github.event.pull_request.head.repo.full_name == github.repository");
    }

    @Test
    void aConditionIsAddedToTheOneThatTheJobHas() {
        String job = "if: ${{ github.event_name == 'push' || github.base_ref == 'main' || vars.DEPLOY == 'yes' }}";

        assertThat(texts(DoctorTest.diagnosis(ON_BOTH, job, "", DoctorTest.MAIN), DoctorRule.TWO_SUBJECTS))
                .containsExactly(
                        "if: (github.event_name == 'push' || github.base_ref == 'main' || vars.DEPLOY == 'yes')"
                                + " && github.event_name != 'pull_request'");
    }

    @Test
    void anotherConditionOfTheStatementIsKept() {
        String policy = """
                "StringEquals": {"~aud": "sts.amazonaws.com", "~repository": "octo-org/octo-repo",
                  "~sub": "repo:octo-org/octo-repo:ref:refs/heads/release"}""";

        assertThat(texts(diagnosis("{push: {branches: [main]}}", "", policy), DoctorRule.NO_ROLE_ACCEPTS)
                        .get(1))
                .contains("\"token.actions.githubusercontent.com:repository\": \"octo-org/octo-repo\"");
    }

    @Test
    void aSubjectIsNotPastedWhereAnotherConditionKeepsTheRunOut() {
        String policy = """
                "StringEquals": {"~aud": "sts.amazonaws.com", "~repository": "octo-org/other",
                  "~sub": "repo:octo-org/octo-repo:ref:refs/heads/main"}""";
        Diagnosis diagnosis = diagnosis("{push: {branches: [main]}}", "", policy);

        assertThat(DoctorTest.found(diagnosis))
                .containsExactly("WARNING noRoleAccepts at .github/workflows/deploy.yml:8: job deploy presents "
                        + "repo:octo-org/octo-repo:ref:refs/heads/main on push, which no role admits; nearest is role Deploy: "
                        + "the policy trusts another repository, octo-org/other");
        assertThat(texts(diagnosis, DoctorRule.NO_ROLE_ACCEPTS)).isEmpty();
    }

    @Test
    void aStatementIsNotPastedWhereADenyKeepsTheRunOut() {
        TrustPolicy policy = TrustPolicy.parse("""
                {"Version": "2012-10-17", "Statement": [%s, %s]}""".formatted(
                        RoleCoverageTest.statement("\"StringLike\": {\"~aud\": \"sts.amazonaws.com\","
                                + " \"~sub\": \"repo:octo-org/octo-repo:*\"}"),
                        RoleCoverageTest.statement("\"StringLike\": {\"~sub\": \"repo:octo-org/*\"}")
                                .replace("Allow", "Deny")));

        Diagnosis diagnosis =
                DoctorTest.diagnosis("{push: {branches: [main]}}", "", "", DoctorRoles.of("Deploy", policy));

        assertThat(DoctorTest.found(diagnosis))
                .singleElement()
                .asString()
                .startsWith("WARNING noRoleAccepts")
                .endsWith("a statement of it denies the token");
        assertThat(texts(diagnosis, DoctorRule.NO_ROLE_ACCEPTS)).isEmpty();
    }

    @Test
    void aStatementNamesTheProviderOfTheTokenAndNoOther() {
        TrustPolicy policy = TrustPolicy.parse(
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                  "Principal": {"Federated": "arn:aws:iam::123456789012:saml-provider/office"},
                  "Action": "sts:AssumeRoleWithSAML"}, %s]}""".formatted(RoleCoverageTest.statement("\"StringEquals\": {\"~aud\": \"sts.amazonaws.com\","
                        + " \"~sub\": \"repo:octo-org/octo-repo:ref:refs/heads/release\"}")));

        assertThat(texts(
                                DoctorTest.diagnosis(
                                        "{push: {branches: [main]}}", "", "", DoctorRoles.of("Deploy", policy)),
                                DoctorRule.NO_ROLE_ACCEPTS)
                        .get(1))
                .contains("oidc-provider/token.actions.githubusercontent.com")
                .doesNotContain("saml-provider");
    }

    @Test
    void aPatternThatIsWiderInIamSaysSo() {
        List<Remedy> remedies = DoctorTest.diagnosis("{push: {branches: ['release/*']}}", "", "", DoctorTest.MAIN)
                .findings()
                .get(0)
                .remedies();

        assertThat(remedies)
                .extracting(Remedy::where)
                .containsExactly(
                        "the subjects(…) of role Deploy, beside those that are there; unlike the workflow's, its * takes a / too",
                        "the statements of role Deploy, beside those that are there; unlike the workflow's, its * takes a / too");
    }

    @Test
    void aNameIsQuotedWhereYamlWouldReadItOtherwise() {
        for (String name : List.of("eu #1", "1.10", "true", "it's: so")) {
            Diagnosis diagnosis = diagnosis("push", "", """
                            "StringEquals": {"~aud": "sts.amazonaws.com", "~environment": "%s"}""".formatted(name));

            assertThat(texts(diagnosis, DoctorRule.ENVIRONMENT_MISSING))
                    .containsExactly("environment: '" + name.replace("'", "''") + "'");
        }
    }

    @Test
    void aPermissionIsAddedToThoseThatTheJobHas() {
        String workflow =
                DoctorTest.workflow("push", "permissions: {contents: write, packages: read, id-token: none}", "");

        assertThat(texts(
                        DoctorTest.diagnosis(DoctorTest.REPOSITORY, workflow, DoctorTest.MAIN),
                        DoctorRule.MISSING_PERMISSION))
                .containsExactly("permissions:\n  contents: write\n  packages: read\n  id-token: write");
    }

    @Test
    void anEnvironmentThatIsRenamedIsTrustedByItsNewName() {
        Diagnosis diagnosis = DoctorTest.diagnosis(
                "push", "environment: 'eu:production'", "", DoctorTest.role("Deploy", "environment:eu%3Aproduction"));

        assertThat(texts(diagnosis, DoctorRule.AMBIGUOUS_ENVIRONMENT))
                .containsExactly("environment: eu-production", "repository.environment(\"eu-production\")");
    }
}

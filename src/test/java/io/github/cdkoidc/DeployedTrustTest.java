package io.github.cdkoidc;

import static io.github.cdkoidc.Example.REPOSITORY;
import static io.github.cdkoidc.Example.role;
import static io.github.cdkoidc.assertions.TrustAssertions.assertThat;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.OpenIdConnectPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.User;

/** What is asserted of a role is what is deployed, whatever was added to its trust policy. */
class DeployedTrustTest {

    private static final GitHubClaims STRANGER =
            GitHubClaims.of(GitHubRepository.of("mallory/evil")).branch("main").build();

    private final Stack stack = TestApp.stack();
    private final GitHubOidcRole role = role(stack, "Role");

    private void add(IPrincipal principal, String action) {
        role.getAssumeRolePolicy()
                .addStatements(PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .principals(List.of(principal))
                        .actions(List.of(action))
                        .conditions(principal.getPolicyFragment().getConditions())
                        .build());
    }

    private void addEveryRepository() {
        add(
                new OpenIdConnectPrincipal(
                        role.getProvider(),
                        Map.of(
                                "StringEquals",
                                Map.of("token.actions.githubusercontent.com:aud", "sts.amazonaws.com"),
                                "StringLike",
                                Map.of("token.actions.githubusercontent.com:sub", "repo:*"))),
                "sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void aStatementOfEveryRepositoryIsSeen() {
        assertThat(role.getTrustPolicy()).admitsOnly(REPOSITORY).denies(STRANGER);

        addEveryRepository();
        TrustPolicy policy = role.getTrustPolicy();

        assertThat(policy).allows(STRANGER);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(policy).admitsOnly(REPOSITORY));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(policy).hasNoFindings());
        assertThatJson(policy.toJson()).isEqualTo(written());
    }

    @Test
    void anotherAccountIsSeen() {
        add(new AccountPrincipal("444455556666"), "sts:AssumeRole");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(role.getTrustPolicy()).admitsOnly(REPOSITORY))
                .withMessageContaining("444455556666");
        assertThatJson(role.getTrustPolicy().toJson()).isEqualTo(written());
    }

    @Test
    void inAStackOfAKnownAccountAnotherIsAnError() {
        Stack known = TestApp.stack(Example.ACCOUNT, "us-east-1");
        GitHubOidcRole one = role(known, "Role");
        one.getAssumeRolePolicy()
                .addStatements(PolicyStatement.Builder.create()
                        .principals(List.of(new AccountPrincipal("444455556666")))
                        .actions(List.of("sts:AssumeRole"))
                        .build());

        assertThat(one.getTrustPolicy().lint())
                .extracting(finding -> finding.rule())
                .contains(TrustRule.FOREIGN_PRINCIPAL);
    }

    /** The CDK lets the other one ask, and leaves the trust policy as it is. */
    @Test
    void whoIsGrantedTheRoleIsSeenIfTheTrustPolicySaysSo() {
        String before = role.getTrustPolicy().toJson();

        role.grantAssumeRole(new User(stack, "User"));

        assertThat(role.getTrustPolicy().toJson()).isEqualTo(before);
        assertThatJson(before).isEqualTo(written());
    }

    @Test
    void aLooseWorkflowStandsUnderAnOperatorThatIamTakes() {
        GitHubOidcRole loose = Example.builder(TestApp.stack(), "Loose")
                .subjects(REPOSITORY.immutableOnly().branchesLike("release/*"))
                .claimLike(GitHubClaim.JOB_WORKFLOW_REF, "*/.github/workflows/deploy.yml@refs/heads/main")
                .build();

        assertThatJson(loose.getTrustPolicy().toJson())
                .inPath("Statement[0].Condition")
                .isEqualTo(Map.of(
                        "StringEquals",
                        Map.of("token.actions.githubusercontent.com:aud", "sts.amazonaws.com"),
                        "StringLike",
                        Map.of(
                                "token.actions.githubusercontent.com:sub",
                                "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/release/*"),
                        "ForAnyValue:StringLike",
                        Map.of(
                                "token.actions.githubusercontent.com:job_workflow_ref",
                                "*/.github/workflows/deploy.yml@refs/heads/main")));
        assertThat(loose.getTrustPolicy().lint())
                .extracting(finding -> finding.rule())
                .doesNotContain(TrustRule.REFUSED_BY_IAM);
    }

    private String written() {
        return TestApp.template(stack)
                .at("/Resources/Role1ABCC5F0/Properties/AssumeRolePolicyDocument")
                .toString();
    }
}

package io.github.cdkoidc;

import static io.github.cdkoidc.Example.BY_NAME;
import static io.github.cdkoidc.Example.REPOSITORY;
import static io.github.cdkoidc.Example.role;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.TestApp.Warning;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.trust.TrustWarningsTest;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.IConstruct;

/** What is risky but may be meant is a warning: once, with a stable id, until it is acknowledged. */
class RoleWarningTest {

    private static final IManagedPolicy ADMINISTRATOR = ManagedPolicy.fromAwsManagedPolicyName("AdministratorAccess");

    @ParameterizedTest(name = "{0}")
    @MethodSource("risky")
    void aRiskIsSaidOnce(String id, Consumer<Stack> make, String message) {
        Stack stack = TestApp.stack();
        make.accept(stack);

        assertThat(TestApp.warnings(stack)).singleElement().satisfies(warning -> {
            assertThat(warning.path()).isEqualTo("/Stack/Role");
            assertThat(warning.id()).endsWith("::github-oidc-role:" + id);
            assertThat(warning.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("risky")
    void aRiskIsAcknowledgedByItsId(String id, Consumer<Stack> make, String message) {
        Stack stack = TestApp.stack();
        make.accept(stack);
        acknowledge(stack.getNode().findChild("Role"), "github-oidc-role:" + id);

        assertThat(TestApp.warnings(stack)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("risky")
    void aRiskIsAcknowledgedByTheIdThatTheCdkShows(String id, Consumer<Stack> make, String message) {
        Stack shown = TestApp.stack();
        make.accept(shown);
        Stack stack = TestApp.stack();
        make.accept(stack);
        acknowledge(
                stack.getNode().findChild("Role"),
                TestApp.warnings(shown).get(0).id());

        assertThat(TestApp.warnings(stack)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("risky")
    void aRiskIsAcknowledgedForAWholeStackBeforehand(String id, Consumer<Stack> make, String message) {
        Stack stack = TestApp.stack();
        acknowledge(stack, "github-oidc-role:" + id);
        make.accept(stack);

        assertThat(TestApp.warnings(stack)).isEmpty();
    }

    static Stream<Arguments> risky() {
        return Stream.of(
                risk(
                        "repositoryWithoutIds",
                        role -> role.subjects(BY_NAME.branch("main"), BY_NAME.environment("production")),
                        "octo-org/octo-repo: " + said(TrustRule.REPOSITORY_WITHOUT_IDS)
                                + ": write withIds(ownerId, repositoryId) with the numbers of "
                                + "`gh api repos/octo-org/octo-repo --jq '.owner.id, .id'`"),
                risk(
                        "oneSpelling",
                        role -> role.subjects(BY_NAME.branch("main")).claim(GitHubClaim.REPOSITORY_ID, "456789"),
                        "octo-org/octo-repo: " + said(TrustRule.ONE_SPELLING)
                                + ": write withIds(ownerId, repositoryId) with the numbers of "
                                + "`gh api repos/octo-org/octo-repo --jq '.owner.id, .id'`"),
                risk(
                        "anyRun",
                        role -> role.subjects(REPOSITORY.anyRun()),
                        "* of octo-org/octo-repo: " + said(TrustRule.ANY_RUN)
                                + ": write branch(\"main\") or environment(\"production\")"),
                risk(
                        "pullRequest",
                        role -> role.subjects(REPOSITORY.pullRequest()),
                        "pull_request of octo-org/octo-repo: " + said(TrustRule.PULL_REQUEST)
                                + ": write environment(\"…\")"),
                risk(
                        "unboundedBranches",
                        role -> role.subjects(REPOSITORY.branchesLike("release/*")),
                        "ref:refs/heads/release/* of octo-org/octo-repo: " + said(TrustRule.UNBOUNDED_BRANCHES)
                                + ": write branch(\"…\") for each"),
                risk(
                        "unboundedTags",
                        role -> role.subjects(REPOSITORY.tagsLike("v*")),
                        "ref:refs/tags/v* of octo-org/octo-repo: " + said(TrustRule.UNBOUNDED_TAGS)
                                + ": write tag(\"…\") for each"),
                risk(
                        "ambiguousEnvironment",
                        role -> role.subjects(REPOSITORY.environment("eu:production")),
                        "environment:eu%3Aproduction of octo-org/octo-repo: " + said(TrustRule.AMBIGUOUS_ENVIRONMENT)
                                + ": write claim(GitHubClaim.ENVIRONMENT, \"eu:production\")"),
                risk(
                        "anyWorkflowVersion",
                        role -> role.claimLike(
                                GitHubClaim.JOB_WORKFLOW_REF, "octo-org/automation/.github/workflows/deploy.yml@*"),
                        "octo-org/automation/.github/workflows/deploy.yml@*: " + said(TrustRule.ANY_WORKFLOW_VERSION)
                                + ": write claim(GitHubClaim.JOB_WORKFLOW_REF, \"…\")"),
                risk(
                        "anyRepositoryOfOwner",
                        role -> role.subjects(GitHubSubject.customLike("repo:octo-org/*")),
                        "octo-org/a, a repository outside the policy, can assume the role: sub repo:octo-org/a:ref:refs/heads/a; "
                                + TrustRule.ANY_REPOSITORY_OF_OWNER.fix()),
                risk(
                        "pullRequest",
                        role -> role.subjects(
                                GitHubSubject.custom("repo:octo-org@123456/octo-repo@456789:pull_request")),
                        "a pull request of octo-org/octo-repo can assume the role: "
                                + "sub repo:octo-org@123456/octo-repo@456789:pull_request; "
                                + TrustRule.PULL_REQUEST.fix()),
                risk(
                        "undocumentedClaim",
                        role -> role.issuer(GitHubIssuer.gheCom("octo")).claim(GitHubClaim.ACTOR_ID, "12"),
                        "claims [ACTOR_ID] are tested in tokens of https://token.actions.octo.ghe.com, and AWS documents their "
                                + "condition keys for github.com alone, so every run may be denied: try one run before you rely on "
                                + "it, or leave claim(…) out"),
                risk(
                        "administratorAccess",
                        role -> role.managedPolicies(List.of(ADMINISTRATOR)),
                        "AdministratorAccess is granted, so a workflow can do anything in the account: grant what it needs, or "
                                + "CdkBootstrapRoles.grantDeploy(role) if it deploys CDK apps"),
                Arguments.of(
                        "sessionLongerThanChaining",
                        (Consumer<Stack>) stack -> {
                            GitHubOidcRole role = roleFor(Duration.seconds(3601), stack);
                            CdkBootstrapRoles.grantDeploy(role);
                            CdkBootstrapRoles.grantDiff(role);
                        },
                        "maxSessionDuration is over 1 hour, and the sessions of the CDK's roles that this role starts end after 1 "
                                + "hour all the same, because AWS caps chained sessions: write Duration.hours(1)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNoRiskIsNotSaid(String what, Consumer<Stack> make) {
        Stack stack = TestApp.stack();
        make.accept(stack);

        assertThat(TestApp.warnings(stack)).isEmpty();
    }

    static Stream<Arguments> whatIsNoRiskIsNotSaid() {
        return Stream.of(
                quiet("exact subjects with ids", Example.trusting(REPOSITORY.branch("main"), REPOSITORY.tag("v1"))),
                quiet(
                        "an exact sub written by hand",
                        Example.trusting(GitHubSubject.custom("repository_id:456789:ref:refs/heads/main"))),
                quiet(
                        "a server, which knows no ids",
                        Example.with(role -> role.issuer(GitHubIssuer.enterpriseServer("github.example.com"))
                                .subjects(BY_NAME.branch("main")))),
                quiet("claims of github.com", Example.with(role -> role.claim(GitHubClaim.ACTOR_ID, "12"))),
                quiet(
                        "another managed policy",
                        Example.with(role -> role.managedPolicies(
                                List.of(ManagedPolicy.fromAwsManagedPolicyName("ReadOnlyAccess"))))),
                quiet(
                        "a session of an hour",
                        stack -> CdkBootstrapRoles.grantDeploy(roleFor(Duration.hours(1), stack))),
                quiet("a long session that starts no other", stack -> roleFor(Duration.hours(12), stack)),
                quiet("a grant to a role by its default", stack -> CdkBootstrapRoles.grantDiff(role(stack, "Role"))));
    }

    @Test
    void aManagedPolicyThatIsAddedLaterIsSaidToo() {
        Stack stack = TestApp.stack();
        GitHubOidcRole role = role(stack, "Role");
        role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName("ReadOnlyAccess"));
        role.addManagedPolicy(ADMINISTRATOR);
        role.addManagedPolicy(ADMINISTRATOR);

        assertThat(TestApp.warnings(stack))
                .extracting(Warning::id)
                .singleElement()
                .asString()
                .endsWith("::github-oidc-role:administratorAccess");
    }

    @Test
    void everyRiskOfARoleIsSaid() {
        Stack stack = TestApp.stack();
        Example.builder(stack, "Role")
                .subjects(BY_NAME.pullRequest(), BY_NAME.branchesLike("a/*"), BY_NAME.branchesLike("b/*"))
                .build();

        assertThat(TestApp.warnings(stack))
                .extracting(warning -> warning.id().replaceFirst(".*:", ""))
                .containsExactlyInAnyOrder(
                        "pullRequest", "repositoryWithoutIds", "unboundedBranches", "unboundedBranches");
    }

    /** The rules, asked for the policy that the role itself returns, and the warnings, as the app has them. */
    @Test
    void aRoleIsWarnedOfByWhatTheRulesFindInItsOwnPolicy() {
        Stack stack = TestApp.stack();
        List<GitHubOidcRole> roles = new ArrayList<>();
        TrustWarningsTest.subjects()
                .forEach(subject -> roles.add(GitHubOidcRole.Builder.create(stack, "Role" + roles.size())
                        .subjects(subject)
                        .build()));

        List<Warning> warnings = TestApp.warnings(stack);
        for (int i = 0; i < roles.size(); i++) {
            String path = "/Stack/Role" + i;
            assertThat(warnings.stream()
                            .filter(warning -> warning.path().equals(path))
                            .map(warning -> warning.id().replaceFirst(".*:", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            TrustWarningsTest.found(roles.get(i).getTrustPolicy()));
        }
    }

    @Test
    void aTrustPolicyOverTheDefaultQuotaIsSaid() {
        Stack fits = TestApp.stack();
        Example.trusting(Example.subjectOfAPolicyOf(2048)).accept(fits);
        Stack over = TestApp.stack();
        Example.trusting(Example.subjectOfAPolicyOf(2049)).accept(over);

        assertThat(TestApp.warnings(fits)).extracting(Warning::message).noneMatch(said -> said.contains("characters"));
        assertThat(TestApp.warnings(over))
                .filteredOn(warning -> warning.id().endsWith("::github-oidc-role:trustPolicyOverDefaultQuota"))
                .extracting(Warning::message)
                .containsExactly(
                        "trust policy has 2049 characters: " + said(TrustRule.TRUST_POLICY_OVER_DEFAULT_QUOTA));
    }

    @Test
    void aRepositoryThatIsKnownAtDeploymentIsCalledOwnerAndName() {
        Stack stack = TestApp.stack();
        String owner = CfnParameter.Builder.create(stack, "Owner").build().getValueAsString();
        Example.trusting(GitHubRepository.of(owner, "octo-repo").branch("main")).accept(stack);

        assertThat(TestApp.warnings(stack))
                .extracting(Warning::message)
                .filteredOn(message -> !message.startsWith("a subject or claim holds a CDK token, "))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("OWNER/NAME: ")
                        .endsWith(" `gh api repos/OWNER/NAME --jq '.owner.id, .id'`"));
    }

    /** The catalogue's words. */
    private static String said(TrustRule rule) {
        return rule.title() + "; " + rule.fix();
    }

    private static Arguments risk(String id, Consumer<GitHubOidcRole.Builder> besides, String message) {
        return Arguments.of(id, Example.with(besides), message);
    }

    private static Arguments quiet(String what, Consumer<Stack> make) {
        return Arguments.of(what, make);
    }

    private static GitHubOidcRole roleFor(Duration session, Stack stack) {
        return Example.builder(stack, "Role").maxSessionDuration(session).build();
    }

    private static void acknowledge(IConstruct construct, String id) {
        Validations.of(construct)
                .acknowledge(
                        Acknowledgment.builder().id(id).reason("it is meant").build());
    }
}

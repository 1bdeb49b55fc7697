package io.github.cdkoidc;

import static io.github.cdkoidc.Example.ACCOUNT;
import static io.github.cdkoidc.Example.BY_NAME;
import static io.github.cdkoidc.Example.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.SubjectTemplate;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.OidcProviderNative;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.RoleProps;
import software.constructs.Construct;

/** What no method can see alone, because it takes two arguments or the stack. It is refused before anything is in the tree. */
class ImpossibleRoleTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"impossible", "impossibleInTheStack"})
    void anImpossibleRoleIsRefused(String given, Consumer<GitHubOidcRole.Builder> arguments, String message) {
        Stack stack = TestApp.stack(ACCOUNT, "cn-north-1");
        GitHubOidcRole.Builder role = Example.builder(stack, "Role");
        arguments.accept(role);

        assertThatThrownBy(role::build)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    /** The same by the request alone, which anybody can make without a stack. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void anImpossibleRequestIsRefusedWithTheSameMessage(
            String given, Consumer<GitHubOidcRole.Builder> arguments, String message) {
        GitHubOidcRole.Builder role = Example.builder(TestApp.stack(), "Role");
        arguments.accept(role);
        GitHubOidcRoleProps props = role.properties();
        GitHubIssuer issuer = Objects.requireNonNullElse(props.getIssuer(), GitHubIssuer.GITHUB_COM);
        String provider = props.getProvider() == null
                ? issuer.providerArn("aws-cn", ACCOUNT)
                : props.getProvider().getOidcProviderArn();

        assertThatThrownBy(() -> new TrustRequest(
                        issuer, "sts.amazonaws.com.cn", provider, props.getSubjects(), props.getClaims()))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused(
                        "a trust policy over IAM's limit",
                        role -> role.subjects(IntStream.range(1000, 1170)
                                .mapToObj(i -> BY_NAME.branch("b" + i))
                                .toList()),
                        "trust policy has 8335 characters, and IAM takes 8192 at the most: split the subjects over several roles, "
                                + "or trust an environment that several branches share"),
                refused(
                        "the immutable spelling of an Enterprise Server",
                        role -> role.issuer(GitHubIssuer.enterpriseServer("github.example.com"))
                                .subjects(REPOSITORY.immutableOnly().branch("main")),
                        "repository octo-org/octo-repo is trusted in the immutable spelling only, and "
                                + "https://github.example.com/_services/token is an Enterprise Server, which never mints it: "
                                + "leave immutableOnly() out"),
                refused(
                        "a subject that any repository can present",
                        role -> role.subjects(GitHubSubject.custom("environment:production")),
                        "sub \"environment:production\" names neither repository nor owner, so any repository on GitHub can present "
                                + "it: write one that holds repo:OWNER/NAME, or add claim(GitHubClaim.REPOSITORY_ID, \"…\")"),
                refused(
                        "a pattern that any repository can present",
                        role -> role.subjects(GitHubSubject.customLike("environment:production:repo:*"))
                                .claim(GitHubClaim.ACTOR, "octocat"),
                        "sub \"environment:production:repo:*\" names neither repository nor owner, so any repository on GitHub can "
                                + "present it: write one that holds repo:OWNER/NAME, or add claim(GitHubClaim.REPOSITORY_ID, \"…\")"),
                refused(
                        "a pattern that leaves the owner open",
                        role -> role.subjects(GitHubSubject.customLike("environment:production:repo:octo*")),
                        "sub \"environment:production:repo:octo*\" names neither repository nor owner, so any repository on GitHub "
                                + "can present it: write one that holds repo:OWNER/NAME, or add "
                                + "claim(GitHubClaim.REPOSITORY_ID, \"…\")"),
                refused(
                        "a number that others start with too",
                        role -> role.subjects(GitHubSubject.customLike("environment:production:repository_id:45*")),
                        "sub \"environment:production:repository_id:45*\" names neither repository nor owner, so any repository on "
                                + "GitHub can present it: write one that holds repo:OWNER/NAME, or add "
                                + "claim(GitHubClaim.REPOSITORY_ID, \"…\")"),
                refused(
                        "a claim that leaves the owner open",
                        role -> role.subjects(GitHubSubject.custom("environment:production"))
                                .claimLike(GitHubClaim.REPOSITORY, "octo-org/*", "octo*")
                                .claimLike(GitHubClaim.REPOSITORY_OWNER_ID, "12*"),
                        "sub \"environment:production\" names neither repository nor owner, so any repository on GitHub can present "
                                + "it: write one that holds repo:OWNER/NAME, or add claim(GitHubClaim.REPOSITORY_ID, \"…\")"),
                refused(
                        "a branch and an environment",
                        role -> role.subjects(REPOSITORY.branch("main")).claim(GitHubClaim.ENVIRONMENT, "production"),
                        "subject \"ref:refs/heads/main\" of octo-org/octo-repo is of runs without an environment, and claim "
                                + "ENVIRONMENT demands one, so none of them could assume the role: write environment(\"…\") for "
                                + "the subject, or leave the claim out"),
                refused(
                        "pull requests and a pattern of environments",
                        role -> role.subjects(REPOSITORY.environment("production"), REPOSITORY.pullRequest())
                                .claimLike(GitHubClaim.ENVIRONMENT, "prod*"),
                        "subject \"pull_request\" of octo-org/octo-repo is of runs without an environment, and claim ENVIRONMENT "
                                + "demands one, so none of them could assume the role: write environment(\"…\") for the subject, or "
                                + "leave the claim out"),
                refused(
                        "a branch and the ref of another",
                        role -> role.subjects(REPOSITORY.branch("main"))
                                .claim(GitHubClaim.REF, "refs/heads/dev", "refs/heads/test"),
                        "subject \"ref:refs/heads/main\" of octo-org/octo-repo presents \"refs/heads/main\" for claim REF, which "
                                + "demands \"refs/heads/dev\", so none of its runs could assume the role: "
                                + "write claim(GitHubClaim.REF, \"refs/heads/main\"), or leave the subject out"),
                refused(
                        "a repository and the number of another",
                        role -> role.subjects(REPOSITORY.anyRun()).claim(GitHubClaim.REPOSITORY_ID, "1"),
                        "subject \"*\" of octo-org/octo-repo presents \"456789\" for claim REPOSITORY_ID, which demands \"1\", so "
                                + "none of its runs could assume the role: write claim(GitHubClaim.REPOSITORY_ID, \"456789\"), or leave the "
                                + "subject out"),
                refused(
                        "a customised subject that names no repository",
                        role -> role.subjects(new GitHubSubject.Branch(
                                REPOSITORY.withSubjectTemplate(SubjectTemplate.of("context")), "main")),
                        "subject template [context] names no repository, so its sub fits others too: write "
                                + "GitHubSubject.custom(\"…\") and add claim(GitHubClaim.REPOSITORY_ID, \"…\")"),
                refused(
                        "a customised subject that says nothing of the branch",
                        role -> role.subjects(new GitHubSubject.Branch(
                                REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repo")), "main")),
                        "subject template [repo] does not tell \"ref:refs/heads/main\" from other runs of octo-org/octo-repo: "
                                + "write anyRun(), or add \"context\" to include_claim_keys on GitHub"),
                refused(
                        "a provider of another issuer",
                        role -> role.issuer(GitHubIssuer.gheCom("octo"))
                                .provider(provider("aws-cn", ACCOUNT, "token.actions.githubusercontent.com")),
                        "provider is of https://token.actions.githubusercontent.com and issuer is https://token.actions.octo.ghe.com, "
                                + "and a provider takes the tokens of its own issuer only: leave issuer(…) out, or give the provider "
                                + "of https://token.actions.octo.ghe.com"),
                refused(
                        "a provider of something else",
                        role -> role.provider(provider("aws-cn", ACCOUNT, "gitlab.com")),
                        "issuer \"gitlab.com\" is not a URL that GitHub mints tokens under: write https://token.actions.githubusercontent.com, "
                                + "https://token.actions.githubusercontent.com/SLUG, https://token.actions.SUBDOMAIN.ghe.com, the same with /SLUG, "
                                + "or https://HOST/_services/token"));
    }

    /** What only the stack knows. */
    static Stream<Arguments> impossibleInTheStack() {
        return Stream.of(
                refused(
                        "a provider of another account",
                        role -> role.provider(
                                provider("aws-cn", "210987654321", "token.actions.githubusercontent.com")),
                        "provider arn:aws-cn:iam::210987654321:oidc-provider/token.actions.githubusercontent.com is of account "
                                + "210987654321, and IAM takes only one of the role's own account, 123456789012: "
                                + "write provider(GitHubOidcProvider.fromAccount(this))"),
                refused(
                        "a provider of another partition",
                        role -> role.provider(provider("aws", ACCOUNT, "token.actions.githubusercontent.com")),
                        "provider arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com is of partition aws, "
                                + "and IAM takes only one of the role's own partition, aws-cn: "
                                + "write provider(GitHubOidcProvider.fromAccount(this))"));
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void theLimitOfATrustPolicyIs8192Characters(Stack stack) {
        GitHubOidcRole.Builder role = Example.builder(stack, "Role").subjects(Example.subjectOfAPolicyOf(8193));

        assertThatThrownBy(role::build)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trust policy has 8193 characters, and IAM takes 8192 at the most");
        assertThatCode(() -> role.subjects(Example.subjectOfAPolicyOf(8192)).build())
                .doesNotThrowAnyException();
    }

    static Stream<Stack> stacks() {
        return Stream.of(TestApp.stack(ACCOUNT, "eu-central-1"), TestApp.stack());
    }

    @Test
    void aSubjectThatAnyRepositoryCanPresentIsTakenWithAClaimThatNamesOne() {
        List<UnaryOperator<GitHubOidcRole.Builder>> naming = List.of(
                role -> role.claim(GitHubClaim.REPOSITORY_ID, "456789"),
                role -> role.claim(GitHubClaim.REPOSITORY, "${Token[TOKEN.7]}"),
                role -> role.claimLike(GitHubClaim.REPOSITORY, "octo-org/*"));

        assertThat(naming)
                .allSatisfy(claim -> assertThatCode(() -> claim.apply(Example.builder(TestApp.stack(), "Role")
                                        .subjects(GitHubSubject.custom("environment:production")))
                                .build())
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource
    void aClaimThatSomeRunOfTheSubjectPresentsIsTaken(GitHubSubject subject, GitHubClaim claim, String value) {
        assertThatCode(() -> Example.builder(TestApp.stack(), "Role")
                        .subjects(subject)
                        .claim(claim, value)
                        .build())
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> aClaimThatSomeRunOfTheSubjectPresentsIsTaken() {
        SubjectTemplate refOnly = SubjectTemplate.of("repo", "ref");
        return Stream.of(
                Arguments.of(REPOSITORY.environment("production"), GitHubClaim.REF, "refs/heads/main"),
                Arguments.of(REPOSITORY.environment("a:b"), GitHubClaim.ENVIRONMENT, "a%3Ab"),
                Arguments.of(REPOSITORY.anyRun(), GitHubClaim.ENVIRONMENT, "production"),
                Arguments.of(REPOSITORY.branch("main"), GitHubClaim.REF, "${Token[TOKEN.7]}"),
                Arguments.of(REPOSITORY.branchesLike("release/*"), GitHubClaim.REF, "refs/heads/release/1"),
                Arguments.of(
                        REPOSITORY.withSubjectTemplate(refOnly).branch("main"), GitHubClaim.ENVIRONMENT, "production"),
                Arguments.of(BY_NAME.branch("main"), GitHubClaim.REPOSITORY_ID, "456789"),
                Arguments.of(REPOSITORY.branch("main"), GitHubClaim.REPOSITORY, "octo-org/octo-repo"));
    }

    @Test
    void aSubjectThatAnyRepositoryCanPresentIsTakenWhereAllRepositoriesAreOnesOwn() {
        assertThatCode(() -> Example.builder(TestApp.stack(), "Role")
                        .subjects(GitHubSubject.custom("environment:production"))
                        .issuer(GitHubIssuer.enterpriseServer("github.example.com"))
                        .build())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:octo-org/octo-repo",
                "repository_owner:octo-org:environment:production",
                "environment:production:repository_id:456789"
            })
    void aSubjectThatNamesARepositoryOrAnOwnerIsTaken(String sub) {
        assertThatCode(() -> Example.trusting(GitHubSubject.custom(sub)).accept(TestApp.stack()))
                .doesNotThrowAnyException();
    }

    @Test
    void aRoleThatSaysNothingOfSubjects() {
        Stack stack = TestApp.stack();

        assertThatThrownBy(() -> GitHubOidcRole.Builder.create(stack, "Role").build())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("subjects are empty, and a role that names none would trust every repository on GitHub: "
                        + "write subjects(GitHubRepository.of(\"octo-org/octo-repo\").branch(\"main\"))");
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    @Test
    void anEmptyIdIsRefusedBeforeTheProviderIsMade() {
        Stack stack = TestApp.stack();

        assertThatThrownBy(() -> Example.role(stack, ""))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("id is empty, and only an app may have none: "
                        + "write the role's name in its scope, such as \"FetchMessage\"");
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    @Test
    void anIdThatIsTakenIsRefusedBeforeTheProviderIsMade() {
        Stack stack = TestApp.stack();
        new Role(
                stack,
                "Role",
                RoleProps.builder().assumedBy(new AccountRootPrincipal()).build());

        assertThatThrownBy(() -> Example.role(stack, "Role"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("id \"Role\" is taken in Stack, and two constructs of one scope cannot share it: "
                        + "write another id, or take the other construct out");
        assertThat(stack.getNode().getChildren()).hasSize(1);
    }

    @Test
    void theIdOfTheStacksProviderIsRefusedBeforeTheProviderIsMade() {
        Stack stack = TestApp.stack();

        assertThatThrownBy(() -> Example.role(stack, "GitHubOidcProvider"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "id \"GitHubOidcProvider\" is taken in Stack, and two constructs of one scope cannot share it: "
                                + "write another id, or take the other construct out");
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    @Test
    void aRoleOutsideOfAStackIsRefused() {
        Construct app = TestApp.create();

        assertThatThrownBy(() -> Example.role(app, "Role"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "scope \"\" is in no stack, and IAM's resources are made by one: write a stack, or a construct in it");
        assertThat(app.getNode().getChildren()).isEmpty();
    }

    private static Arguments refused(String given, Consumer<GitHubOidcRole.Builder> arguments, String message) {
        return Arguments.of(given, arguments, message);
    }

    private static IOidcProvider provider(String partition, String account, String name) {
        return OidcProviderNative.fromOidcProviderArn(
                TestApp.stack(), "Provider", "arn:" + partition + ":iam::" + account + ":oidc-provider/" + name);
    }
}

package io.github.cdkoidc;

import static io.github.cdkoidc.Example.ACCOUNT;
import static io.github.cdkoidc.Example.BY_NAME;
import static io.github.cdkoidc.Example.REPOSITORY;
import static io.github.cdkoidc.Example.role;
import static io.github.cdkoidc.Example.trusting;
import static io.github.cdkoidc.Example.with;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.SubjectTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.OidcProviderNative;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** Every shape that a role's trust can have: one golden template each, and what must hold for all is tested on all. */
enum TrustShape {
    BRANCH("branch", trusting(REPOSITORY.branch("main"))),
    TAG("tag", trusting(REPOSITORY.tag("v1.2.3"))),
    ENVIRONMENT("environment", trusting(REPOSITORY.environment("production"))),
    ENVIRONMENT_WITH_A_COLON("environment-with-a-colon", trusting(REPOSITORY.environment("eu:production"))),
    PULL_REQUEST("pull-request", trusting(REPOSITORY.pullRequest())),
    ANY_RUN("any-run", trusting(REPOSITORY.anyRun())),
    BRANCHES_LIKE("branches-like", trusting(REPOSITORY.branchesLike("release/*"))),
    TAGS_LIKE("tags-like", trusting(REPOSITORY.tagsLike("v?.*"))),
    CUSTOM("custom", trusting(GitHubSubject.custom("repository_id:456789:ref:refs/heads/main"))),
    CUSTOM_LIKE("custom-like", trusting(GitHubSubject.customLike("repo:octo-org/octo-repo:environment:*"))),
    POLICY_VARIABLE("policy-variable", trusting(REPOSITORY.branch("feature/${x}"))),

    WITHOUT_IDS("without-ids", trusting(BY_NAME.branch("main"))),
    BOTH_SPELLINGS("both-spellings", trusting(REPOSITORY.branch("main"), REPOSITORY.environment("production"))),
    IMMUTABLE_ONLY("immutable-only", trusting(REPOSITORY.immutableOnly().branch("main"))),
    SUBJECT_TEMPLATE(
            "subject-template",
            trusting(REPOSITORY
                    .withSubjectTemplate(SubjectTemplate.of("repo", "context", "job_workflow_ref")
                            .given(
                                    "job_workflow_ref",
                                    "octo-org/automation/.github/workflows/deploy.yml@refs/heads/main"))
                    .environment("production"))),
    EXACT_AND_PATTERN(
            "exact-and-pattern",
            trusting(
                    REPOSITORY.branch("main"),
                    REPOSITORY.tagsLike("v*"),
                    BY_NAME.environment("production"),
                    BY_NAME.branchesLike("release/*"))),

    CLAIMS(
            "claims",
            with(role -> role.claim(GitHubClaim.REPOSITORY_OWNER_ID, "123456")
                    .claim(GitHubClaim.ACTOR, "octocat", "monalisa"))),
    CLAIM_PATTERNS(
            "claim-patterns",
            with(role -> role.subjects(REPOSITORY.branch("main"), REPOSITORY.tagsLike("v*"))
                    .claim(GitHubClaim.ACTOR_ID, "12")
                    .claimLike(
                            GitHubClaim.JOB_WORKFLOW_REF, "octo-org/automation/.github/workflows/*@refs/heads/main"))),

    ENTERPRISE("enterprise", with(role -> role.issuer(GitHubIssuer.enterprise("octo-enterprise")))),
    GHE_COM("ghe-com", with(role -> role.issuer(GitHubIssuer.gheCom("octo")))),
    ENTERPRISE_SERVER(
            "enterprise-server", with(role -> role.issuer(GitHubIssuer.enterpriseServer("github.example.com")))),
    CHINA("china", "cn-north-1", with(role -> {})),
    GOV_CLOUD("gov-cloud", "us-gov-west-1", with(role -> {})),
    KNOWN_REGION("known-region", "eu-central-1", with(role -> {})),
    AUDIENCE("audience", with(role -> role.audience("https://github.com/octo-org"))),

    IMPORTED_PROVIDER("imported-provider", stack -> {
        with(role -> role.provider(GitHubOidcProvider.fromAccount(stack))).accept(stack);
        Example.builder(stack, "Server")
                .provider(GitHubOidcProvider.fromAccount(stack, GitHubIssuer.enterpriseServer("github.example.com")))
                .build();
    }),
    PROVIDER_BY_ARN(
            "provider-by-arn",
            stack -> with(role -> role.provider(OidcProviderNative.fromOidcProviderArn(
                            stack,
                            "Provider",
                            "arn:aws:iam::" + ACCOUNT + ":oidc-provider/token.actions.githubusercontent.com/octo")))
                    .accept(stack)),
    PROVIDER_OF_ANOTHER_STACK("provider-of-another-stack", stack -> {
        Stack other = new Stack((App) stack.getNode().getRoot(), "Other");
        with(role -> role.provider(GitHubOidcProvider.forStack(other))).accept(stack);
    }),
    TWO_ROLES("two-roles", stack -> {
        role(stack, "Role");
        Example.builder(stack, "Other").subjects(REPOSITORY.pullRequest()).build();
    }),
    TWO_ISSUERS("two-issuers", stack -> {
        role(stack, "Role");
        Example.builder(stack, "Other").issuer(GitHubIssuer.gheCom("octo")).build();
    }),
    NESTED_CONSTRUCT("nested-construct", stack -> role(new Construct(stack, "Group"), "Role")),
    NESTED_STACK("nested-stack", stack -> role(new NestedStack(stack, "Nested"), "Role")),

    REPOSITORY_PARAMETERS("repository-parameters", stack -> {
        GitHubRepository repository = GitHubRepository.of(parameter(stack, "Owner"), parameter(stack, "Name"));
        trusting(
                        repository.environment("production"),
                        repository.withIds(123456, 456789).branch("main"))
                .accept(stack);
    }),
    ALL_PROPERTIES(
            "all-properties",
            stack -> with(role -> role.description("Reads /message")
                            .roleName("fetch-message")
                            .path("/github/octo-org/")
                            .maxSessionDuration(Duration.hours(12))
                            .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("ReadOnlyAccess")))
                            .permissionsBoundary(ManagedPolicy.fromManagedPolicyName(stack, "Boundary", "boundary"))
                            .inlinePolicies(Map.of("Message", readMessage())))
                    .accept(stack)),

    DEPLOY("deploy", stack -> CdkBootstrapRoles.grantDeploy(role(stack, "Role"))),
    DEPLOY_ELSEWHERE(
            "deploy-elsewhere",
            stack -> CdkBootstrapRoles.grantDeploy(
                    role(stack, "Role"),
                    CdkBootstrapRolesOptions.builder()
                            .qualifier("octo")
                            .environments(
                                    environment("111111111111", "eu-central-1"),
                                    environment("222222222222", "us-east-1"))
                            .build())),
    DIFF("diff", stack -> CdkBootstrapRoles.grantDiff(role(stack, "Role")));

    private final String golden;
    private final String region;

    @SuppressWarnings("ImmutableEnumChecker") // A Consumer cannot say that it holds no state.
    private final Consumer<Stack> roles;

    TrustShape(String golden, Consumer<Stack> roles) {
        this(golden, null, roles);
    }

    TrustShape(String golden, String region, Consumer<Stack> roles) {
        this.golden = golden;
        this.region = region;
        this.roles = roles;
    }

    /** The name of the golden template. */
    String golden() {
        return golden;
    }

    /** A new stack of this shape; the stacks beside and inside of it are {@code Other} and {@code Nested}. */
    Stack stack() {
        Stack stack = region == null ? TestApp.stack() : TestApp.stack(ACCOUNT, region);
        roles.accept(stack);
        return stack;
    }

    private static String parameter(Stack stack, String id) {
        return CfnParameter.Builder.create(stack, id).build().getValueAsString();
    }

    private static Environment environment(String account, String region) {
        return Environment.builder().account(account).region(region).build();
    }

    private static PolicyDocument readMessage() {
        return PolicyDocument.Builder.create()
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of("ssm:GetParameter"))
                        .resources(List.of("arn:aws:ssm:eu-central-1:" + ACCOUNT + ":parameter/message"))
                        .build()))
                .build();
    }
}

package io.github.cdkoidc;

import static io.github.cdkoidc.Example.BY_NAME;
import static io.github.cdkoidc.Example.REPOSITORY;
import static io.github.cdkoidc.Example.role;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.trust.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.RoleProps;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

class GitHubOidcRoleTest {

    @Test
    void itTakesTheLogicalIdOfAHandWrittenRoleThatItReplaces() {
        Stack before = TestApp.stack();
        new Role(
                new Construct(before, "Group"),
                "FetchMessage",
                RoleProps.builder().assumedBy(new AccountRootPrincipal()).build());
        Stack after = TestApp.stack();
        role(new Construct(after, "Group"), "FetchMessage");

        assertThat(logicalIds(after, "AWS::IAM::Role"))
                .containsExactlyElementsOf(logicalIds(before, "AWS::IAM::Role").toList())
                .containsExactly("GroupFetchMessage59A18D84");
    }

    @Test
    void itIsARoleWhereverTheCdkWantsOne() {
        Stack stack = TestApp.stack();
        StringParameter message = StringParameter.Builder.create(stack, "Message")
                .stringValue("hello")
                .build();

        message.grantRead(role(stack, "Role"));

        assertThat(TestApp.template(stack).findValues("Roles"))
                .singleElement()
                .hasToString("[{\"Ref\":\"Role1ABCC5F0\"}]");
    }

    @Test
    void theTokensOfAClassicAndOfAnImmutableRepositoryAreBothTrusted() {
        GitHubOidcRole role = Example.builder(TestApp.stack(), "Role")
                .subjects(REPOSITORY.branch("main"), REPOSITORY.environment("production"))
                .build();

        assertThat(subjects(role))
                .containsExactlyInAnyOrder(
                        minted(run().branch("main").classicSubject()),
                        minted(run().branch("main")),
                        minted(run().branch("main").environment("production").classicSubject()),
                        minted(run().branch("main").environment("production")));
    }

    @Test
    void aRunOfAnotherBranchOrEventPresentsNoSubjectOfTheMainBranch() {
        assertThat(subjects(role(TestApp.stack(), "Role")))
                .doesNotContain(
                        minted(run().branch("main2")),
                        minted(run().tag("main")),
                        minted(run().pullRequest(1)),
                        minted(run().branch("main").environment("main")),
                        minted(GitHubClaims.of(BY_NAME.withIds(123456, 1)).branch("main")));
    }

    @Test
    void itsProviderIsTheOneOfTheStack() {
        Stack stack = TestApp.stack();

        assertThat(role(stack, "Role").getProvider()).isSameAs(GitHubOidcProvider.forStack(stack));
    }

    @Test
    void itsProviderIsTheOneThatItIsGiven() {
        Stack stack = TestApp.stack();
        IOidcProvider provider = GitHubOidcProvider.fromAccount(stack);

        assertThat(Example.builder(stack, "Role").provider(provider).build().getProvider())
                .isSameAs(provider);
        assertThat(logicalIds(stack, "AWS::IAM::OIDCProvider")).isEmpty();
    }

    @Test
    void theIssuerOfAProviderNeedNotBeSaidTwice() {
        Stack stack = TestApp.stack();
        GitHubIssuer server = GitHubIssuer.enterpriseServer("github.example.com");

        GitHubOidcRole made = Example.builder(stack, "Made")
                .provider(GitHubOidcProvider.forStack(stack, server))
                .build();
        GitHubOidcRole imported = Example.builder(stack, "Imported")
                .provider(GitHubOidcProvider.fromAccount(stack, server))
                .issuer(server)
                .build();

        assertThat(List.of(made, imported))
                .allSatisfy(role -> assertThat(role.getTrustPolicy().toJson())
                        .contains("\"github.example.com/_services/token:sub\""));
    }

    @Test
    void rolesThatTrustTheSameHaveEqualTrustPolicies() {
        Stack stack = TestApp.stack();

        assertThat(role(stack, "One").getTrustPolicy())
                .isEqualTo(role(stack, "Two").getTrustPolicy())
                .isNotEqualTo(Example.builder(stack, "Three")
                        .subjects(REPOSITORY.branch("other"))
                        .build()
                        .getTrustPolicy());
    }

    @Test
    void theTrustPolicyRefersToAnotherStacksProviderOnceTheAppIsSynthesized() {
        Stack nested = new NestedStack(TestApp.stack(), "Nested");
        GitHubOidcRole role = role(nested, "Role");
        String before = role.getTrustPolicy().toJson();

        JsonNode template = TestApp.template(nested);

        assertThatJson(role.getTrustPolicy().toJson())
                .isEqualTo(template.at("/Resources/Role1ABCC5F0/Properties/AssumeRolePolicyDocument"));
        assertThat(before).isNotEqualTo(role.getTrustPolicy().toJson());
    }

    @Test
    void propertiesMakeTheSameRoleAsTheBuilder() {
        Stack one = TestApp.stack();
        Example.builder(one, "Role").description("Reads /message").build();
        Stack two = TestApp.stack();
        new GitHubOidcRole(
                two,
                "Role",
                GitHubOidcRoleProps.builder()
                        .subjects(REPOSITORY.branch("main"))
                        .description("Reads /message")
                        .build());

        assertThatJson(TestApp.template(two)).isEqualTo(TestApp.template(one));
    }

    @Test
    void propertiesAreNotThoseOfTheCallerAnyMore() {
        List<IManagedPolicy> policies =
                new ArrayList<>(List.of(ManagedPolicy.fromAwsManagedPolicyName("ReadOnlyAccess")));
        GitHubOidcRoleProps.Builder builder = GitHubOidcRoleProps.builder()
                .subjects(REPOSITORY.branch("main"))
                .claim(GitHubClaim.ACTOR, "octocat")
                .managedPolicies(policies);
        GitHubOidcRoleProps props = builder.build();

        policies.clear();
        builder.claim(GitHubClaim.ACTOR_ID, "12").audience("other");

        assertThat(props.getManagedPolicies()).hasSize(1);
        assertThat(props.getClaims()).containsOnlyKeys(GitHubClaim.ACTOR);
        assertThat(props.getAudience()).isNull();
    }

    @Test
    void whatIsNotSaidIsNotThere() {
        GitHubOidcRoleProps props = GitHubOidcRoleProps.builder()
                .subjects(REPOSITORY.branch("main"))
                .build();

        assertThat(props.getSubjects()).containsExactly(REPOSITORY.branch("main"));
        assertThat(props.getClaims()).isEmpty();
        assertThat(Stream.of(
                        props.getAudience(),
                        props.getIssuer(),
                        props.getProvider(),
                        props.getDescription(),
                        props.getRoleName(),
                        props.getPath(),
                        props.getManagedPolicies(),
                        props.getInlinePolicies(),
                        props.getPermissionsBoundary(),
                        props.getMaxSessionDuration()))
                .containsOnlyNulls();
    }

    private static GitHubClaimsBuilder run() {
        return GitHubClaims.of(REPOSITORY);
    }

    private static String minted(GitHubClaimsBuilder run) {
        return run.build().get(GitHubClaim.SUB).orElseThrow();
    }

    private static List<String> subjects(GitHubOidcRole role) {
        return role.getTrustPolicy().document().statements().stream()
                .map(Statement::conditionElement)
                .map(condition -> condition.get("StringEquals").get("token.actions.githubusercontent.com:sub"))
                .flatMap(SynthesizedShape::elements)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<String> logicalIds(Stack stack, String type) {
        return TestApp.template(stack).path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .map(resource -> resource.getKey());
    }
}

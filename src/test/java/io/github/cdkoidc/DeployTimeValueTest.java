package io.github.cdkoidc;

import static io.github.cdkoidc.Example.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.amazon.awscdk.services.iam.OidcProviderNative;

/** Values that only the deployment knows, here those of a parameter: passed through where nothing hangs on them. */
class DeployTimeValueTest {

    private final Stack stack = TestApp.stack();
    private final String token =
            CfnParameter.Builder.create(stack, "Parameter").build().getValueAsString();
    private final GitHubRepository repository = GitHubRepository.of(token, "octo-repo");

    @Test
    void aRepositoryStaysExact() {
        Example.trusting(repository.tag("v1")).accept(stack);

        assertThat(condition("StringEquals").get("token.actions.githubusercontent.com:sub"))
                .hasToString(
                        "{\"Fn::Join\":[\"\",[\"repo:\",{\"Ref\":\"Parameter\"},\"/octo-repo:ref:refs/tags/v1\"]]}");
        assertThat(condition("StringLike").isMissingNode()).isTrue();
    }

    @Test
    void aBranchAnEnvironmentAndAnAudienceStayExact() {
        Example.with(role -> role.subjects(REPOSITORY.immutableOnly().branch(token), REPOSITORY.environment(token))
                        .audience(token))
                .accept(stack);

        assertThat(condition("StringEquals").toString())
                .contains(":aud\":{\"Ref\":\"Parameter\"}")
                .contains("[\"repo:octo-org@123456/octo-repo@456789:ref:refs/heads/\",{\"Ref\":\"Parameter\"}]")
                .contains("[\"repo:octo-org/octo-repo:environment:\",{\"Ref\":\"Parameter\"}]");
        assertThat(condition("StringLike").isMissingNode()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aPatternRefusesThem(String what, Consumer<GitHubRepository> pattern) {
        assertThatThrownBy(() -> pattern.accept(repository))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("pattern \"repo:" + token + "/octo-repo:" + what
                        + "\" holds a CDK token, and the value that it gets at deployment could be a wildcard itself: "
                        + "write the name instead of the token, or an exact subject");
        assertThat(stack.getNode().getChildren()).hasSize(1);
    }

    static Stream<Arguments> aPatternRefusesThem() {
        return Stream.of(
                pattern("*", GitHubRepository::anyRun),
                pattern("ref:refs/heads/release/*", repository -> repository.branchesLike("release/*")),
                pattern("ref:refs/tags/v*", repository -> repository.tagsLike("v*")));
    }

    private static Arguments pattern(String what, Consumer<GitHubRepository> pattern) {
        return Arguments.of(what, pattern);
    }

    @Test
    void aWholeRepositoryIsRefusedBecauseItIsNotParsed() {
        assertThatThrownBy(() -> GitHubRepository.of(token))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("repository \"" + token
                        + "\" holds a CDK token, which has no value yet to tell owner from name: "
                        + "write GitHubRepository.of(owner, name) with a token for each");
    }

    @Test
    void theRolesOwnTextsTakeThem() {
        Example.with(role -> role.description(token).roleName(token).path(token))
                .accept(stack);

        assertThat(TestApp.template(stack)
                        .at("/Resources/Role1ABCC5F0/Properties")
                        .properties())
                .filteredOn(property -> property.getValue().has("Ref"))
                .extracting(property -> property.getKey())
                .containsExactlyInAnyOrder("Description", "RoleName", "Path");
    }

    @Test
    void aSessionIsRefusedBecauseTheCdkWantsToKnowItsLength() {
        Duration session = Duration.seconds(CfnParameter.Builder.create(stack, "Session")
                .type("Number")
                .build()
                .getValueAsNumber());

        assertThatThrownBy(() -> GitHubOidcRoleProps.builder().maxSessionDuration(session))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxSessionDuration is a CDK token, which has no length yet, and the CDK checks it: "
                        + "write Duration.hours(1) to Duration.hours(12)");
    }

    @Test
    void aProviderIsTakenForTheIssuerThatIsSaid() {
        IOidcProvider provider = OidcProviderNative.fromOidcProviderArn(stack, "Provider", token);
        GitHubIssuer issuer = GitHubIssuer.gheCom("octo");
        Example.with(role -> role.provider(provider).issuer(issuer)).accept(stack);

        assertThat(condition("StringEquals").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("token.actions.octo.ghe.com:aud", "token.actions.octo.ghe.com:sub");
    }

    @Test
    void aProviderIsTakenForTheOneOfGitHubComIfNothingIsSaid() {
        IOidcProvider provider = OidcProviderNative.fromOidcProviderArn(stack, "Provider", token);
        Example.with(role -> role.provider(provider)).accept(stack);

        assertThat(condition("StringEquals").has("token.actions.githubusercontent.com:sub"))
                .isTrue();
    }

    @Test
    void aProviderOfAKnownAccountIsTakenWhereTheStacksOwnIsNotKnown() {
        IOidcProvider provider = OidcProviderNative.fromOidcProviderArn(
                stack, "Provider", "arn:aws-cn:iam::210987654321:oidc-provider/token.actions.githubusercontent.com");

        assertThatCode(() -> Example.with(role -> role.provider(provider)).accept(stack))
                .doesNotThrowAnyException();
    }

    private JsonNode condition(String operator) {
        return TestApp.template(stack)
                .at("/Resources/Role1ABCC5F0/Properties/AssumeRolePolicyDocument/Statement/0/Condition/" + operator);
    }
}

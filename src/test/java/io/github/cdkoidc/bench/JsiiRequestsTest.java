package io.github.cdkoidc.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.GitHubOidcRole;
import io.github.cdkoidc.claims.GitHubRepository;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.InstanceProfile;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What a role costs is what it asks of Node, and that can be counted. Time is measured by {@link RoleBenchmark}. */
class JsiiRequestsTest {

    @ParameterizedTest
    @CsvSource({
        "ROLES_OF_A_STACK, 2, 2",
        "PROVIDER_GIVEN, 2, 2",
        "PROVIDER_IMPORTED, 2, 2",
        // Three of them warn of the pattern.
        "EXACT_AND_PATTERN, 7, 7",
        // One of them makes the scope. The library asks which stack it is in.
        "SCOPE_PER_ROLE, 4, 3"
    })
    void aRoleTakesNoMoreRequestsThanByHandButInAScopeOfItsOwn(Scenario scenario, int library, int byHand) {
        assertThat(ofTheSecondRole(scenario::library)).hasSize(library);
        assertThat(ofTheSecondRole(scenario::byHand)).hasSize(byHand);
    }

    /** What is asked once per stack, and once per JVM, is over by then. */
    private static List<JsonNode> ofTheSecondRole(Function<Stack, IntConsumer> way) {
        IntConsumer role = way.apply(new Stack(new App(), "Stack"));
        role.accept(1);
        return JsiiRequests.of(() -> role.accept(2));
    }

    @Test
    void theFirstRoleOfAStackAsksForTheRegionAndWhetherItsIdIsFree() {
        ofTheSecondRole(Scenario.ROLES_OF_A_STACK::library);
        Stack stack = new Stack(new App(), "Stack");
        List<JsonNode> requests =
                JsiiRequests.of(() -> Scenario.ROLES_OF_A_STACK.library(stack).accept(1));
        assertThat(requests)
                .extracting(request -> request.path("api").asText() + " "
                        + request.path("fqn").asText()
                        + request.path("property").asText()
                        + request.path("method").asText())
                .containsExactly(
                        "get region",
                        "get node",
                        "naming ",
                        "invoke tryFindChild",
                        "create aws-cdk-lib.aws_iam.OidcProviderNative",
                        "create aws-cdk-lib.aws_iam.OpenIdConnectPrincipal",
                        "create aws-cdk-lib.aws_iam.Role");
    }

    /** To count the statements costs two requests, and none is read that the library has written itself. */
    @Test
    void aTrustPolicyToWhichNothingWasAddedIsNotReadBack() {
        GitHubOidcRole role = role(new Stack(new App(), "Stack"));
        role.getTrustPolicy();

        assertThat(JsiiRequests.of(role::getTrustPolicy))
                .extracting(request -> request.path("property").asText()
                        + request.path("method").asText())
                .containsExactly("of", "oidcProviderArn", "resolve", "assumeRolePolicy", "statementCount");
    }

    @Test
    void aRoleIsAPlainRoleToNodeWhichCallsNothingBack() {
        JsonNode create = ofTheSecondRole(Scenario.ROLES_OF_A_STACK::library).get(1);
        assertThat(create.path("fqn").asText()).isEqualTo("aws-cdk-lib.aws_iam.Role");
        assertThat(create.path("overrides")).isEmpty();
        assertThat(create.path("interfaces")).isEmpty();
    }

    @Test
    void nodeGivesTheVeryRoleBackThatItWasGiven() {
        Stack stack = new Stack(new App(), "Stack");
        GitHubOidcRole role = role(stack);
        ManagedPolicy policy = ManagedPolicy.Builder.create(stack, "Policy")
                .statements(List.of(PolicyStatement.Builder.create()
                        .actions(List.of("s3:ListAllMyBuckets"))
                        .resources(List.of("*"))
                        .build()))
                .roles(List.of(role))
                .build();
        role.addManagedPolicy(policy);

        assertThat(stack.getNode().tryFindChild("Role")).isSameAs(role);
        assertThat(stack.getNode().findAll()).anyMatch(construct -> construct == role);
        assertThat(Objects.requireNonNull(role.getNode().getDefaultChild())
                        .getNode()
                        .getScope())
                .isSameAs(role);
        assertThat(role.getGrantPrincipal()).isSameAs(role);
        assertThat(InstanceProfile.Builder.create(stack, "Profile")
                        .role(role)
                        .build()
                        .getRole())
                .isSameAs(role);
        assertThat(role.getProvider()).isSameAs(stack.getNode().tryFindChild("GitHubOidcProvider"));
    }

    private static GitHubOidcRole role(Stack stack) {
        return GitHubOidcRole.Builder.create(stack, "Role")
                .subjects(GitHubRepository.of("octo-org/octo-repo")
                        .withIds(123456, 456789)
                        .branch("main"))
                .build();
    }

    @Test
    void countingNothingIsAnError() {
        assertThatThrownBy(() -> JsiiRequests.of(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no request to Node was seen");
    }
}

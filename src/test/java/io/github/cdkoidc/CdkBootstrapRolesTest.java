package io.github.cdkoidc;

import static io.github.cdkoidc.Example.ACCOUNT;
import static io.github.cdkoidc.Example.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

class CdkBootstrapRolesTest {

    @Test
    void aDeploymentMayAssumeTheFourRolesThatItNeeds() {
        Stack stack = TestApp.stack(ACCOUNT, "eu-central-1");
        CdkBootstrapRoles.grantDeploy(role(stack, "Role"));

        assertThat(granted(stack))
                .containsExactly(
                        "sts:AssumeRole cdk-hnb659fds-deploy-role-123456789012-eu-central-1",
                        "sts:AssumeRole cdk-hnb659fds-file-publishing-role-123456789012-eu-central-1",
                        "sts:AssumeRole cdk-hnb659fds-image-publishing-role-123456789012-eu-central-1",
                        "sts:AssumeRole cdk-hnb659fds-lookup-role-123456789012-eu-central-1");
    }

    @Test
    void aDiffMayOnlyLook() {
        Stack stack = TestApp.stack(ACCOUNT, "eu-central-1");
        CdkBootstrapRoles.grantDiff(role(stack, "Role"));

        assertThat(granted(stack))
                .containsExactly("sts:AssumeRole cdk-hnb659fds-lookup-role-123456789012-eu-central-1");
    }

    @Test
    void aDiffMayLookWhereItIsToldTo() {
        Stack stack = TestApp.stack();
        CdkBootstrapRoles.grantDiff(
                role(stack, "Role"),
                CdkBootstrapRolesOptions.builder()
                        .qualifier("octo")
                        .environments(List.of(environment("111111111111", "us-gov-west-1")))
                        .build());

        assertThat(granted(stack)).containsExactly("sts:AssumeRole cdk-octo-lookup-role-111111111111-us-gov-west-1");
    }

    @Test
    void theQualifierIsTheOneOfTheStacksSynthesizer() {
        Stack stack = new Stack(
                TestApp.create(),
                "Stack",
                StackProps.builder()
                        .env(environment(ACCOUNT, "eu-central-1"))
                        .synthesizer(DefaultStackSynthesizer.Builder.create()
                                .qualifier("octo")
                                .generateBootstrapVersionRule(false)
                                .build())
                        .build());
        CdkBootstrapRoles.grantDiff(role(stack, "Role"));

        assertThat(granted(stack)).containsExactly("sts:AssumeRole cdk-octo-lookup-role-123456789012-eu-central-1");
    }

    @Test
    void theQualifierIsTheOneOfTheContext() {
        Stack stack = new Stack(
                TestApp.create(Map.of("@aws-cdk/core:bootstrapQualifier", "octo")),
                "Stack",
                StackProps.builder().env(environment(ACCOUNT, "eu-central-1")).build());
        CdkBootstrapRoles.grantDiff(role(stack, "Role"));

        assertThat(granted(stack)).containsExactly("sts:AssumeRole cdk-octo-lookup-role-123456789012-eu-central-1");
    }

    @Test
    void aRoleInANestedStackDeploysToTheAccountAndRegionOfItsParent() {
        Stack nested = new NestedStack(TestApp.stack(ACCOUNT, "eu-central-1"), "Nested");
        CdkBootstrapRoles.grantDiff(role(nested, "Role"));

        assertThat(granted(nested))
                .containsExactly("sts:AssumeRole cdk-hnb659fds-lookup-role-123456789012-eu-central-1");
    }

    @Test
    void anAccountThatIsKnownAtDeploymentIsPassedThrough() {
        CdkBootstrapRolesOptions options = CdkBootstrapRolesOptions.builder()
                .environments(environment(Aws.ACCOUNT_ID, Aws.REGION))
                .build();

        assertThat(options.getEnvironments()).singleElement().satisfies(environment -> {
            assertThat(environment.getAccount()).isEqualTo(Aws.ACCOUNT_ID);
            assertThat(environment.getRegion()).isEqualTo(Aws.REGION);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void badOptions(String given, Consumer<CdkBootstrapRolesOptions.Builder> method, String message) {
        CdkBootstrapRolesOptions.Builder options = CdkBootstrapRolesOptions.builder();

        assertThatThrownBy(() -> method.accept(options))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                refused(
                        "a long qualifier",
                        options -> options.qualifier("octo-org-prod"),
                        "qualifier \"octo-org-prod\" is not 1 to 10 of A-Z a-z 0-9 _ and -, so no bootstrap role has it in its name: "
                                + "write one such as \"hnb659fds\""),
                refused(
                        "no environment",
                        options -> options.environments(),
                        "environments are empty, and a role that may deploy nowhere needs no grant: "
                                + "leave environments(…) out for the stack's own"),
                refused(
                        "an environment without an account",
                        options -> options.environments(
                                Environment.builder().region("us-east-1").build()),
                        "account null is not 12 digits, so no bootstrap role has it in its name: "
                                + "write one such as \"123456789012\""),
                refused(
                        "every account",
                        options -> options.environments(environment("*", "us-east-1")),
                        "account \"*\" is not 12 digits, so no bootstrap role has it in its name: "
                                + "write one such as \"123456789012\""),
                refused(
                        "every region",
                        options -> options.environments(environment(ACCOUNT, "*")),
                        "region \"*\" is not a region's code, so no bootstrap role has it in its name: "
                                + "write one such as \"eu-central-1\""));
    }

    private static Arguments refused(String given, Consumer<CdkBootstrapRolesOptions.Builder> method, String message) {
        return Arguments.of(given, method, message);
    }

    private static Environment environment(String account, String region) {
        return Environment.builder().account(account).region(region).build();
    }

    /** Each action on each role, by name. */
    private static Stream<String> granted(Stack stack) {
        return TestApp.template(stack).findValues("PolicyDocument").stream()
                .flatMap(policy -> SynthesizedShape.elements(policy.path("Statement")))
                .flatMap(statement -> resources(statement)
                        .map(name -> statement.path("Action").asText() + " " + name));
    }

    private static Stream<String> resources(JsonNode statement) {
        return statement.findValues("Fn::Join").stream()
                .map(join -> join.at("/1/2").asText().replaceFirst(".*:role/", ""));
    }
}

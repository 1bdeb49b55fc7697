package io.github.cdkoidc;

import static io.github.cdkoidc.Example.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;

/** A null is refused by the method that it is given to, which says what to do without it. */
class MissingArgumentTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void missing(String message, Consumer<GitHubOidcRole.Builder> method) {
        Stack stack = TestApp.stack();
        GitHubOidcRole.Builder role = GitHubOidcRole.Builder.create(stack, "Role");

        assertThatThrownBy(() -> method.accept(role))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage(message);
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                without(
                        "subject is null: write repository.branch(\"main\")",
                        role -> role.subjects((GitHubSubject) null)),
                without(
                        "subjects are null: write repository.branch(\"main\")",
                        role -> role.subjects((GitHubSubject[]) null)),
                without(
                        "subjects are null: write repository.branch(\"main\")",
                        role -> role.subjects((List<GitHubSubject>) null)),
                without(
                        "claim is null: write one of GitHubClaim, such as JOB_WORKFLOW_REF",
                        role -> role.claim(null, "octocat")),
                without(
                        "list of values of claim ACTOR is null: leave the call out",
                        role -> role.claim(GitHubClaim.ACTOR, (String[]) null)),
                without(
                        "value of claim ACTOR is null: leave it out",
                        role -> role.claimLike(GitHubClaim.ACTOR, "octo*", null)),
                without("audience is null: leave the call out", role -> role.audience(null)),
                without("issuer is null: write GitHubIssuer.GITHUB_COM", role -> role.issuer(null)),
                without(
                        "provider is null: leave the call out, or write GitHubOidcProvider.fromAccount(this)",
                        role -> role.provider(null)),
                without("description is null: leave the call out", role -> role.description(null)),
                without("roleName is null: leave the call out", role -> role.roleName(null)),
                without("path is null: leave the call out", role -> role.path(null)),
                without("managedPolicies is null: leave the call out", role -> role.managedPolicies(null)),
                without(
                        "managed policy is null: leave it out",
                        role -> role.managedPolicies(Collections.singletonList(null))),
                without("inlinePolicies is null: leave the call out", role -> role.inlinePolicies(null)),
                without(
                        "inline policy \"Message\" is null: leave it out",
                        role -> role.inlinePolicies(Collections.singletonMap("Message", null))),
                without("permissionsBoundary is null: leave the call out", role -> role.permissionsBoundary(null)),
                without("maxSessionDuration is null: leave the call out", role -> role.maxSessionDuration(null)));
    }

    private static Arguments without(String message, Consumer<GitHubOidcRole.Builder> method) {
        return Arguments.of(message, method);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void missingElsewhere(String message, Consumer<Stack> act) {
        Stack stack = TestApp.stack();

        assertThatThrownBy(() -> act.accept(stack))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> missingElsewhere() {
        GitHubOidcRoleProps props = GitHubOidcRoleProps.builder()
                .subjects(Example.REPOSITORY.branch("main"))
                .build();
        return Stream.of(
                in(
                        "scope is null: write the stack or construct that the role is part of",
                        stack -> GitHubOidcRole.Builder.create(null, "Role")),
                in(
                        "id is null: write the role's name in its scope, such as \"FetchMessage\"",
                        stack -> GitHubOidcRole.Builder.create(stack, null)),
                in(
                        "scope is null: write a stack, or a construct in it",
                        stack -> new GitHubOidcRole(null, "Role", props)),
                in(
                        "id is null: write the role's name in its scope, such as \"FetchMessage\"",
                        stack -> new GitHubOidcRole(stack, null, props)),
                in(
                        "props is null: write GitHubOidcRoleProps.builder()",
                        stack -> new GitHubOidcRole(stack, "Role", null)),
                in("scope is null: write a stack, or a construct in it", stack -> GitHubOidcProvider.forStack(null)),
                in("issuer is null: write GitHubIssuer.GITHUB_COM", stack -> GitHubOidcProvider.forStack(stack, null)),
                in(
                        "scope is null: write a stack, or a construct in it",
                        stack -> GitHubOidcProvider.fromAccount(null, GitHubIssuer.GITHUB_COM)),
                in(
                        "issuer is null: write GitHubIssuer.GITHUB_COM",
                        stack -> GitHubOidcProvider.fromAccount(stack, null)),
                in("role is null: write the role of the pipeline", stack -> CdkBootstrapRoles.grantDeploy(null)),
                in(
                        "options is null: leave it out for the stack's own account and region",
                        stack -> CdkBootstrapRoles.grantDiff(role(stack, "Role"), null)),
                in(
                        "qualifier is null: leave the call out",
                        stack -> CdkBootstrapRolesOptions.builder().qualifier(null)),
                in(
                        "environments is null: leave the call out",
                        stack -> CdkBootstrapRolesOptions.builder().environments((List<Environment>) null)),
                in(
                        "environment is null: leave it out",
                        stack -> CdkBootstrapRolesOptions.builder().environments((Environment) null)));
    }

    private static Arguments in(String message, Consumer<Stack> act) {
        return Arguments.of(message, act);
    }
}

package io.github.cdkoidc;

import static io.github.cdkoidc.Example.BY_NAME;
import static io.github.cdkoidc.Example.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;

/** What a builder's method refuses on its own line, and in which words. Nothing of it stays in the construct tree. */
class BadInputTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void badInput(String given, Consumer<GitHubOidcRole.Builder> method, String message) {
        Stack stack = TestApp.stack();
        GitHubOidcRole.Builder role = GitHubOidcRole.Builder.create(stack, "Role");

        assertThatThrownBy(() -> method.accept(role))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    static Stream<Arguments> badInput() {
        return Stream.of(theRepository(), theSubject(), theClaims(), theRole()).flatMap(List::stream);
    }

    private static List<Arguments> theRepository() {
        return List.of(
                refused(
                        "a repository without an owner",
                        role -> role.subjects(GitHubRepository.of("octo-repo").branch("main")),
                        "repository \"octo-repo\" is not an owner and a name with one / between: write \"octo-org/octo-repo\""),
                refused(
                        "a blank owner",
                        role -> role.subjects(
                                GitHubRepository.of(" ", "octo-repo").branch("main")),
                        "owner \" \" is not a valid name on GitHub (1 to 39 of A-Z a-z 0-9 and -, not starting with -), so no run can match it: "
                                + "write it as in the repository's address, such as \"octo-org\""),
                refused(
                        "a wildcard for a repository",
                        role -> role.subjects(GitHubRepository.of("octo-org/*").branch("main")),
                        "repository \"*\" is not a valid name on GitHub (1 to 100 of A-Z a-z 0-9 . _ and -), so no run can match it: "
                                + "write it as in the repository's address, such as \"octo-repo\""),
                refused(
                        "ids that are not positive",
                        role -> role.subjects(BY_NAME.withIds(0, 456789).branch("main")),
                        "ids 0 and 456789 are not both positive, and GitHub's are: write withIds(ownerId, repositoryId) with the "
                                + "numbers of `gh api repos/OWNER/NAME --jq '.owner.id, .id'`"),
                refused(
                        "the immutable spelling without ids",
                        role -> role.subjects(BY_NAME.immutableOnly().branch("main")),
                        "repository octo-org/octo-repo has no ids, and the immutable subject is made of them: "
                                + "write withIds(ownerId, repositoryId).immutableOnly()"));
    }

    private static List<Arguments> theSubject() {
        return List.of(
                refused(
                        "no subject",
                        role -> role.subjects(),
                        "subjects are empty, and a role that names none would trust every repository on GitHub: "
                                + "write subjects(GitHubRepository.of(\"octo-org/octo-repo\").branch(\"main\"))"),
                refused(
                        "a full ref for a branch",
                        role -> role.subjects(REPOSITORY.branch("refs/heads/main")),
                        "branch \"refs/heads/main\" is a full ref, and a name is wanted, without refs/heads/: write branch(\"main\")"),
                refused(
                        "a wildcard for a branch",
                        role -> role.subjects(REPOSITORY.branch("release/*")),
                        "branch \"release/*\" holds a wildcard, and no git ref can, so an exact branch of that name never runs: "
                                + "write branchesLike(\"release/*\") if the wildcard is meant"),
                refused(
                        "a branch that git does not allow",
                        role -> role.subjects(REPOSITORY.branch("my branch")),
                        "branch \"my branch\" holds \" \" where git allows none, so no run can have it: "
                                + "write the name as `git branch --list` shows it"),
                refused(
                        "a branch that IAM cannot hold",
                        role -> role.subjects(REPOSITORY.branch("größe-尺寸")),
                        "value \"repo:octo-org/octo-repo:ref:refs/heads/größe-尺寸\" holds U+5C3A, and an IAM policy can hold only "
                                + "U+0020 to U+00FF: rename the branch, tag or environment on GitHub"),
                refused(
                        "a blank environment",
                        role -> role.subjects(REPOSITORY.environment(" ")),
                        "environment \" \" is blank, and no environment is called so: "
                                + "write its name, such as environment(\"production\"), or leave the call out"),
                refused(
                        "every repository of an owner that starts so",
                        role -> role.subjects(GitHubSubject.customLike("repo:octo-org*")),
                        "pattern \"repo:octo-org*\" has a wildcard in its first value, which any repository on GitHub can then choose: "
                                + "write that value out, such as repo:octo-org/octo-repo:*"));
    }

    private static List<Arguments> theClaims() {
        return List.of(
                refused(
                        "a claim that AWS never populates",
                        role -> role.claim(GitHubClaim.named("event_name"), "push"),
                        "claim \"event_name\" is in GitHub's token, but AWS populates no condition key for it, so testing it denies "
                                + "every run: write an environment with required reviewers as the subject"),
                refused(
                        "the subject as a claim",
                        role -> role.claim(GitHubClaim.SUB, "repo:octo-org/octo-repo:pull_request"),
                        "claim SUB is tested by every role already, and a second test would be ANDed with the first: write subjects(…)"),
                refused(
                        "the audience as a claim",
                        role -> role.claimLike(GitHubClaim.AUD, "*"),
                        "claim AUD is tested by every role already, and a second test would be ANDed with the first: "
                                + "write audience(\"…\")"),
                refused(
                        "a claim without a value",
                        role -> role.claim(GitHubClaim.ACTOR),
                        "claim ACTOR has no value to match, so no run could assume the role: write claim(GitHubClaim.ACTOR, \"…\")"),
                refused(
                        "a claim with a blank value",
                        role -> role.claim(GitHubClaim.ACTOR, ""),
                        "value \"\" is blank, so it names no run: write the value that the run presents"),
                refused(
                        "a claim that is a pattern",
                        role -> role.claim(GitHubClaim.REF, "refs/heads/*"),
                        "value \"refs/heads/*\" holds a wildcard where an exact value is promised: "
                                + "write claimLike(GitHubClaim.REF, …) if it is meant"),
                refused(
                        "a claim that is no pattern",
                        role -> role.claimLike(GitHubClaim.REF, "refs/heads/main"),
                        "pattern \"refs/heads/main\" holds neither * nor ?: write claim(GitHubClaim.REF, …)"),
                refused(
                        "a claim twice",
                        role -> role.claim(GitHubClaim.ACTOR, "octocat").claimLike(GitHubClaim.ACTOR, "octo*"),
                        "claim ACTOR is given twice, which could mean either or both: write all its values in one call"));
    }

    private static List<Arguments> theRole() {
        return List.of(
                refused(
                        "a wildcard for an audience",
                        role -> role.audience("*"),
                        "value \"*\" holds a wildcard where an exact value is promised: "
                                + "write the one audience that the workflow asks for, such as \"sts.amazonaws.com\""),
                refused(
                        "a long audience",
                        role -> role.audience("a".repeat(256)),
                        "audience of 256 characters is longer than the 255 that an IAM OIDC provider takes: "
                                + "write a shorter one, such as \"sts.amazonaws.com\""),
                refused(
                        "a role name with a blank",
                        role -> role.roleName("fetch message"),
                        "roleName \"fetch message\" is not valid in IAM (1 to 64 of A-Z a-z 0-9 _ + = , . @ -): "
                                + "write one such as \"FetchMessage\""),
                refused(
                        "a long role name",
                        role -> role.roleName("r".repeat(65)),
                        "roleName \"" + "r".repeat(65)
                                + "\" is not valid in IAM (1 to 64 of A-Z a-z 0-9 _ + = , . @ -): "
                                + "write one such as \"FetchMessage\""),
                refused(
                        "a reserved role name",
                        role -> role.roleName("AWSServiceRoleForGitHub"),
                        "roleName \"AWSServiceRoleForGitHub\" starts with AWSServiceRoleFor, which AWS reserves for itself: "
                                + "write a name of your own"),
                refused(
                        "a path without slashes",
                        role -> role.path("github"),
                        "path \"github\" is not valid in IAM (up to 512 characters without blanks between two /): "
                                + "write one such as \"/github/\""),
                refused(
                        "a reserved path",
                        role -> role.path("/aws-service-role/github/"),
                        "path \"/aws-service-role/github/\" starts with /aws-service-role/, which AWS reserves for itself: "
                                + "write a path of your own, such as \"/github/\""),
                refused(
                        "a description that IAM cannot hold",
                        role -> role.description("メッセージ"),
                        "description \"メッセージ\" is not valid in IAM (1 to 1000 characters of U+0020 to U+00FF): "
                                + "write one such as \"Reads /message\""),
                refused(
                        "a long description",
                        role -> role.description("d".repeat(1001)),
                        "description \"" + "d".repeat(100) + "…\" (1001 characters) is not valid in IAM "
                                + "(1 to 1000 characters of U+0020 to U+00FF): write one such as \"Reads /message\""),
                refused(
                        "a session over 12 hours",
                        role -> role.maxSessionDuration(Duration.hours(13)),
                        "maxSessionDuration of 46800 seconds is not valid in IAM (3600 to 43200 whole seconds): "
                                + "write Duration.hours(1) to Duration.hours(12)"),
                refused(
                        "a session under an hour",
                        role -> role.maxSessionDuration(Duration.minutes(59)),
                        "maxSessionDuration of 3540 seconds is not valid in IAM (3600 to 43200 whole seconds): "
                                + "write Duration.hours(1) to Duration.hours(12)"),
                refused(
                        "a session of a broken second",
                        role -> role.maxSessionDuration(Duration.millis(3_600_500)),
                        "maxSessionDuration of 3600.5 seconds is not valid in IAM (3600 to 43200 whole seconds): "
                                + "write Duration.hours(1) to Duration.hours(12)"));
    }

    /** An argument that its own method refuses: the role is never built. */
    private static Arguments refused(String given, Consumer<GitHubOidcRole.Builder> method, String message) {
        return Arguments.of(given, method, message);
    }
}

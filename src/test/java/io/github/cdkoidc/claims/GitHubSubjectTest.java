package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubSubjectTest {

    private static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");

    static Stream<Arguments> everyKindInEverySpelling() {
        GitHubRepository withIds = REPOSITORY.withIds(123456, 456789);
        String classic = "repo:octo-org/octo-repo:";
        String immutable = "repo:octo-org@123456/octo-repo@456789:";
        return Kind.all()
                .flatMap(kind -> Stream.of(
                        arguments(kind, REPOSITORY, List.of(classic)),
                        arguments(kind, withIds, List.of(classic, immutable)),
                        arguments(kind, withIds.immutableOnly(), List.of(immutable))));
    }

    @ParameterizedTest(name = "{0} in {2}")
    @MethodSource("everyKindInEverySpelling")
    void aSubjectIsWrittenOnceForEachSpellingOfItsRepository(
            Kind kind, GitHubRepository repository, List<String> spellings) {
        List<ClaimValue> values = kind.of(repository).values();

        assertThat(values)
                .extracting(ClaimValue::text)
                .containsExactlyElementsOf(spellings.stream()
                        .map(spelling -> spelling + kind.context())
                        .toList());
        assertThat(values).allMatch(value -> value.isPattern() == kind.isPattern());
    }

    @ParameterizedTest(name = "{0} in {2}")
    @MethodSource("everyKindInEverySpelling")
    void aSubjectIsWrittenByTheTemplateOfItsRepository(Kind kind, GitHubRepository repository, List<String> spellings) {
        SubjectTemplate template = SubjectTemplate.of("repository", "context", "job_workflow_ref", "repository_owner")
                .given("job_workflow_ref", "octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main");

        assertThat(kind.of(repository.withSubjectTemplate(template)).values())
                .extracting(ClaimValue::text)
                .containsExactlyElementsOf(spellings.stream()
                        .map(spelling -> spelling + kind.context()
                                + ":job_workflow_ref:octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main"
                                + ":repository_owner:octo-org")
                        .toList());
    }

    @Test
    void theColonsOfAnEnvironmentAreEscapedAndItsPercentSignsAreNot() {
        assertThat(REPOSITORY.environment("a:b:c%3Ad").values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:environment:a%3Ab%3Ac%3Ad"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "My Environment", " x", "50%", "a/b", "über", "ÿ", "~^\\[", "${x}", "\"'"})
    void anEnvironmentCanBeCalledAlmostAnything(String name) {
        assertThat(REPOSITORY.environment(name).values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:environment:" + name));
    }

    @Test
    void anEnvironmentHas255CharactersAtTheMost() {
        String longest = "e".repeat(255);
        assertThat(REPOSITORY.environment(longest).values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:environment:" + longest));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.environment("e".repeat(256)))
                .withMessage("environment of 256 characters is longer than the 255 that GitHub takes: "
                        + "write its name, such as environment(\"production\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEnvironmentHasAName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.environment(name))
                .withMessage("environment \"" + name
                        + "\" is blank, and no environment is called so: "
                        + "write its name, such as environment(\"production\"), or leave the call out");
    }

    @Test
    void anEnvironmentIsNotNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> REPOSITORY.environment(null))
                .withMessage("environment is null: write its name, such as environment(\"production\")");
    }

    @Test
    void aWildcardIsRefusedWhereAnEnvironmentIsWanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.environment("eu:*"))
                .withMessage(wildcardInEnvironment("eu:*", "repo:octo-org/octo-repo:environment:eu%3A*"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> REPOSITORY.withIds(123456, 456789).immutableOnly().environment("prod-?"))
                .withMessage(
                        wildcardInEnvironment("prod-?", "repo:octo-org@123456/octo-repo@456789:environment:prod-?"));
    }

    private static String wildcardInEnvironment(String name, String pattern) {
        return "value \"" + name
                + "\" holds a wildcard where an exact value is promised: write one environment(\"…\") for each, "
                + "or GitHubSubject.customLike(\"" + pattern + "\") if it is meant";
    }

    @Test
    void anEnvironmentThatIamCannotHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.environment("Wałbrzych"))
                .withMessage("value \"Wałbrzych\" holds U+0142, and an IAM policy can hold only U+0020 to U+00FF: "
                        + "rename the branch, tag or environment on GitHub");
    }

    @Test
    void aBranchIsOfTheCharactersThatIamCanHold() {
        assertThat(REPOSITORY.branch("\u00FF").values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/heads/\u00FF"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.branch("\u0100"))
                .withMessage(
                        "value \"repo:octo-org/octo-repo:ref:refs/heads/\u0100\" holds U+0100, and an IAM policy can hold only "
                                + "U+0020 to U+00FF: rename the branch, tag or environment on GitHub");
    }

    @Test
    void aTokenIsPassedThroughWhereTheSubjectIsExact() {
        assertThat(REPOSITORY.branch("${Token[TOKEN.7]}").values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/heads/${Token[TOKEN.7]}"));
        assertThat(REPOSITORY.tag("v${Token[TOKEN.7]}").values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/tags/v${Token[TOKEN.7]}"));
        assertThat(REPOSITORY.environment("${Token[TOKEN.7]}").values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:environment:${Token[TOKEN.7]}"));
        assertThat(REPOSITORY.environment("${Token[AWS::Region.7]}:a").values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:environment:${Token[AWS::Region.7]}%3Aa"));
        assertThat(GitHubSubject.custom("repo:${Token[TOKEN.7]}").values())
                .containsExactly(new ClaimValue("repo:${Token[TOKEN.7]}"));
    }

    static Stream<Arguments> aTokenIsRefusedInAPattern() {
        GitHubRepository unknown = GitHubRepository.of("${Token[TOKEN.7]}", "octo-repo");
        return Stream.of(
                pattern("release/${Token[TOKEN.7]}*", REPOSITORY::branchesLike),
                pattern("v${Token[TOKEN.7]}*", REPOSITORY::tagsLike),
                pattern("repo:${Token[TOKEN.7]}:*", GitHubSubject::customLike),
                pattern("repo:${Token[TOKEN.7]}/octo-repo:*", pattern -> unknown.anyRun()),
                pattern("repo:${Token[TOKEN.7]}/octo-repo:ref:refs/tags/v*", pattern -> unknown.tagsLike("v*")));
    }

    private static Arguments pattern(String pattern, Function<String, GitHubSubject> subject) {
        return arguments(pattern, subject);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aTokenIsRefusedInAPattern(String pattern, Function<String, GitHubSubject> subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.apply(pattern))
                .withMessage("pattern \"" + pattern
                        + "\" holds a CDK token, and the value that it gets at deployment could be a "
                        + "wildcard itself: write the name instead of the token, or an exact subject");
    }

    @Test
    void aCustomSubjectIsItsOneValue() {
        assertThat(GitHubSubject.custom("repository_owner:monalisa:repository_visibility:private")
                        .values())
                .containsExactly(new ClaimValue("repository_owner:monalisa:repository_visibility:private"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"repo:octo-org/octo-repo:*", "*", "repo:octo-org/octo-repo:ref:refs/heads/v?"})
    void aCustomSubjectIsExact(String sub) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubSubject.custom(sub))
                .withMessage("value \"" + sub + "\" holds a wildcard where an exact value is promised: "
                        + "write GitHubSubject.customLike(\"" + sub + "\") if it is meant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:octo-org/octo-repo:*",
                "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/v?",
                "repo:octo-org/octo-*",
                "repo:octo-org/*",
                "repository:octo-org/*",
                "job_workflow_ref:octo-org/automation/.github/workflows/*",
                "repository_owner:octo-org:*",
                "repository_id:456789:environment:*"
            })
    void aCustomPatternNamesItsOwnerBeforeTheFirstWildcard(String pattern) {
        assertThat(GitHubSubject.customLike(pattern).values()).containsExactly(new ClaimValue(pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?*",
                "repo:*",
                "repo:*/*",
                "repo:/*",
                "repo::*",
                "repo:octo*",
                "repo:octo-*/octo-repo:*",
                "repo:octo-org@*/octo-repo@*:pull_request",
                "rep?:octo-org/octo-repo:pull_request",
                ":octo-org/*",
                "octo-org/octo-repo:*",
                "repository_owner:octo*",
                "repository_id:45*",
                "ref:refs/heads/*",
                "environment:octo-org/*",
                "workflow:octo-org/octo-repo*:repo:octo-org/octo-repo"
            })
    void aCustomPatternThatStrangersFitIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubSubject.customLike(pattern))
                .withMessage("pattern \"" + pattern
                        + "\" has a wildcard in its first value, which any repository on GitHub can then choose: "
                        + "write that value out, such as repo:octo-org/octo-repo:*");
    }

    @Test
    void aCustomSubjectIsCheckedHoweverItIsMade() {
        ClaimValue anybody = new ClaimValue("*");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GitHubSubject.Custom(anybody))
                .withMessage(
                        "pattern \"*\" has a wildcard in its first value, which any repository on GitHub can then choose: "
                                + "write that value out, such as repo:octo-org/octo-repo:*");
    }

    @Test
    void aCustomPatternHoldsAWildcard() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubSubject.customLike("repo:octo-org/octo-repo:pull_request"))
                .withMessage("pattern \"repo:octo-org/octo-repo:pull_request\" holds neither * nor ?: "
                        + "write GitHubSubject.custom(\"repo:octo-org/octo-repo:pull_request\")");
    }

    @Test
    void equalSubjectsAreEqual() {
        assertThat(REPOSITORY.branch("main")).isEqualTo(REPOSITORY.branch("main"));
        assertThat(REPOSITORY.branch("main"))
                .isNotEqualTo(REPOSITORY.branch("Main"))
                .isNotEqualTo(REPOSITORY.tag("main"));
    }
}

package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTemplateTest {

    private static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");
    private static final GitHubRepository WITH_IDS = REPOSITORY.withIds(123456, 456789);

    @Test
    void theDefaultIsRepositoryAndContext() {
        assertThat(SubjectTemplate.DEFAULT).isEqualTo(SubjectTemplate.of("repo", "context"));
        assertThat(REPOSITORY.subjectTemplate()).isEqualTo(SubjectTemplate.DEFAULT);
    }

    static Stream<Arguments> aSubjectIsWrittenInTheOrderOfTheKeys() {
        return Stream.of(
                keys("repo:octo-org/octo-repo", GitHubRepository::anyRun, "repo"),
                keys("repo:octo-org/octo-repo", GitHubRepository::anyRun, "repository"),
                keys("repo:octo-org/octo-repo:ref:*", GitHubRepository::anyRun, "repo", "ref"),
                keys("repo:octo-org/octo-repo:*:actor:*", GitHubRepository::anyRun, "repo", "context", "actor"),
                keys("repo:octo-org/octo-repo:ref:refs/heads/main", r -> r.branch("main"), "repo", "ref"),
                keys("ref:refs/heads/main:repo:octo-org/octo-repo", r -> r.branch("main"), "context", "repo"),
                keys("repo:octo-org/octo-repo:ref:refs/heads/v*", r -> r.branchesLike("v*"), "repo", "ref"),
                keys("repo:octo-org/octo-repo:ref:refs/tags/v1", r -> r.tag("v1"), "repo", "ref"),
                keys("repo:octo-org/octo-repo:ref:refs/tags/v*", r -> r.tagsLike("v*"), "repo", "ref"),
                keys("environment:prod:repo:octo-org/octo-repo", r -> r.environment("prod"), "environment", "repo"),
                keys("repo:octo-org/octo-repo:environment:a%3Ab", r -> r.environment("a:b"), "repo", "environment"),
                keys("pull_request:repo:octo-org/octo-repo", GitHubRepository::pullRequest, "context", "repo"),
                keys(
                        "repository_owner:octo-org:repo:octo-org/octo-repo:pull_request",
                        GitHubRepository::pullRequest,
                        "repository_owner",
                        "repo",
                        "context"));
    }

    private static Arguments keys(String sub, Function<GitHubRepository, GitHubSubject> subject, String... keys) {
        return arguments(sub, subject, keys);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aSubjectIsWrittenInTheOrderOfTheKeys(
            String sub, Function<GitHubRepository, GitHubSubject> subject, String[] keys) {
        GitHubRepository repository = REPOSITORY.withSubjectTemplate(SubjectTemplate.of(keys));

        assertThat(subject.apply(repository).values()).containsExactly(new ClaimValue(sub));
    }

    @Test
    void theIdsOfARepositoryNameItToo() {
        SubjectTemplate template = SubjectTemplate.of("repository_owner_id", "repository_id", "context");

        assertThat(WITH_IDS.withSubjectTemplate(template).branch("main").values())
                .containsExactly(new ClaimValue("repository_owner_id:123456:repository_id:456789:ref:refs/heads/main"));
    }

    @Test
    void aGivenValueIsEscapedAsGitHubDoes() {
        SubjectTemplate template =
                SubjectTemplate.of("repo", "context", "workflow").given("workflow", "Deploy: all");

        assertThat(REPOSITORY.withSubjectTemplate(template).pullRequest().values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:pull_request:workflow:Deploy%3A all"));
    }

    static Stream<Kind> everyKind() {
        return Kind.all();
    }

    static Stream<Kind> everyKindButAnyRun() {
        return Kind.all().filter(kind -> !kind.context().equals("*"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aTemplateThatNamesNoRepositoryIsRefused(Kind kind) {
        GitHubRepository repository =
                REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repository_owner", "repository_visibility"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.of(repository))
                .withMessage(
                        "subject template [repository_owner, repository_visibility] names no repository, so its sub fits "
                                + "others too: write GitHubSubject.custom(\"…\") and add claim(GitHubClaim.REPOSITORY_ID, \"…\")");
    }

    @ParameterizedTest
    @MethodSource("everyKindButAnyRun")
    void aTemplateThatDoesNotTellTheRunsApartIsRefused(Kind kind) {
        GitHubRepository repository = REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repo"));

        assertNotTold(repository, kind.context(), kind.subject());
    }

    @Test
    void aTemplateTellsTheRunsApartThatDifferInItsKeys() {
        GitHubRepository refs = REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repo", "ref"));
        GitHubRepository environments = REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repo", "environment"));

        assertNotTold(refs, "environment:prod", r -> r.environment("prod"));
        assertNotTold(refs, "pull_request", GitHubRepository::pullRequest);
        assertNotTold(environments, "ref:refs/heads/main", r -> r.branch("main"));
        assertNotTold(environments, "pull_request", GitHubRepository::pullRequest);
    }

    private static void assertNotTold(
            GitHubRepository repository, String context, Function<GitHubRepository, GitHubSubject> subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject.apply(repository))
                .withMessage("subject template " + repository.subjectTemplate().keys() + " does not tell \"" + context
                        + "\" from other runs of octo-org/octo-repo: write anyRun(), or add \"context\" to include_claim_keys on "
                        + "GitHub");
    }

    @Test
    void aPatternBeforeTheRepositoryIsRefused() {
        GitHubRepository repository = REPOSITORY.withSubjectTemplate(SubjectTemplate.of("context", "repo"));

        assertThatIllegalArgumentException()
                .isThrownBy(repository::anyRun)
                .withMessage(differsBeforeTheRepository("[context, repo]"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository.branchesLike("v*"))
                .withMessage(differsBeforeTheRepository("[context, repo]"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository.branchesLike("v?"))
                .withMessage(differsBeforeTheRepository("[context, repo]"));
    }

    private static String differsBeforeTheRepository(String keys) {
        return "subject template " + keys
                + " puts what differs from run to run before the repository, so a wildcard there fits "
                + "other repositories: write exact subjects, or put \"repo\" first in include_claim_keys on GitHub";
    }

    /** Any number of a repository would be any repository. */
    @ParameterizedTest
    @MethodSource("everyKind")
    void theNumbersOfARepositoryAreNeverAWildcard(Kind kind) {
        GitHubRepository repository = REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repository_id", "context"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.of(repository))
                .withMessage("claim key \"repository_id\" of the subject template has no value here: "
                        + "write withIds(ownerId, repositoryId) of the repository");
    }

    @Test
    void whatASubjectIsComesBeforeWhatIsGiven() {
        SubjectTemplate template = SubjectTemplate.of("repo", "ref").given("ref", "refs/heads/other");

        assertThat(REPOSITORY.withSubjectTemplate(template).branch("main").values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/heads/main"));
        assertThat(REPOSITORY.withSubjectTemplate(template).anyRun().values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/heads/other"));
    }

    @Test
    void aKeyWithoutAValueIsRefused() {
        GitHubRepository repository =
                REPOSITORY.withSubjectTemplate(SubjectTemplate.of("repo", "context", "job_workflow_ref"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository.branch("main"))
                .withMessage(
                        "claim key \"job_workflow_ref\" of the subject template has no value here: write "
                                + "template.given(\"job_workflow_ref\", \"…\") for a subject, or claim(\"job_workflow_ref\", \"…\") for a run");
    }

    @Test
    void aTemplateHasAKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(SubjectTemplate::of)
                .withMessage("subject template has no claim key, and GitHub takes one or more: "
                        + "write SubjectTemplate.of(\"repo\", \"context\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "Repo", "repo ", "repo:context", "repo,context", "_x", "7", "*", "job-workflow-ref"})
    void aKeyIsTheNameOfAClaim(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubjectTemplate.of("repo", key))
                .withMessage("claim key \"" + key + "\" is not the name of a claim: "
                        + "write it as include_claim_keys has it, such as job_workflow_ref");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repo", "repository", "context", "actor"})
    void onlyAKeyOfTheTemplateThatNoSubjectDecidesIsGiven(String key) {
        SubjectTemplate template = SubjectTemplate.of("repo", "repository", "context", "job_workflow_ref", "workflow");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.given(key, "x"))
                .withMessage("claim key \"" + key
                        + "\" takes no given value in this template: write one of [job_workflow_ref, workflow]");
    }

    @Test
    void aGivenValueIsExact() {
        SubjectTemplate template = SubjectTemplate.of("repo", "context", "job_workflow_ref");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.given("job_workflow_ref", "octo-org/*"))
                .withMessage("value \"octo-org/*\" holds a wildcard where an exact value is promised: "
                        + "name the one value, or write the whole sub as GitHubSubject.customLike(\"…\")");
    }

    @Test
    void whatIsGivenIsCheckedHoweverTheTemplateIsMade() {
        List<String> keys = List.of("repo", "context", "workflow");
        Map<String, String> another = Map.of("actor", "octocat");
        Map<String, String> wildcard = Map.of("workflow", "*");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubjectTemplate(keys, another))
                .withMessage("claim key \"actor\" takes no given value in this template: write one of [workflow]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubjectTemplate(keys, wildcard))
                .withMessage("value \"*\" holds a wildcard where an exact value is promised: "
                        + "name the one value, or write the whole sub as GitHubSubject.customLike(\"…\")");
    }

    @Test
    void givingAValueMakesAnotherTemplate() {
        SubjectTemplate template = SubjectTemplate.of("repo", "context", "workflow");
        SubjectTemplate given = template.given("workflow", "Deploy").given("workflow", "Release");

        assertThat(template.given()).isEmpty();
        assertThat(given.given()).containsExactly(Map.entry("workflow", "Release"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> given.given().put("actor", "octocat"));
    }
}

package io.github.cdkoidc.internal.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.internal.spelling.SpellingMistake.Certainty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectSpellingTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "repo:acme/site:ref:main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:ref:heads/main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:ref:refs/head/main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:ref:refs/heads:main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:ref:/refs/heads/main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:ref:refs/heads/main/,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:ref:refs/tag/v2,repo:acme/site:ref:refs/tags/v2",
                "repo:acme/site:ref:v2.0,repo:acme/site:ref:refs/tags/v2.0",
                "repo:acme/site:tags/v2,repo:acme/site:ref:refs/tags/v2",
                "repo:acme/site:branch:fix/a,repo:acme/site:ref:refs/heads/fix/a",
                "repo:acme/site:refs:heads:main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:reff:refs/heads/main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site:pull_request:7,repo:acme/site:pull_request",
                "repo:acme/site:pull-requests,repo:acme/site:pull_request",
                "repo:acme/site:ref:refs/pull/7/merge,repo:acme/site:pull_request",
                "repo:acme/site:env:live,repo:acme/site:environment:live",
                "repo:acme/site:environement:live,repo:acme/site:environment:live",
                "repo:acme/site:environment=live,repo:acme/site:environment:live",
                " repo:acme/site:pull_request,repo:acme/site:pull_request",
                "repo:acme/site:ref:refs/heads/main ,repo:acme/site:ref:refs/heads/main",
                "repo:acme / site : pull_request,repo:acme/site:pull_request",
                "acme/site:pull_request,repo:acme/site:pull_request",
                "repo/acme/site:pull_request,repo:acme/site:pull_request",
                "repository:acme/site:pull_request,repo:acme/site:pull_request",
                "repo:repo:acme/site:pull_request,repo:acme/site:pull_request",
                "repo://acme/site:pull_request,repo:acme/site:pull_request",
                "repo:acme//site:pull_request,repo:acme/site:pull_request",
                "repo:acme:site:pull_request,repo:acme/site:pull_request",
                "repo:acme/site::pull_request,repo:acme/site:pull_request",
                "repo:acme/site/pull_request,repo:acme/site:pull_request",
                "repo:acme/site@refs/heads/main,repo:acme/site:ref:refs/heads/main",
                "repo:acme/site.git:pull_request,repo:acme/site:pull_request",
                "https://github.com/acme/site:pull_request,repo:acme/site:pull_request",
                "repo:www.github.com/acme/site:pull_request,repo:acme/site:pull_request",
                "git@github.com:acme/site.git:pull_request,repo:acme/site:pull_request",
                "repo:acme@1/site:pull_request,repo:acme/site:pull_request",
                "repo:acme/site@2:pull_request,repo:acme/site:pull_request",
                "repo:acme/site:branch:*,repo:acme/site:ref:refs/heads/*",
                "acme/site:*,repo:acme/site:*",
            })
    void aMistakeThatIsSureIsCorrected(String typed, String corrected) {
        assertThat(SubjectSpelling.mistake(typed)).get().satisfies(mistake -> {
            assertThat(mistake.corrected()).isEqualTo(corrected);
            assertThat(mistake.certainty()).isEqualTo(Certainty.NEVER);
            assertThat(mistake.isExample()).isFalse();
        });
        assertThat(SubjectSpelling.mistake(corrected)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "repo:acme/site:, repo:acme/site:ref:refs/heads/main",
        "repo:acme@1/site@2:, repo:acme@1/site@2:ref:refs/heads/main",
        "repo:acme/site:develop, repo:acme/site:ref:refs/heads/develop",
        "repo:acme/site:staging, repo:acme/site:environment:staging",
        "repo:acme/site:workflow_dispatch, repo:acme/site:ref:refs/heads/main",
        "repo:acme:pull_request, repo:acme/octo-repo:pull_request",
        "repo:<OWNER>/<NAME>:pull_request, repo:octo-org/octo-repo:pull_request",
        "acme/site, repo:acme/site:ref:refs/heads/main",
    })
    void whatNobodyCanTellIsAnExample(String typed, String example) {
        assertThat(SubjectSpelling.mistake(typed)).get().satisfies(mistake -> {
            assertThat(mistake.corrected()).isEqualTo(example);
            assertThat(mistake.certainty()).isEqualTo(Certainty.NEVER);
            assertThat(mistake.isExample()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:acme/site",
                "repo:acme@1/site@2",
                "repo:acme/site:environment:live:ref:refs/heads/main",
                "repo:acme/site:ref:refs/heads/main:environment:live",
                "repo:acme/site:pull_request:ref:refs/heads/main",
                "repo:acme/site:environment:live:*",
            })
    void whatATemplateWritesIsOnlyDoubted(String value) {
        assertThat(SubjectSpelling.mistake(value))
                .get()
                .extracting(SpellingMistake::certainty)
                .isEqualTo(Certainty.CUSTOMISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"repo:acme/site:environment:live ", "repo:acme/site:environment:"})
    void whatGitHubMayWriteIsUnlikely(String value) {
        assertThat(SubjectSpelling.mistake(value))
                .get()
                .extracting(SpellingMistake::certainty)
                .isEqualTo(Certainty.UNLIKELY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:acme/site:ref:refs/heads/main",
                "repo:acme@1/site@2:ref:refs/tags/v1",
                "repo:acme/site:environment:eu west",
                "repo:acme/site:environment:a%3Ab",
                "repo:acme/site:pull_request",
                "repo:acme/site:*",
                "repo:acme/*",
                "repo:acme/site:ref:*",
                "repo:acme/site:r*",
                "repo:acme/site:environment:*",
                "repo:acme/site:ref:refs/heads/release/*",
                "repo:acme/site:pull_request:job_workflow_ref:acme/ci/.github/workflows/a.yml@refs/heads/main",
                "repo:acme/site:ref:refs/heads/main:actor:octocat",
                "repo:acme/site:job_workflow_ref:acme/ci/.github/workflows/a.yml@refs/heads/main",
                "repository_owner_id:1:repository_id:2",
                "environment:live",
                "job_workflow_ref:acme/ci/.github/workflows/a.yml@refs/heads/main",
                "workflow:Deploy it",
                "*",
                "",
            })
    void whatGitHubWritesIsLeftAlone(String value) {
        assertThat(SubjectSpelling.mistake(value)).isEmpty();
    }
}

package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectValueTest {

    @ParameterizedTest
    @CsvSource({
        "repo:octo-org/*, true",
        "repo:octo-org@*, true",
        "repo:octo-org*, false",
        "repo:octo-*/octo-repo:*, false",
        "repository_owner:octo-org:repo:octo-org/octo-repo, false"
    })
    void itStartsWithAnOwnerIfNothingElseCanGoOn(String text, boolean expected) {
        assertThat(new SubjectValue(text).startsWithOwner()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo:octo-org/*",
                "repository:octo-org/octo-repo",
                "environment:prod:repository_owner:octo-org",
                "repository_id:123456:*",
                "enterprise:octo"
            })
    void itNamesATenantByTheWholeValueOfAKey(String text) {
        assertThat(new SubjectValue(text).namesTenant()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "repo:octo-org*",
                "repo:*/octo-repo",
                "repository_owner:octo-*",
                "repository_id:",
                "job_workflow_ref:octo-org/octo-repo/.github/workflows/deploy.yml",
                "environment:prod"
            })
    void itNamesNoTenantByAnythingElse(String text) {
        assertThat(new SubjectValue(text).namesTenant()).isFalse();
    }

    @Test
    void theNumbersThatItHoldsAreThoseBesideTheNamesOfTheRepository() {
        SubjectRepository repository =
                SubjectRepository.of("octo-org/octo-repo").orElseThrow();

        assertThat(new SubjectValue("repo:Octo-Org@123456/octo-repo@456789:*").numbersOf(repository))
                .contains(new SubjectRepository("octo-org", "123456", "octo-repo", "456789"));
        assertThat(new SubjectValue("repo:octo-org/octo-repo:*").numbersOf(repository))
                .isEmpty();
        assertThat(new SubjectValue("repo:octo-org@123456/other@456789:*").numbersOf(repository))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "repo:octo-org/octo-repo:refs/heads/main, repo:octo-org/octo-repo:ref:refs/heads/main",
        "repo:octo-org/octo-repo:ref:refs/heads/main, repo:octo-org/octo-repo:ref:refs/heads/main",
        "refs/heads/main, refs/heads/main"
    })
    void theMissingRefIsWrittenBeforeTheFullNameOfARef(String text, String expected) {
        assertThat(new SubjectValue(text).withRef()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "repo:octo-org/octo-repo:environment:eu:prod, repo:octo-org/octo-repo:environment:eu%3Aprod",
        "environment:a:b:c, environment:a%3Ab%3Ac",
        "repo:octo-org/octo-repo:pull_request, repo:octo-org/octo-repo:pull_request"
    })
    void theColonsOfAnEnvironmentAreWrittenAsGitHubWritesThem(String text, String expected) {
        assertThat(new SubjectValue(text).withColonsEscaped()).isEqualTo(expected);
    }

    @Test
    void theKeysOfARepositoryOrAnOwnerLeadTheirValues() {
        assertThat(TenantKey.ofRepositoryOrOwner())
                .extracting(TenantKey::lead)
                .containsExactly("repo:", "repository:", "repository_id:", "repository_owner:", "repository_owner_id:");
    }

    @ParameterizedTest
    @EnumSource(GitHubClaim.class)
    void aClaimNamesATenantIfItIsAKeyThatDoes(GitHubClaim claim) {
        assertThat(claim.namesTenant()).isEqualTo(claim.claimName().matches("(repository|enterprise)(_owner)?(_id)?"));
    }

    @Test
    void aRepositoryKeepsItsOtherParts() {
        SubjectRepository repository = new SubjectRepository("octo-org", "123456", "octo-repo", "456789");

        assertThat(repository.ofOwner("other"))
                .isEqualTo(new SubjectRepository("other", "123456", "octo-repo", "456789"));
        assertThat(repository.named("other")).isEqualTo(new SubjectRepository("octo-org", "123456", "other", "456789"));
    }

    @Test
    void aSubjectKeepsWhatStandsAroundItsContext() {
        String sub = "repo:octo-org/octo-repo:environment:prod:actor:octocat";
        SubjectContext main = context("repo:octo-org/octo-repo:ref:refs/heads/main");

        assertThat(SubjectFormat.parse(sub).map(subject -> subject.with(main).text()))
                .contains("repo:octo-org/octo-repo:ref:refs/heads/main:actor:octocat");
    }

    @Test
    void theClaimsOfASubjectAreItsKeysAndValues() {
        assertThat(SubjectFormat.claims("repository_owner:octo-org:pull_request:actor:octocat:rest"))
                .extracting(claim -> claim.getKey() + "=" + claim.getValue())
                .containsExactly("repository_owner=octo-org", "pull_request=", "actor=octocat");
    }

    @Test
    void aTokenIsShownByItsSubject() {
        assertThat(SubjectFormat.shown(GitHubClaims.of(Map.of("sub", "repo:octo-org/octo-repo:pull_request"))))
                .isEqualTo("sub repo:octo-org/octo-repo:pull_request");
        assertThat(SubjectFormat.shown(GitHubClaims.of(Map.of()))).isEqualTo("sub is missing");
    }

    private static SubjectContext context(String sub) {
        return SubjectFormat.parse(sub).orElseThrow().context();
    }
}

package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubRepositoryTest {

    @Test
    void aFullNameIsOwnerAndName() {
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo");

        assertThat(repository.owner()).isEqualTo("octo-org");
        assertThat(repository.name()).isEqualTo("octo-repo");
        assertThat(repository.fullName()).isEqualTo("octo-org/octo-repo");
        assertThat(repository.ids()).isEmpty();
        assertThat(repository).isEqualTo(GitHubRepository.of("octo-org", "octo-repo"));
    }

    @Test
    void aFullNameWithIdsIsReadAsIds() {
        assertThat(GitHubRepository.of("octo-org@123456/octo-repo@456789"))
                .isEqualTo(GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o",
                "7",
                "Octo-Org",
                "octo--org",
                "octo-org-",
                "mona_octo",
                "mona-cat_Octo7",
                "octo-org-octo-org-octo-org-octo-org-o39"
            })
    void anOwnerIsOfLettersDigitsAndHyphens(String owner) {
        assertThat(GitHubRepository.of(owner, "octo-repo").owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-octo",
                "octo_",
                "_octo",
                "a_b_c",
                "octo.org",
                "octo org",
                "octo*",
                "*",
                "öcto",
                "octo-org@1",
                "octo\n",
                "octo-org-octo-org-octo-org-octo-org-oo40"
            })
    void anOwnerThatGitHubDoesNotAllowIsRefused(String owner) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of(owner, "octo-repo"))
                .withMessage("owner \"" + owner
                        + "\" is not a valid name on GitHub (1 to 39 of A-Z a-z 0-9 and -, not starting with -), "
                        + "so no run can match it: write it as in the repository's address, such as \"octo-org\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "octo-org@123456/octo-repo",
                "octo-org/octo-repo@456789",
                "octo-org@/octo-repo@",
                "@123456/@456789",
                "octo-org@1@2/octo-repo@3",
                "git@github.com:octo-org/octo-repo.git"
            })
    void idsAreThoseOfOwnerAndRepository(String fullName) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of(fullName))
                .withMessage("repository \"" + fullName
                        + "\" holds @, which is in no name, but not as owner@id/name@id: "
                        + "write \"octo-org/octo-repo\" or \"octo-org@123456/octo-repo@456789\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "+1", "1.0", "0x1", " 1", "1e3", "\u0661", "1234567890123456789"})
    void anIdIsItsDigits(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of("octo-org@" + id + "/octo-repo@456789"))
                .withMessage(notAnId("owner id", id));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of("octo-org@123456/octo-repo@" + id))
                .withMessage(notAnId("repository id", id));
    }

    private static String notAnId(String what, String id) {
        return what + " \"" + id + "\" is not a valid number on GitHub: write its digits alone, such as 123456";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${Token[TOKEN.7]}",
                "octo-org/${Token[TOKEN.7]}",
                "${Token[TOKEN.7]}/${Token[TOKEN.8]}",
                "${Token[TOKEN.7]}@123456/octo-repo@456789",
                "octo-org@${Token[TOKEN.7]}/octo-repo@${Token[TOKEN.8]}"
            })
    void aTokenIsNoFullName(String fullName) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of(fullName))
                .withMessage("repository \"" + fullName
                        + "\" holds a CDK token, which has no value yet to tell owner from name: "
                        + "write GitHubRepository.of(owner, name) with a token for each");
    }

    @Test
    void ownerAndNameCanHoldTokens() {
        GitHubRepository repository = GitHubRepository.of("octo-${Token[TOKEN.7]}", "${Token[TOKEN.8]}.repo");

        assertThat(repository.pullRequest().values())
                .containsExactly(new ClaimValue("repo:octo-${Token[TOKEN.7]}/${Token[TOKEN.8]}.repo:pull_request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-${Token[TOKEN.7]}", "a/${Token[TOKEN.7]}", "${Token[TOKEN.7]}*", "${Token[TOKEN.7]}.x"})
    void whatIsBesideATokenIsCheckedAllTheSame(String owner) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of(owner, "octo-repo"))
                .withMessageStartingWith("owner \"" + owner + "\" is not a valid name on GitHub");
    }

    @ParameterizedTest
    @ValueSource(strings = {".github", "...", "a", "-", "_", "octo.repo", "Octo_Repo-7."})
    void aNameIsOfLettersDigitsDotsUnderscoresAndHyphens(String name) {
        assertThat(GitHubRepository.of("octo-org", name).name()).isEqualTo(name);
    }

    @Test
    void aNameHas100CharactersAtTheMost() {
        assertThat(GitHubRepository.of("octo-org", "r".repeat(100)).name()).hasSize(100);
        assertNoName("r".repeat(101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "octo repo",
                "octo/repo",
                "octo-*",
                "*",
                "octo?repo",
                "répo",
                "octo:repo",
                "r\n",
                "..\n"
            })
    void aNameThatGitHubDoesNotAllowIsRefused(String name) {
        assertNoName(name);
    }

    private static void assertNoName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of("octo-org", name))
                .withMessage("repository \"" + name
                        + "\" is not a valid name on GitHub (1 to 100 of A-Z a-z 0-9 . _ and -), so no run "
                        + "can match it: write it as in the repository's address, such as \"octo-repo\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "octo-repo",
                "octo-org/octo-repo/",
                "octo-org/octo-repo/tree/main",
                "https://github.com/octo-org/octo-repo",
                "git@github.com:octo-org/octo-repo/x",
                "repo:octo-org/octo-repo:ref:refs/heads/main"
            })
    void aFullNameHasOneSlash(String fullName) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubRepository.of(fullName))
                .withMessage("repository \"" + fullName
                        + "\" is not an owner and a name with one / between: write \"octo-org/octo-repo\"");
    }

    @ParameterizedTest
    @CsvSource({"0, 456789", "123456, 0", "-1, 456789", "123456, -456789"})
    void idsArePositive(long ownerId, long repositoryId) {
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository.withIds(ownerId, repositoryId))
                .withMessage("ids " + ownerId + " and " + repositoryId
                        + " are not both positive, and GitHub's are: write withIds(ownerId, repositoryId) with the numbers of "
                        + "`gh api repos/OWNER/NAME --jq '.owner.id, .id'`");
    }

    @Test
    void idsReplaceOlderIdsAndKeepTheRest() {
        SubjectTemplate template = SubjectTemplate.of("repo");
        GitHubRepository repository = GitHubRepository.of("octo-org@1/octo-repo@2")
                .immutableOnly()
                .withSubjectTemplate(template)
                .withIds(123456, 456789);

        assertThat(repository.ids()).contains(new GitHubRepository.Ids(123456, 456789));
        assertThat(repository.classic()).isFalse();
        assertThat(repository.subjectTemplate()).isEqualTo(template);
    }

    @Test
    void onlyARepositoryWithIdsHasTheImmutableSubjectAlone() {
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo");

        assertThatIllegalArgumentException()
                .isThrownBy(repository::immutableOnly)
                .withMessage(
                        "repository octo-org/octo-repo has no ids, and the immutable subject is made of them: write "
                                + "withIds(ownerId, repositoryId).immutableOnly()");
    }

    @Test
    void aRepositoryAlwaysHasASubjectTemplate() {
        assertThatNullPointerException()
                .isThrownBy(() -> new GitHubRepository("octo-org", "octo-repo", Optional.empty(), true, null))
                .withMessage("subject template is null: write SubjectTemplate.DEFAULT");
    }

    @Test
    void aRepositoryIsNotNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> GitHubRepository.of(null))
                .withMessage("repository is null: write \"octo-org/octo-repo\"");
        assertThatNullPointerException()
                .isThrownBy(() -> GitHubRepository.of(null, "octo-repo"))
                .withMessage("owner is null: write it as in the repository's address, such as \"octo-org\"");
        assertThatNullPointerException()
                .isThrownBy(() -> GitHubRepository.of("octo-org", null))
                .withMessage("repository is null: write it as in the repository's address, such as \"octo-repo\"");
    }

    @Test
    void ownerAndNameCanBeTokens() {
        GitHubRepository repository = GitHubRepository.of("${Token[TOKEN.7]}", "${Token[TOKEN.8]}");

        assertThat(repository.withIds(123456, 456789).branch("main").values())
                .extracting(ClaimValue::text)
                .containsExactly(
                        "repo:${Token[TOKEN.7]}/${Token[TOKEN.8]}:ref:refs/heads/main",
                        "repo:${Token[TOKEN.7]}@123456/${Token[TOKEN.8]}@456789:ref:refs/heads/main");
    }
}

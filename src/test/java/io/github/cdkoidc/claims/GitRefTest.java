package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of branches and tags, and the patterns that they match: git's rules, seen from a repository. */
class GitRefTest {

    private static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "release/1.x",
                "a/b/c",
                "heads/main",
                "v1.2.3",
                "-x",
                "x@",
                "@",
                "@x",
                "a@b",
                "{x}",
                "a.locked",
                "a.lock.b",
                "x./y",
                "é",
                "a.\u0085",
                "100%",
                "$x",
                "feature/${x}",
                "#1",
                "a'\"b",
                "gh-readonly-queue/main/pr-7-0a1b2c3"
            })
    void aNameThatGitAllowsIsExact(String name) {
        assertThat(REPOSITORY.branch(name).values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/heads/" + name));
        assertThat(REPOSITORY.tag(name).values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/tags/" + name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a b      | ` `
            a~1      | ~
            a^       | ^
            a:b      | :
            a[0]     | [
            a\\b     | \\
            a..b     | ..
            a//b     | //
            a@{1}    | @{
            /a       | /
            a/       | /
            a.       | .
            .a       | .
            a/.b     | /.
            a.lock   | .lock
            a.lock/b | .lock/
            """)
    void aNameThatGitDoesNotAllowIsRefused(String name, String illegal) {
        assertIllegal("branch", name, illegal, () -> REPOSITORY.branch(name));
        assertIllegal("tag", name, illegal, () -> REPOSITORY.tag(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 31, 127})
    void aControlCharacterIsRefused(int codePoint) {
        String illegal = Character.toString(codePoint);
        String name = "a" + illegal + "b";

        assertIllegal("branch", name, illegal, () -> REPOSITORY.branch(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b*     | ' '
            *:x      | :
            a..*     | ..
            *..      | ..
            /*       | /
            */       | /
            */.*     | /.
            .*       | .
            *.       | .
            ?.lock   | .lock
            @{*      | @{
            """)
    void aPatternThatNoNameCanMatchIsRefused(String pattern, String illegal) {
        assertIllegal("branch", pattern, illegal, () -> REPOSITORY.branchesLike(pattern));
        assertIllegal("tag", pattern, illegal, () -> REPOSITORY.tagsLike(pattern));
    }

    @Test
    void whatIsBesideATokenIsCheckedAllTheSame() {
        assertIllegal("branch", "a b/${Token[TOKEN.7]}", " ", () -> REPOSITORY.branch("a b/${Token[TOKEN.7]}"));
        assertIllegal("tag", "${Token[TOKEN.7]}.lock", ".lock", () -> REPOSITORY.tag("${Token[TOKEN.7]}.lock"));
    }

    private static void assertIllegal(String kind, String given, String illegal, Runnable call) {
        assertRefused(
                call,
                kind + " \"" + given + "\" holds \"" + illegal
                        + "\" where git allows none, so no run can have it: write the name as `git " + kind
                        + " --list` shows it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "release/*", "?", "v?.*", "*/main", "**", "release-?", "${*}"})
    void aPatternIsWrittenAsItIs(String pattern) {
        assertThat(REPOSITORY.branchesLike(pattern).values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/heads/" + pattern));
        assertThat(REPOSITORY.tagsLike(pattern).values())
                .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/tags/" + pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "release/*", "v?"})
    void aWildcardIsRefusedWhereANameIsWanted(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.branch(name))
                .withMessage("branch \"" + name
                        + "\" holds a wildcard, and no git ref can, so an exact branch of that name never runs: "
                        + "write branchesLike(\"" + name + "\") if the wildcard is meant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.tag(name))
                .withMessage("tag \"" + name
                        + "\" holds a wildcard, and no git ref can, so an exact tag of that name never runs: "
                        + "write tagsLike(\"" + name + "\") if the wildcard is meant");
    }

    @Test
    void aPatternHoldsAWildcard() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.branchesLike("main"))
                .withMessage("pattern \"main\" holds neither * nor ?: write branch(\"main\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REPOSITORY.tagsLike("v1"))
                .withMessage("pattern \"v1\" holds neither * nor ?: write tag(\"v1\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankNameIsRefused(String blank) {
        assertRefused(
                () -> REPOSITORY.branch(blank),
                "branch \"" + blank + "\" is blank: write its name, such as branch(\"main\")");
        assertRefused(
                () -> REPOSITORY.tag(blank), "tag \"" + blank + "\" is blank: write its name, such as tag(\"v1.2.3\")");
        assertRefused(
                () -> REPOSITORY.branchesLike(blank),
                "branch \"" + blank + "\" is blank: write its name, such as branchesLike(\"release/*\")");
        assertRefused(
                () -> REPOSITORY.tagsLike(blank),
                "tag \"" + blank + "\" is blank: write its name, such as tagsLike(\"v*\")");
    }

    @Test
    void aNameIsNotNull() {
        assertNull(() -> REPOSITORY.branch(null), "branch is null: write its name, such as branch(\"main\")");
        assertNull(() -> REPOSITORY.tag(null), "tag is null: write its name, such as tag(\"v1.2.3\")");
        assertNull(
                () -> REPOSITORY.branchesLike(null),
                "branch is null: write its name, such as branchesLike(\"release/*\")");
        assertNull(() -> REPOSITORY.tagsLike(null), "tag is null: write its name, such as tagsLike(\"v*\")");
    }

    private static void assertNull(Runnable call, String message) {
        assertThatNullPointerException().isThrownBy(call::run).withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refs/heads/main   | branch("main")
            refs/heads/a/b    | branch("a/b")
            refs/heads/       | branch("main")
            refs/tags/v2      | tag("v2")
            refs/pull/7/merge | pullRequest()
            refs/x            | branch("main")
            refs/             | branch("main")
            """)
    void aFullRefIsRefusedWhereTheNameOfABranchIsWanted(String name, String instead) {
        assertRefused(
                () -> REPOSITORY.branch(name),
                "branch \"" + name + "\" is a full ref, and a name is wanted, without refs/heads/: write " + instead);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refs/tags/v2    | tag("v2")
            refs/heads/main | branch("main")
            refs/x          | tag("v1.2.3")
            """)
    void aFullRefIsRefusedWhereTheNameOfATagIsWanted(String name, String instead) {
        assertRefused(
                () -> REPOSITORY.tag(name),
                "tag \"" + name + "\" is a full ref, and a name is wanted, without refs/tags/: write " + instead);
    }

    @Test
    void aFullRefIsRefusedWhereAPatternIsWanted() {
        assertRefused(
                () -> REPOSITORY.branchesLike("refs/heads/release/*"),
                "branch \"refs/heads/release/*\" is a full ref, and a name is wanted, without refs/heads/: "
                        + "write branchesLike(\"release/*\")");
        assertRefused(
                () -> REPOSITORY.branchesLike("refs/tags/v*"),
                "branch \"refs/tags/v*\" is a full ref, and a name is wanted, without refs/heads/: write tagsLike(\"v*\")");
        assertRefused(
                () -> REPOSITORY.tagsLike("refs/*"),
                "tag \"refs/*\" is a full ref, and a name is wanted, without refs/tags/: write tagsLike(\"v*\")");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }
}

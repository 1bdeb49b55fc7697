package io.github.cdkoidc.workflow.text;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubGlobTest {

    /** The examples of GitHub's filter pattern cheat sheet, and what they do not match. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    feature/*             | feature/my-branch        | true
                    feature/*             | feature/beta-a/my-branch | false
                    feature/**            | feature/beta-a/my-branch | true
                    feature/**            | feature/your-branch      | true
                    feature/**            | other                    | false
                    main                  | main                     | true
                    main                  | Main                     | false
                    main                  | domain                   | false
                    releases/mona-the-cat | releases/mona-the-cat    | true
                    *                     | releases                 | true
                    *                     | all/the/branches         | false
                    **                    | all/the/branches         | true
                    *feature              | mona-feature             | true
                    *feature              | feature                  | true
                    *feature              | ver-10-feature           | true
                    v2*                   | v2                       | true
                    v2*                   | v2.9                     | true
                    v[12].[0-9]+.[0-9]+   | v1.10.1                  | true
                    v[12].[0-9]+.[0-9]+   | v2.0.0                   | true
                    v[12].[0-9]+.[0-9]+   | v3.0.0                   | false
                    v[12].[0-9]+.[0-9]+   | v1.0.                    | false
                    *.jsx?                | page.js                  | true
                    *.jsx?                | page.jsx                 | true
                    *.jsx?                | page.jsxx                | false
                    **.js                 | src/js/app.js            | true
                    docs/**/*.md          | docs/a/markdown/file.md  | true
                    **/docs/**            | dir/docs/my-file.txt     | true
                    **/README.md          | js/README.md             | true
                    Octoc?t               | Octoct                   | true
                    Octoc?t               | Octocat                  | false
                    a+                    | aaa                      | true
                    a+                    | ''                       | false
                    c\\+\\+               | c++                      | true
                    what\\?               | what?                    | true
                    \\[a]                 | [a]                      | true
                    a.c                   | abc                      | false
                    [a-]                  | -                        | true
                    .hidden*              | .hidden-x                | true
                    ***                   | a/b                      | true
                    """)
    void matchesAsTheCheatSheetSays(String pattern, String name, boolean matches) {
        assertThat(new GitHubGlob(pattern).texts().matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?a", "+", "*?", "a?+", "[]", "[0-9", "[z-a]"})
    void aPatternThatGitHubCannotReadIsRefused(String pattern) {
        assertThatThrownBy(() -> new GitHubGlob(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pattern \"" + pattern + "\"")
                .hasMessageContaining(": write ");
    }

    @Test
    void aPatternLongerThanAnyNameIsRefused() {
        assertThatThrownBy(() -> new GitHubGlob("a".repeat(1025)))
                .hasMessage("pattern of 1025 characters is longer than any name, of 1024 at most: write a shorter one");
    }

    @Test
    void onlyAPatternWithoutMeaningIsAName() {
        assertThat(new GitHubGlob("release/1.2").name()).contains("release/1.2");
        assertThat(new GitHubGlob("c\\+\\+").name()).contains("c++");
        assertThat(new GitHubGlob("release/*").name()).isEmpty();
        assertThat(new GitHubGlob("a?").name()).isEmpty();
        assertThat(GitHubGlob.literally("a*[b]!\\").name()).contains("a*[b]!\\");
    }

    @Test
    void manyStarsDoNotTakeLong() {
        assertThat(new GitHubGlob("a*".repeat(500) + "b").texts().matches("a".repeat(1000)))
                .isFalse();
    }

    /** Parts of patterns, and the same as regular expressions. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            entry("a", "a"),
            entry("b", "b"),
            entry("/", "/"),
            entry(".", "\\."),
            entry("*", "[^/]*"),
            entry("**", ".*"),
            entry("a?", "a?"),
            entry("b+", "b+"),
            entry("[ab]", "[ab]"),
            entry("[a-b]+", "[ab]+"),
            entry("\\*", "\\*"),
            entry("@", "@"),
            entry("~", "~"),
            entry("\"", "\""),
            entry("-", "-"));

    @Property(tries = 500)
    void aPatternMeansWhatItsPartsMean(@ForAll("parts") List<String> parts, @ForAll("names") String name) {
        String regex = parts.stream().map(PARTS::get).collect(joining());

        assertThat(new GitHubGlob(String.join("", parts)).texts().matches(name))
                .isEqualTo(Pattern.matches(regex, name));
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.of(PARTS.keySet())
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .filter(parts -> !String.join(" ", parts).contains("* *"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab/.*@~\"-").ofMaxLength(6);
    }
}

package io.github.cdkoidc.workflow.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.claims.GitNames;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFilterTest {

    @Test
    void laterRulesWin() {
        NameFilter filter = NameFilter.of(List.of("releases/**", "!releases/**-alpha", "releases/1-alpha"));

        assertThat(filter.matches("releases/1")).isTrue();
        assertThat(filter.matches("releases/2-alpha")).isFalse();
        assertThat(filter.matches("releases/1-alpha")).isTrue();
        assertThat(filter.matches("main")).isFalse();
    }

    @Test
    void anIgnoreListLetsEverythingElseThrough() {
        NameFilter filter = NameFilter.ignoring(List.of("dependabot/**", "gh-pages"));

        assertThat(filter.matches("main")).isTrue();
        assertThat(filter.matches("gh-pages")).isFalse();
        assertThat(filter.matches("dependabot/npm/x")).isFalse();
        assertThatThrownBy(() -> NameFilter.ignoring(List.of("!main")))
                .hasMessage("pattern \"!main\" takes away from a list that already takes away: "
                        + "write it under branches or tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a..b",
                "a/",
                "/a",
                "a//b",
                ".a",
                "a/.b",
                "a.lock",
                "a.lock/b",
                "a b",
                "a~",
                "a:b",
                "a?",
                "a*",
                "a[",
                "a@{b",
                "a."
            })
    void noFilterLetsANameThroughThatGitDoesNotAllow(String name) {
        assertThat(NameFilter.all().matches(name)).isFalse();
    }

    @Test
    void aPatternThatEndsInASlashAndAnythingNeedsSomethingBehindTheSlash() {
        assertThat(NameFilter.of(List.of("release/**")).matches("release/")).isFalse();
        assertThat(NameFilter.of(List.of("release/**")).matches("release/a")).isTrue();
    }

    @Test
    void aBranchCanBeCalledAt() {
        assertThat(NameFilter.all().matches("@")).isTrue();
        assertThat(NameFilter.of(List.of("@")).names()).containsExactly("@");
    }

    @Property(tries = 300)
    void theLastRuleThatMatchesANameDecides(@ForAll("rules") List<String> rules, @ForAll("names") String name) {
        NameFilter filter = NameFilter.of(rules);
        NameFilter narrowed = filter.with(new GitHubGlob("a**")).without(new GitHubGlob("*b"));
        boolean added = filter.rules().stream()
                .filter(rule -> rule.glob().texts().matches(name))
                .reduce((first, second) -> second)
                .map(NameFilter.Rule::adds)
                .orElse(false);

        assertThat(filter.matches(name)).isEqualTo(added && GitNames.REF.matches(name));
        assertThat(narrowed.matches(name))
                .isEqualTo(filter.matches(name) && name.startsWith("a") && !name.matches("[^/]*b"));
    }

    @Property(tries = 300)
    void whatIsPlainIsTrue(@ForAll("rules") List<String> rules, @ForAll("names") String name) {
        NameFilter filter = NameFilter.of(rules).with(new GitHubGlob("a**"));

        if (filter.isPlainlyEmpty()) {
            assertThat(filter.matches(name)).isFalse();
        }
        for (GitHubGlob glob : List.of(new GitHubGlob("a/**"), new GitHubGlob("**"), new GitHubGlob("b"))) {
            filter.decides(glob).ifPresent(answer -> {
                if (filter.matches(name)) {
                    assertThat(glob.texts().matches(name)).isEqualTo(answer);
                }
            });
        }
    }

    @Test
    void aNameThatIsTakenOutOfAListIsNotWrittenTwice() {
        NameFilter filter = NameFilter.of(List.of("main", "release/**"));

        assertThat(filter.without(GitHubGlob.literally("main"))).hasToString("release/**");
        assertThat(filter.without(GitHubGlob.literally("release/1"))).hasToString("main release/** !release/1");
        assertThat(NameFilter.of(List.of("main"))
                        .without(GitHubGlob.literally("main"))
                        .isPlainlyEmpty())
                .isTrue();
    }

    @Provide
    Arbitrary<List<String>> rules() {
        return Arbitraries.of("a", "a*", "**", "!a*", "b/**", "!b/**", "*b", "!**b", "a/b", "!a/b", "a/**", "!a/**")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("ab/.").ofMinLength(1).ofMaxLength(5);
    }
}

package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.cdkoidc.internal.automata.AutomatonBudget;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.RegexLanguages;
import io.github.cdkoidc.internal.automata.Ternary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Git's rule for the names of refs, in each form that the library has of it, against git itself. */
class GitNamesTest {

    private static final GitHubRepository REPOSITORY = GitHubRepository.of("octo-org/octo-repo");
    private static final Dfa REFS = RegexLanguages.of(GitNames.REF, new AutomatonBudget(AutomatonBudget.EDGES));
    private static final Map<String, Boolean> ASKED = new ConcurrentHashMap<>();

    /** What {@code git check-ref-format} says of a branch. */
    private static boolean isAllowed(String name) {
        return ASKED.computeIfAbsent(name, asked -> {
            try {
                return new ProcessBuilder("git", "check-ref-format", "refs/heads/" + asked)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void assertAsGitHasIt(String name) {
        boolean allowed = isAllowed(name);
        assertThat(GitNames.REF.matches(name)).as(name).isEqualTo(allowed);
        assertThat(REFS.truthOf(name)).as(name).isEqualTo(Ternary.of(allowed));
        assertThat(!name.isEmpty()
                        && !GitNames.Rule.ILLEGAL_IN_REF.matcher(name).find())
                .as(name)
                .isEqualTo(allowed);
    }

    @Property(tries = 300)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aNameIsAllowedIfGitAllowsIt(@ForAll("names") String name) {
        assertAsGitHasIt(name);

        Statistics.collect(isAllowed(name));
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(percentage -> percentage > 15);
            coverage.check(false).percentage(percentage -> percentage > 15);
        });
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> likely = Arbitraries.of("a", "a", "B7", "-", "@", "{", "x.y", "lock", "#", "$", "%", "'");
        Arbitrary<String> special = Arbitraries.of(".", "..", "/", "@{", ".lock", ".lock/", "~", "*", " ", "\t", "\\");
        return Arbitraries.frequencyOf(Tuple.of(5, likely), Tuple.of(1, special))
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    /** Every character of ASCII that a command line can hold. */
    @Test
    void aCharacterIsAllowedWhereGitAllowsIt() {
        for (char c = 1; c <= '\u007f'; c++) {
            assertAsGitHasIt("a" + c + "b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "-x", "a@", "HEAD", "x.", "x.lock", "x.lock.y", ".", "a/.b", "heads/a"})
    void aBranchIsAcceptedIfGitAllowsIt(String name) {
        assertAsGitHasIt(name);
        if (isAllowed(name)) {
            assertThat(REPOSITORY.branch(name).values())
                    .containsExactly(new ClaimValue("repo:octo-org/octo-repo:ref:refs/heads/" + name));
        } else {
            assertThatCode(() -> REPOSITORY.branch(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "\ud83d\ude80", "a.\u0085"})
    void allBeyondAsciiIsAllowed(String name) {
        assertThat(GitNames.REF.matches(name)).isTrue();
        assertThat(REFS.truthOf(name)).isEqualTo(Ternary.TRUE);
        assertThat(GitNames.Rule.ILLEGAL_IN_REF.matcher(name).find()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "octo-org, true, true, false",
        "a, true, true, false",
        "7, true, true, true",
        "10, true, true, true",
        "07, true, true, false",
        "0, true, true, false",
        "-a, false, true, false",
        "a--b-, true, true, false",
        "a_b, true, true, false",
        "a_b_c, false, true, false",
        "a_, false, true, false",
        "a.b, false, true, false",
        "., false, false, false",
        ".., false, false, false",
        "..., false, true, false",
        "'', false, false, false",
        "é, false, false, false",
        "\u0661, false, false, false"
    })
    void namesOfOwnersAndRepositoriesAndNumbersAreGitHubs(
            String text, boolean owner, boolean repository, boolean number) {
        assertThat(GitNames.OWNER.matches(text)).isEqualTo(owner);
        assertThat(GitNames.REPOSITORY.matches(text)).isEqualTo(repository);
        assertThat(GitNames.NUMBER.matches(text)).isEqualTo(number);
        assertAllFormsAgree(text);
    }

    /** Each character there is, alone and behind another, and all short texts of the characters that the rules tell apart. */
    @Test
    void theFormsOfTheRulesForNamesAgree() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertAllFormsAgree(String.valueOf((char) c));
            assertAllFormsAgree("a" + (char) c);
        }
        List<String> texts = List.of("");
        for (int length = 0; length < 4; length++) {
            texts = texts.stream()
                    .flatMap(text ->
                            Stream.of("a", "Z", "0", "1", "-", "_", ".", "\n").map(text::concat))
                    .toList();
            texts.forEach(GitNamesTest::assertAllFormsAgree);
        }
        for (int length : new int[] {17, 18, 19, 38, 39, 40, 99, 100, 101}) {
            assertAllFormsAgree("1".repeat(length));
        }
    }

    private static void assertAllFormsAgree(String text) {
        assertThat(GitNames.Rule.OWNER.matcher(text).matches())
                .as(text)
                .isEqualTo(text.length() <= GitNames.LONGEST_OWNER && GitNames.OWNER.matches(text));
        assertThat(GitNames.Rule.REPOSITORY.matcher(text).matches())
                .as(text)
                .isEqualTo(text.length() <= GitNames.LONGEST_REPOSITORY && GitNames.REPOSITORY.matches(text));
        assertThat(GitNames.Rule.NUMBER.matcher(text).matches())
                .as(text)
                .isEqualTo(text.length() <= 18 && GitNames.NUMBER.matches(text));
    }

    @Test
    void aCommitHasFortyDigits() {
        assertThat(GitNames.SHA.matches("0123456789abcdef0123456789abcdef01234567"))
                .isTrue();
        assertThat(GitNames.SHA.matches("0123456789abcdef0123456789abcdef0123456"))
                .isFalse();
        assertThat(GitNames.SHA.matches("0123456789ABCDEF0123456789abcdef01234567"))
                .isFalse();
    }
}

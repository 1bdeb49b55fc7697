package io.github.cdkoidc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.doctor.DoctorRule;
import io.github.cdkoidc.trust.rules.Rule;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the tables of rules to the catalogues. {@code mvn test -Dtest=RulesPageTest -Dsnapshots.update=true} writes the tables anew, except
 * in CI.
 */
class RulesPageTest {

    private static final Paper PAGE = Paper.page("rules.md");

    private static final String HEADER = """
            | rule | severity | what is wrong | what to do |
            |---|---|---|---|
            """;

    static Stream<Catalogue> everyCatalogue() {
        return Stream.of(
                new Catalogue("## The (\\d+) rules\n", List.of(TrustRule.values())),
                new Catalogue("## The (\\d+) rules of doctor\n", List.of(DoctorRule.values())));
    }

    /**
     * A catalogue, and the section of the page that shows it.
     *
     * @param heading the first line of the section
     * @param rules the rules
     */
    private record Catalogue(String heading, List<Rule> rules) {

        private Pattern section() {
            return Pattern.compile("(" + heading + "(?:(?!\n## |\n\\|)[\\s\\S])*\n)(\\|.*\n)+");
        }

        private String found(String page) {
            Matcher found = section().matcher(page);
            return found.find() ? found.group() : "";
        }

        /** The section as it should be, with what it says between its heading and its table. */
        private String updated(String found) {
            Matcher parts = section().matcher(found);
            assertThat(parts.matches())
                    .as("a section " + heading + " with a table")
                    .isTrue();
            return parts.group(1).replaceFirst("\\d+", Integer.toString(rules.size())) + table();
        }

        private String table() {
            return HEADER + rules.stream().map(Catalogue::row).collect(joining());
        }

        private static String row(Rule rule) {
            return Stream.of(
                            "[" + rule.id() + "](" + rule.source() + ")",
                            rule.severity().toString(),
                            cell(rule.title()),
                            cell(rule.fix()))
                    .collect(joining(" | ", "| ", " |\n"));
        }

        /** What Markdown would take for its own is written as it is. */
        private static String cell(String text) {
            return text.replaceAll("[|*<]", "\\\\$0");
        }
    }

    @ParameterizedTest
    @MethodSource("everyCatalogue")
    void theTableIsTheCatalogue(Catalogue catalogue) throws IOException {
        if (Snapshot.updates(Boolean.getBoolean("snapshots.update"), System.getenv("CI"))) {
            String page = PAGE.text();
            String found = catalogue.found(page);
            Files.writeString(PAGE.file(), page.replace(found, catalogue.updated(found)));
        }
        String found = catalogue.found(PAGE.text());

        assertThat(found)
                .as("a table of " + PAGE + ": write it with -Dsnapshots.update=true")
                .isEqualTo(catalogue.updated(found));
    }
}

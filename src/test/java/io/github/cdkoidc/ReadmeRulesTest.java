package io.github.cdkoidc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the README's table of rules to the catalogue. {@code mvn test -Dtest=ReadmeRulesTest -Dsnapshots.update=true} writes the table
 * anew, except in CI.
 */
class ReadmeRulesTest {

    private static final Path README = Path.of("README.md");
    private static final String HEADER = """
            | rule | severity | what is wrong | what to do |
            |---|---|---|---|
            """;
    private static final Pattern TABLE = Pattern.compile(Pattern.quote(HEADER) + "(?:\\|.*\\n)*");
    private static final Pattern SUMMARY = Pattern.compile("<summary>The (\\d+) rules</summary>");

    @Test
    void theTableIsTheCatalogue() throws IOException {
        if (Snapshot.updates(Boolean.getBoolean("snapshots.update"), System.getenv("CI"))) {
            Files.writeString(README, updated(Files.readString(README)));
        }
        String readme = Files.readString(README);

        assertThat(found(TABLE, readme))
                .as("the table of rules in the README: paste the following, or write it with -Dsnapshots.update=true\n"
                        + catalogue())
                .isEqualTo(catalogue());
        assertThat(found(SUMMARY, readme)).isEqualTo(summary());
    }

    private static String updated(String readme) {
        String table = TABLE.matcher(readme).replaceFirst(Matcher.quoteReplacement(catalogue()));
        return SUMMARY.matcher(table).replaceFirst(summary());
    }

    private static String found(Pattern pattern, String readme) {
        Matcher found = pattern.matcher(readme);
        return found.find() ? found.group() : "";
    }

    private static String summary() {
        return "<summary>The " + TrustRule.values().length + " rules</summary>";
    }

    private static String catalogue() {
        return HEADER + Stream.of(TrustRule.values()).map(ReadmeRulesTest::row).collect(joining());
    }

    private static String row(TrustRule rule) {
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

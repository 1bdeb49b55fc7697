package io.github.cdkoidc;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what contributors are told to the tree. */
class ContributingTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/cdkoidc");

    /** In a page for contributors, a quoted word with a capital and a small letter is a type, and may be followed by a member. */
    private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?");

    private static final Pattern FILE =
            Pattern.compile("(?:src|\\.ci|\\.github)/[\\w./-]+|README\\.md|pom\\.xml|cdk\\.json");

    private static final List<String> OF_OTHERS = List.of("Role", "List", "Builder");

    private static Stream<String> quoted() {
        return Pattern.compile("`([^`\n]+)`")
                .matcher(Paper.CONTRIBUTING.prose())
                .results()
                .map(found -> found.group(1));
    }

    @Test
    void everyTypeAndMemberIsInTheTree() throws IOException {
        Map<String, String> sources = sources();

        List<MatchResult> named = quoted().flatMap(
                        text -> Pattern.compile("^" + TYPE + "$").matcher(text).results())
                .filter(type -> !OF_OTHERS.contains(type.group(1)))
                .toList();

        assertThat(named).hasSizeGreaterThan(60);
        assertThat(named.stream().map(type -> type.group(1)).distinct()).isSubsetOf(sources.keySet());
        assertThat(named.stream().filter(type -> type.group(2) != null))
                .isNotEmpty()
                .allSatisfy(
                        type -> assertThat(sources.get(type.group(1))).containsPattern("\\b" + type.group(2) + "\\b"));
    }

    @Test
    void everyFileIsInTheTree() {
        assertThat(quoted().filter(text -> FILE.matcher(text).matches()).map(Path::of))
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void theTableOfPackagesIsTheTree() throws IOException {
        List<String> packages;
        try (Stream<Path> files = Files.walk(MAIN)) {
            packages = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> MAIN.relativize(file.getParent()).toString().replace('/', '.'))
                    .toList();
        }

        assertThat(Paper.CONTRIBUTING
                        .find("(?m)^\\| (?:`([a-z.]+)`|\\(root\\)) \\| [^|]+ \\| [^|]*\\|$")
                        .map(row -> row.group(1) == null ? "" : row.group(1)))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    /** What is worked through is what the library answers. */
    @Test
    void theExampleOfAnExposureIsTheOneThatIsComputed() {
        TrustPolicy policy = TrustPolicy.parse("""
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow",
                  "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {
                    "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"},
                    "StringLike": {"token.actions.githubusercontent.com:sub": "repo:octo-org/octo*:*"}}}}
                """);
        List<Finding> findings = policy.lint();

        assertThat(findings).extracting(Finding::rule).containsExactly(TrustRule.NAME_PREFIX);
        GitHubClaims witness = findings.get(0).witness().orElseThrow();
        Map<String, String> claims = witness.values();
        assertThat(Paper.CONTRIBUTING.text())
                .contains("`repo:octo-org/octo*:*`")
                .contains("`" + TrustRule.NAME_PREFIX.id() + "`")
                .contains("`" + claims.get("repository") + "`")
                .contains("`" + claims.get("sub") + "`");
        assertThat(Paper.CONTRIBUTING.blocks(""))
                .contains("a|C||" + claims.get("repository_owner") + "|" + claims.get("repository_owner_id") + "|"
                        + claims.get("repository").replaceFirst(".*/", "") + "|" + claims.get("repository_id") + "||r||"
                        + claims.get("ref") + "|" + claims.get("aud") + "||||||\n");
    }

    /** The text of every type of the tree, by its name. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ContributingTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

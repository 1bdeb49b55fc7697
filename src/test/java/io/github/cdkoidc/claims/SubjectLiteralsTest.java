package io.github.cdkoidc.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@link SubjectFormat} holds the syntax of {@code sub}; all other classes ask it. */
class SubjectLiteralsTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/cdkoidc");

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:\\*|//|/\\*).*");

    /** A word before a colon, unless a space follows: that is prose, or YAML. */
    private static final Pattern KEY = Pattern.compile("(?<![a-z_])(?:repo|ref|environment):(?! )|:pull_request\\b");

    private static final Pattern COLON = Pattern.compile("%3A");
    /** What reads a number of the immutable spelling. */
    private static final Pattern NUMBER = Pattern.compile("@\\(?(?:\\[|\\\\\\\\d)");

    /** Messages that show a reader what to write, or what GitHub writes. */
    private static final Set<String> MESSAGES = Set.of(
            "claims/GitHubSubject.java",
            "cli/input/TokenInput.java",
            "doctor/DoctorRule.java",
            "internal/spelling/ContextSpelling.java",
            "internal/spelling/RepositorySpelling.java",
            "trust/TenantCheck.java",
            "trust/decision/SubjectCause.java",
            "trust/rules/Environments.java",
            "trust/rules/TrustRule.java");

    /** Where the whole word is the name of the event. */
    private static final Set<String> EVENTS = Set.of(
            "claims/EventContext.java",
            "claims/GitHubClaimsBuilder.java",
            "doctor/DenialCheck.java",
            "doctor/EnvironmentCause.java",
            "doctor/ForkCheck.java",
            "doctor/OutsiderCheck.java",
            "internal/tokens/EncodedToken.java",
            "trust/exposure/ContextExtents.java",
            "workflow/GitHubContext.java",
            "workflow/file/EventKind.java");

    /** A string of the source. */
    private record Literal(String file, String text) {

        boolean isSyntax() {
            return KEY.matcher(text).find()
                    || COLON.matcher(text).find()
                    || NUMBER.matcher(text).find();
        }

        /** A message is a sentence; what is put together or taken apart holds no space. */
        boolean isMessage() {
            return MESSAGES.contains(file) && text.contains(" ");
        }
    }

    private static List<Literal> literals() throws IOException {
        try (Stream<Path> walked = Files.walk(MAIN)) {
            return walked.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("SubjectFormat.java"))
                    .filter(file -> !file.endsWith("SubjectRepository.java"))
                    .flatMap(SubjectLiteralsTest::literals)
                    .toList();
        }
    }

    private static Stream<Literal> literals(Path file) {
        try {
            String name = MAIN.relativize(file).toString().replace('\\', '/');
            return Files.readAllLines(file).stream()
                    .filter(line -> !COMMENT.matcher(line).matches())
                    .flatMap(line -> STRING.matcher(line).results())
                    .map(found -> new Literal(name, found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onlySubjectFormatKnowsHowASubjectIsWritten() throws IOException {
        assertThat(literals().stream().filter(Literal::isSyntax).filter(literal -> !literal.isMessage()))
                .isEmpty();
    }

    @Test
    void thePullRequestOfASubjectIsTakenFromSubjectFormat() throws IOException {
        assertThat(literals().stream()
                        .filter(literal -> literal.text().equals("pull_request"))
                        .map(Literal::file)
                        .distinct())
                .isSubsetOf(EVENTS);
    }

    @Test
    void everyFileThatIsSparedStillNeedsIt() throws IOException {
        List<Literal> all = literals();

        assertThat(all.stream().filter(Literal::isSyntax).map(Literal::file)).containsAll(MESSAGES);
        assertThat(all.stream()
                        .filter(literal -> literal.text().startsWith("pull_request"))
                        .map(Literal::file))
                .containsAll(EVENTS);
    }

    /** The test would see a second writer or reader. */
    @Test
    void theSyntaxIsRecognised() {
        assertThat(Stream.of(
                        "repo:",
                        "repo:[^:]+:",
                        ":environment:",
                        "ref:refs/heads/",
                        "repo:o/r:pull_request",
                        "%3A",
                        "([^@/]+)@([0-9]+)",
                        "@(\\\\d+)"))
                .allMatch(text -> new Literal("Any.java", text).isSyntax());
        assertThat(Stream.of("    environment: ", "job_workflow_ref:", "such as branch(\\\"main\\\")", "href: "))
                .noneMatch(text -> new Literal("Any.java", text).isSyntax());
    }
}

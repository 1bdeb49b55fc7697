package io.github.cdkoidc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars that are published, as Maven has made them. */
class JarsIT {

    private static final String MAIN = "";
    private static final String CLI = "-cli";
    private static final String SOURCES = "-sources";
    private static final String JAVADOC = "-javadoc";

    private static final Path LICENCE = Path.of(".github", "LICENSE");
    private static final Predicate<String> OF_THE_COMMAND_LINE = Pattern.compile(
                    "^io/github/cdkoidc/(?:cli|doctor|workflow|internal/yaml)/")
            .asPredicate();
    private static final Predicate<String> WITHOUT_API = Pattern.compile(
                    "^io/github/cdkoidc/(?:assembly|cli|doctor|internal|workflow)/")
            .asPredicate();

    /** What comes with the library into an app: aws-cdk-lib with its own dependencies, and the one other that is not optional. */
    private static final Predicate<String> DEPENDENCY = Pattern.compile(
                    "^(?:aws-cdk-lib|constructs|jsii-runtime|jackson-(?:core|databind|annotations)|jspecify)-\\d")
            .asPredicate();

    private static final Predicate<String> MISSING =
            Pattern.compile(" not found$").asPredicate();
    private static final Predicate<String> OPTIONAL = Pattern.compile(
                    "^io\\.github\\.cdkoidc\\.assertions\\.\\S+ +-> org\\.assertj\\.")
            .asPredicate();

    private static Path path(String classifier) {
        String name = "github-oidc-role-" + System.getProperty("project.version") + classifier + ".jar";
        return Path.of(System.getProperty("project.build.directory"), name);
    }

    private static List<String> entries(String classifier) throws IOException {
        try (JarFile jar = new JarFile(path(classifier).toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    /** What the classes of a jar refer to and neither it nor the class path holds, such as {@code a.B -> c.D not found}. */
    private static List<String> missing(String classifier, String classPath) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        String jar = path(classifier).toString();
        int exitCode =
                jdeps.run(writer, writer, "--multi-release", "17", "--class-path", classPath, "--missing-deps", jar);
        assertThat(exitCode).as(out.toString()).isZero();
        return out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("io.github.cdkoidc."))
                .filter(MISSING)
                .toList();
    }

    private static String dependencies() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> DEPENDENCY.test(Path.of(entry).getFileName().toString()))
                .collect(joining(File.pathSeparator));
    }

    @ParameterizedTest
    @ValueSource(strings = {MAIN, CLI, SOURCES, JAVADOC})
    void theLicenceIsInEveryJar(String classifier) throws IOException {
        try (JarFile jar = new JarFile(path(classifier).toFile());
                InputStream licence = jar.getInputStream(jar.getEntry("META-INF/LICENSE"))) {
            assertThat(licence).hasSameContentAs(Files.newInputStream(LICENCE));
        }
    }

    /** An entry that kept the time of its build would make two builds differ. */
    @ParameterizedTest
    @ValueSource(strings = {MAIN, SOURCES, JAVADOC})
    void allEntriesHaveOneTime(String classifier) throws IOException {
        try (JarFile jar = new JarFile(path(classifier).toFile())) {
            assertThat(jar.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }

    @Test
    void anAppDoesNotGetTheCommandLine() throws IOException {
        assertThat(entries(MAIN))
                .contains("io/github/cdkoidc/GitHubOidcRole.class", "io/github/cdkoidc/trust/TrustPolicy.class")
                .noneMatch(OF_THE_COMMAND_LINE);
        assertThat(entries(CLI)).anyMatch(OF_THE_COMMAND_LINE);
    }

    @Test
    void theLibraryFindsAllItNeedsInItselfAndItsDependencies() {
        List<String> missing = missing(MAIN, dependencies());

        assertThat(missing).allMatch(OPTIONAL).anyMatch(line -> line.contains("org.assertj."));
    }

    @Test
    void theCommandLineNeedsNothingBesideItsJar() {
        assertThat(missing(CLI, path(CLI).toString())).isEmpty();
    }

    @Test
    void theJavadocShowsPackagesOfTheApiAlone() throws IOException {
        assertThat(entries(JAVADOC))
                .contains("io/github/cdkoidc/GitHubOidcRole.html")
                .noneMatch(WITHOUT_API);
    }
}

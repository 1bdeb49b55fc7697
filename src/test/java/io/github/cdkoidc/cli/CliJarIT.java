package io.github.cdkoidc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The executable jar, in a process of its own and with nothing beside it. */
class CliJarIT {

    private static final String VERSION = System.getProperty("project.version");
    private static final Path JAR = Path.of(
                    System.getProperty("project.build.directory"), "github-oidc-role-" + VERSION + "-cli.jar")
            .toAbsolutePath();

    private static Session run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(Session.INPUTS.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C"));
        Process process = builder.start();
        try {
            process.getOutputStream().write(input.getBytes(UTF_8));
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return new Session(process.exitValue(), out, err);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void itSaysItsVersion() throws IOException, InterruptedException {
        assertThat(run("", "--version")).isEqualTo(new Session(0, "github-oidc-role " + VERSION + "\n", ""));
    }

    @Test
    void itHelps() throws IOException, InterruptedException {
        assertThat(run("", "--help")).isEqualTo(Session.of("--help"));
    }

    @Test
    void itExplainsAPastedRoleAsItDoesInThisProcess() throws IOException, InterruptedException {
        String role = Files.readString(Session.INPUTS.resolve("get-role.json"));
        String[] arguments = {"explain", "-", "--repository", "octo-org/octo-repo", "--tag", "v1"};

        Session session = run(role, arguments);

        assertThat(session).isEqualTo(Session.of(role, false, Map.of(), arguments));
        assertThat(session.out()).startsWith("denied: ");
        assertThat(session.exitCode()).isEqualTo(1);
    }

    @Test
    void itLintsAndComparesAndWrites() throws IOException, InterruptedException {
        assertThat(run("", "lint", "app")).isEqualTo(Session.of("lint app"));
        assertThat(run("", "diff", "before.template.json", "after.template.json"))
                .isEqualTo(Session.of("diff before.template.json after.template.json"));
        assertThat(run("", "workflow", "several.json")).isEqualTo(Session.of("workflow several.json"));
    }

    @Test
    void whatItCannotReadIsNamed() throws IOException, InterruptedException {
        assertThat(run("", "lint", "nothing.json"))
                .isEqualTo(
                        new Session(
                                2,
                                "",
                                "error: nothing.json: there is no such file or folder: give the path of one, or - for standard input\n"));
    }

    @Test
    void itHoldsNothingOfTheCdkAndTheLicencesOfTheRest() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries)
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "io/github/cdkoidc/cli/Main.class",
                            "io/github/cdkoidc/workflow/file/WorkflowReader.class",
                            "org/snakeyaml/engine/v2/api/Load.class")
                    .noneMatch(entry -> entry.matches("(?:software/|io/github/cdkoidc/(?:[A-Z]|assertions/)).*"));
            assertThat(entries.stream().filter(entry -> entry.endsWith(".class")))
                    .allMatch(entry -> entry.matches(
                            "(?:io/github/cdkoidc|picocli|com/fasterxml/jackson/(?:core|databind|annotation)"
                                    + "|org/snakeyaml/engine|org/jspecify)/.*"));
        }
    }
}

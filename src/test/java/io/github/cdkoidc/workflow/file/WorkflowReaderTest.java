package io.github.cdkoidc.workflow.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowReaderTest {

    private static final String GOOD = "on: push\njobs: {a: {runs-on: x, steps: []}}\n";

    @TempDir
    Path repository;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectories(repository.resolve(WorkflowReader.FOLDER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aFileThatIsNoWorkflowIsNamedWithTheLine(String what, String yaml, String message) {
        assertThatThrownBy(() -> WorkflowReader.read("w.yml", yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("w.yml:")
                .hasMessageContaining(message);
    }

    static Stream<Arguments> aFileThatIsNoWorkflowIsNamedWithTheLine() {
        return Stream.of(
                Arguments.of("empty", "", "w.yml: file is empty"),
                Arguments.of("only a comment", "# nothing\n", "file is empty"),
                Arguments.of("a text", "hello", "w.yml:1:1: file is \"hello\", not a map"),
                Arguments.of("a list", "- a\n", "w.yml:1:1: file is a list, not a map"),
                Arguments.of("no on", "name: x\njobs: {}\n", "w.yml:1:1: file has no \"on\""),
                Arguments.of("no jobs", "on: push\n", "w.yml:1:1: file has no \"jobs\""),
                Arguments.of("a list of jobs", "on: push\njobs:\n  - a\n", "w.yml:3:3: \"jobs\" is a list"),
                Arguments.of("a job that is a text", "on: push\njobs:\n  a: b\n", "w.yml:3:3: job \"a\" is \"b\""),
                Arguments.of("a job that is empty", "on: push\njobs:\n  a:\n", "w.yml:3:3: job \"a\" is empty"),
                Arguments.of("a tab", "on: push\njobs:\n\ta: {}\n", "w.yml:3:1: not YAML"),
                Arguments.of("a bracket", "on: [push\njobs: {}\n", "w.yml:2:5: not YAML"),
                Arguments.of("a star", "on:\n  push:\n    branches:\n      - **\njobs: {}\n", "w.yml:4:10: not YAML"),
                Arguments.of(
                        "a key twice",
                        "on: push\non: pull_request\njobs: {}\n",
                        "w.yml:2:1: key \"on\" is there twice, first in line 1"),
                Arguments.of("two documents", GOOD + "---\n" + GOOD, "w.yml:3:1: a second document starts here"),
                Arguments.of("an alias of nothing", "on: *x\njobs: {}\n", "w.yml:1:5: alias *x has no anchor"),
                Arguments.of("an alias of itself", "on: &x [*x]\njobs: {}\n", "w.yml:1:9: alias *x has no anchor"),
                Arguments.of("a map for a key", "{a: b}: c\n", "w.yml:1:1: key is not a text"),
                Arguments.of("a control character", "on: \u0007push\n", "not YAML"),
                Arguments.of("too deep", "on: " + "[".repeat(60) + "]".repeat(60), "nested more than 50 deep"),
                Arguments.of("very deep", "on: " + "[".repeat(200_000), "nested more than 50 deep"),
                Arguments.of("too long", "#".repeat(1024 * 1024 + 1), "w.yml: file has 1048577 characters"),
                Arguments.of("a bomb", bomb(), "has more than 50000 values once its aliases are written out"));
    }

    /** Nine lists of nine aliases of the list before: 9^9 values in 400 characters. */
    private static String bomb() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++) {
            String alias = "*a" + (level - 1);
            yaml.append("a" + level + ": &a" + level + " [" + (alias + ", ").repeat(8) + alias + "]\n");
        }
        return yaml.toString();
    }

    @Test
    void readsEveryWorkflowOfARepository() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), "name: Bee\n" + GOOD);
        Files.writeString(folder.resolve("a.yml"), GOOD);
        Files.writeString(folder.resolve("readme.md"), "no workflow");

        assertThat(WorkflowReader.read(repository))
                .extracting(Workflow::file, Workflow::name)
                .containsExactly(
                        tuple(".github/workflows/a.yml", ".github/workflows/a.yml"),
                        tuple(".github/workflows/b.yaml", "Bee"));
    }

    @Test
    void aFolderWithoutWorkflowsIsNamed() {
        Path other = repository.resolve("other");

        assertThatThrownBy(() -> WorkflowReader.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("folder " + other + " has no .github/workflows");
    }

    @Test
    void aFolderCalledLikeAWorkflowIsNamed() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("odd.yml"));

        assertThatThrownBy(() -> WorkflowReader.read(repository))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file " + odd + " is not a file");
    }

    @Test
    void anEnormousFileIsNamedAndNotRead() throws IOException {
        Path huge = folder.resolve("huge.yml");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(4L << 30);
        }

        assertThatThrownBy(() -> WorkflowReader.read(repository))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file " + huge + " has more than 1048576 bytes");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Path binary = folder.resolve("binary.yml");
        Files.write(binary, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        assertThatThrownBy(() -> WorkflowReader.read(repository))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file " + binary + " is not UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
        Files.write(folder.resolve("bom.yml"), ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(WorkflowReader.read(repository)).hasSize(1);
    }

    @Test
    void everyPartKnowsItsLine() {
        Workflow workflow = WorkflowReader.read("w.yml", """
                on:
                  push:
                    branches: [main]
                permissions:
                  id-token: write
                jobs:
                  a:
                    if: always()
                    environment: x
                    runs-on: x
                    strategy:
                      matrix: {os: [x]}
                    steps:
                      - name: Log in
                        uses: aws-actions/configure-aws-credentials@v6
                        with:
                          role-to-assume: r
                """);
        Job job = workflow.jobs().get(0);

        assertThat(workflow.triggers().get(0).place()).hasToString("w.yml:2");
        assertThat(workflow.permissions().orElseThrow().place()).hasToString("w.yml:5");
        assertThat(job.place()).hasToString("w.yml:7");
        assertThat(job.condition().orElseThrow().place()).hasToString("w.yml:8");
        assertThat(job.environment().orElseThrow().place()).hasToString("w.yml:9");
        assertThat(job.matrix()).isPresent();
        assertThat(job.logins().get(0).place()).hasToString("w.yml:15");
        assertThat(workflow.notUnderstood()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodSaysWhatFollows() {
        Workflow workflow = WorkflowReader.read(
                "w.yml", "on:\n  push:\n    branches: [a, '*?']\njobs:\n  a:\n    permissions: all\n    runs-on: x\n");

        assertThat(workflow.notUnderstood())
                .extracting(NotUnderstood::toString)
                .containsExactly(
                        "w.yml:3: branches: pattern \"*?\" has ? with no character before it to repeat: "
                                + "write \\? for the character itself",
                        "w.yml:6: permissions \"all\" are neither read-all, write-all nor a map, "
                                + "so it is not known whether the job gets a token");
    }
}

package io.github.cdkoidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command in every format. A session is a file: the command as it is typed, its exit code, and what it writes. The first line is
 * what is asked; {@code -Dsnapshots.update=true} writes the rest.
 */
class SessionsTest {

    private static final Path SESSIONS = Path.of("src/test/resources/io/github/cdkoidc/cli/sessions");

    @TestFactory
    Stream<DynamicTest> aCommandWritesWhatItsSessionSays() throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String golden = Files.readString(file);
        String typed = golden.lines().findFirst().orElseThrow();
        Session session = Session.of(typed.replaceFirst("^\\$ ", ""));
        String written = typed + "\nexit code " + session.exitCode() + "\n" + session.out()
                + (session.err().isEmpty() ? "" : "standard error\n" + session.err());
        if (Snapshot.updates(Boolean.getBoolean("snapshots.update"), System.getenv("CI"))) {
            Files.writeString(file, written);
            golden = written;
        }
        assertThat(written).isEqualTo(golden);
    }
}

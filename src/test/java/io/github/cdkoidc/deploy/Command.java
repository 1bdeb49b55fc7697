package io.github.cdkoidc.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs processes of their own, in the project's directory. */
final class Command {

    /** The first time, npx has a CLI to download. */
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private Command() {}

    /** Runs a command to its end, with this environment and nothing inherited. */
    static Outcome run(Path directory, Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "command", ".out");
        Path err = Files.createTempFile(directory, "command", ".err");
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = start(builder.redirectOutput(out.toFile()).redirectError(err.toFile()));
        try {
            boolean ended = process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            Outcome outcome = new Outcome(
                    String.join(" ", words),
                    ended ? process.exitValue() : -1,
                    Files.readString(out),
                    Files.readString(err));
            if (!ended) {
                throw new AssertionError("it still ran after " + TIMEOUT + "\n" + outcome);
            }
            return outcome;
        } finally {
            end(process);
        }
    }

    /** Starts a process that does not outlive this one, even if somebody interrupts the build. */
    static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        return process;
    }

    /** What this process inherited, but for what would let an account, a region or a repository in. */
    static Map<String, String> inherited() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment
                .keySet()
                .removeIf(name -> name.startsWith("AWS_") || name.startsWith("CDK_") || name.startsWith("GITHUB_"));
        return environment;
    }

    /** Ends a process and those that it started. */
    static void end(Process process) {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        for (ProcessHandle member : family) {
            member.onExit().completeOnTimeout(member, 5, TimeUnit.SECONDS).join();
            member.destroyForcibly();
        }
    }
}

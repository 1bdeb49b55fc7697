package io.github.cdkoidc.deploy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An emulator of AWS on a free port of this machine, until it is closed. It answers AssumeRoleWithWebIdentity without a look at the
 * token, and reads parameters for whoever asks: what it shows is that the calls fit together, not who may make them.
 */
final class MotoServer implements AutoCloseable {

    private static final Pattern RUNNING = Pattern.compile("Running on http://\\S+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path log;
    private final URI endpoint;

    private MotoServer(Process process, Path log) throws IOException, InterruptedException {
        this.process = process;
        this.log = log;
        // By this name: with 127.0.0.1 the emulator finds no bucket for the template.
        this.endpoint = URI.create("http://localhost:" + port(process, log));
    }

    /** The program, if it is installed. */
    static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "moto_server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the program, and waits until it listens. */
    static MotoServer start(Path program, Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve("moto_server.log");
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "--port", "0");
        builder.environment().clear();
        builder.environment().putAll(Command.inherited());
        builder.environment().put("PYTHONUNBUFFERED", "1");
        Process process = Command.start(builder.redirectErrorStream(true).redirectOutput(log.toFile()));
        try {
            return new MotoServer(process, log);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            Command.end(process);
            throw e;
        }
    }

    private static String port(Process process, Path log) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            Matcher running = RUNNING.matcher(Files.readString(log));
            if (running.find()) {
                return running.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("moto_server does not listen:\n" + Files.readString(log));
    }

    /** Where the emulator listens. */
    URI endpoint() {
        return endpoint;
    }

    /** The end of what it wrote, without the requests that went well. */
    String complaints() throws IOException {
        List<String> lines = Files.readString(log)
                .lines()
                .filter(line -> !line.contains("\" 200 -"))
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    @Override
    public void close() {
        Command.end(process);
    }
}

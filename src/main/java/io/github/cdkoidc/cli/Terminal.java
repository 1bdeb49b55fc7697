package io.github.cdkoidc.cli;

import io.github.cdkoidc.cli.input.Inputs;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The streams, variables and absolute working directory of a command; interactive if a person reads the output as it comes. */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        boolean interactive) {

    static Terminal ofThisProcess() {
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                isInteractive());
    }

    /** Whatever the locale is, GitHub's names are Unicode, and so is JSON. */
    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(to)), false, StandardCharsets.UTF_8);
    }

    /** Since JDK 22 there is a console that is not a terminal, and says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Whether to write in colours: see <a href="https://no-color.org">NO_COLOR</a>. */
    boolean colours() {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return interactive && !unwanted && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    Inputs inputs() {
        return new Inputs(in, directory, environment);
    }
}

package io.github.cdkoidc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as a person types it, run in this process beside the inputs of the tests, and what came of it.
 *
 * @param exitCode the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Session(int exitCode, String out, String err) {

    static final Path INPUTS = Path.of("src/test/resources/io/github/cdkoidc/cli/inputs");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern TOKEN = Pattern.compile("token\\((.+)\\)");

    /** Runs a command; behind {@code <} is a file for standard input, or {@code token(FILE)} for a token with these claims. */
    static Session of(String typed) throws IOException {
        return of(typed, false, Map.of());
    }

    static Session of(String typed, boolean interactive, Map<String, String> environment) throws IOException {
        String[] parts = typed.split(" < ", 2);
        String input = parts.length == 1 ? "" : input(parts[1]);
        return of(input, interactive, environment, words(parts[0]));
    }

    static Session of(String input, boolean interactive, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                INPUTS.toAbsolutePath(),
                interactive);
        int exitCode = new Cli(terminal).run(words);
        return new Session(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static String input(String name) throws IOException {
        Matcher token = TOKEN.matcher(name);
        return token.matches()
                ? token(Files.readString(INPUTS.resolve(token.group(1))))
                : Files.readString(INPUTS.resolve(name));
    }

    /** A token without a signature. */
    static String token(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(UTF_8)) + ".c2lnbmF0dXJl";
    }

    static String[] words(String typed) {
        return WORD.matcher(typed)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }
}

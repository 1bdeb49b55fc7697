package io.github.cdkoidc.cli;

import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.TokenInput;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds the command, runs it, and writes what it has to say. It never shows a stack trace, nor a token. */
final class Cli {

    static final String NAME = "github-oidc-role";

    private static final String FORMAT = "--format";
    static final List<String> COMMANDS = List.of("explain", "lint", "diff", "doctor", "workflow");

    private final Terminal terminal;

    Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    private static Command command(String name) {
        return switch (name) {
            case "explain" -> new ExplainCommand();
            case "lint" -> new LintCommand();
            case "diff" -> new DiffCommand();
            case "doctor" -> new DoctorCommand();
            default -> new WorkflowCommand();
        };
    }

    /** Runs a command, and answers its exit code. */
    int run(String... arguments) {
        StringWriter said = new StringWriter();
        try {
            CommandLine line = line(arguments);
            line.setErr(new PrintWriter(said));
            line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
            line.setExecutionStrategy(parsed -> execute(parsed, said));
            return line.execute(arguments);
        } finally {
            terminal.err().print(TokenInput.redacted(said.toString()));
        }
    }

    /** Only the command that is asked for, if one is: the others need not be loaded. */
    private CommandLine line(String... arguments) {
        CommandSpec root = described(CommandSpec.create().name(NAME));
        root.usageMessage()
                .description("Answers questions about IAM roles that GitHub Actions assumes with OpenID Connect.")
                .footer(
                        "",
                        "Exit code: 0 nothing to say, 1 denied or something found, 2 bad usage or unreadable input.");
        Optional<String> asked = Arrays.stream(arguments).findFirst().filter(COMMANDS::contains);
        for (String name : asked.map(List::of).orElse(COMMANDS)) {
            Command command = command(name);
            CommandSpec spec =
                    described(CommandSpec.wrapWithoutInspection(command).name(name));
            spec.addOption(OptionSpec.builder(FORMAT)
                    .type(String.class)
                    .paramLabel("FORMAT")
                    .defaultValue(Format.TEXT.toString())
                    .description("One of " + String.join(", ", names(command)) + ". Default: ${DEFAULT-VALUE}.")
                    .build());
            command.describe(spec);
            root.addSubcommand(name, new CommandLine(spec));
        }
        return new CommandLine(root)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF));
    }

    private static List<String> names(Command command) {
        return command.formats().stream().sorted().map(Format::toString).toList();
    }

    private static CommandSpec described(CommandSpec spec) {
        return spec.version(NAME + " " + version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this and ends.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Shows the version and ends.")
                        .build());
    }

    /** The version in the jar's manifest. */
    static String version() {
        return Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    private int execute(ParseResult parsed, StringWriter said) {
        try {
            return execute(parsed);
        } catch (BadInputException e) {
            return failed(said, String.valueOf(e.getMessage()));
        } catch (ParameterException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return failed(
                    said,
                    "this cannot be answered, because of " + e
                            + ", which is a mistake of this program: report it with the input");
        }
    }

    private int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (!parsed.hasSubcommand()) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(), "no command is given: write one of " + COMMANDS);
        }
        Arguments arguments = new Arguments(parsed.subcommand());
        Command command = (Command) parsed.subcommand().commandSpec().userObject();
        Format format = format(arguments, command);
        Report report = command.run(arguments, terminal.inputs());
        terminal.out().print(format.render(report, terminal.colours(), version()));
        return report.exitCode();
    }

    private static Format format(Arguments arguments, Command command) {
        String given = arguments.value(FORMAT).orElse(Format.TEXT.toString());
        return command.formats().stream()
                .filter(format -> format.toString().equals(given.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> arguments.wrong(
                        "format \"" + given + "\" is not one of this command's: write one of " + names(command)));
    }

    private static int failed(StringWriter said, String why) {
        said.write("error: " + why + "\n");
        return Report.BAD_INPUT;
    }
}

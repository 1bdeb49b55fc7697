package io.github.cdkoidc.cli;

/** The main class of the executable jar. */
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the process with its exit code: 0 if there is nothing to say, 1 if a run is denied or something is
     * found, 2 if arguments or input cannot be read.
     *
     * @param arguments the command and its arguments; {@code --help} says which
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofThisProcess();
        int exitCode = new Cli(terminal).run(arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(exitCode);
    }
}

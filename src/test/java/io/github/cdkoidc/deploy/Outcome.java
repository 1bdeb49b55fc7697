package io.github.cdkoidc.deploy;

import java.util.function.Predicate;

/** What came of a command that has ended. */
record Outcome(String command, int exit, String out, String err) {

    private static final int WIDTH = 160;

    /** Shows the command by a shorter name, and some lines of its output. */
    Outcome shown(String name, Predicate<String> lines) {
        System.out.println("$ " + name);
        (out + err).lines().filter(lines).forEach(line -> System.out.println("  " + shortened(line)));
        if (exit != 0) {
            System.out.println("  exit code " + exit);
        }
        return this;
    }

    private static String shortened(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
    }

    @Override
    public String toString() {
        return "$ " + command + "\nexit code " + exit + "\nstdout:\n" + out + "\nstderr:\n" + err;
    }
}

package io.github.cdkoidc.cli;

import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Report;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** One of the commands. */
interface Command {

    /** Says in a specification what the command takes; its name and the format are said already. */
    void describe(CommandSpec spec);

    /** The formats that can say what this command has to say; SARIF is for findings. */
    default Set<Format> formats() {
        return EnumSet.of(Format.TEXT, Format.JSON, Format.MARKDOWN);
    }

    /** Does it. */
    Report run(Arguments arguments, Inputs inputs);
}

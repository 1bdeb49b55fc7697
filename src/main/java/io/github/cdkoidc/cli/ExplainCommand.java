package io.github.cdkoidc.cli;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import io.github.cdkoidc.trust.Decision;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Says whether a run gets in, and why. */
final class ExplainCommand implements Command {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Says whether a run may assume a role, and why not.");
        RoleChoice.describe(spec);
        RunOptions.describe(spec);
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.of(Format.TEXT, Format.JSON, Format.MARKDOWN);
    }

    @Override
    public Report run(Arguments arguments, Inputs inputs) {
        Role role = RoleChoice.of(arguments, inputs);
        GitHubClaims claims = RunOptions.of(arguments, inputs);
        Decision decision = role.policy().decide(claims);
        boolean isAlone = role.title().equals(role.file());
        return new Report(
                "explain",
                decision.isAllowed() ? Report.NOTHING_TO_SAY : Report.SOMETHING_FOUND,
                decision.toString(),
                "",
                List.of(
                        new Section.Code("explanation", "", "text", decision.explain()),
                        new Section.Facts("role", "role", RoleChoice.facts(role), isAlone),
                        new Section.Facts("run", "run", new LinkedHashMap<>(claims.values()), true)));
    }
}

package io.github.cdkoidc.cli;

import io.github.cdkoidc.assembly.ProviderLoss;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.RoleSource;
import io.github.cdkoidc.cli.report.Change;
import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Says which runs a role admits that it denied before, and which it denies now. */
final class DiffCommand implements Command {

    private static final String FAIL_ON = "--fail-on";
    private static final String GAINED = "gained";
    private static final String ANY = "any";
    private static final String NEVER = "never";

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Says which runs and other principals a role admits that it did not admit before, and which it no longer admits.");
        String what =
                "A trust policy, an answer of aws iam get-role, a template of CloudFormation as JSON or a folder cdk.out";
        spec.addPositional(Arguments.positional(0, "BEFORE", what + "."));
        spec.addPositional(Arguments.positional(1, "AFTER", "The same, changed."));
        spec.addOption(
                Arguments.option(
                        FAIL_ON,
                        "CHANGE",
                        "What makes the exit code 1: gained (a run or principal is admitted that was not), any or never. Default: any."));
    }

    @Override
    public Report run(Arguments arguments, Inputs inputs) {
        String failsOn = arguments.value(FAIL_ON).orElse(ANY);
        if (!List.of(GAINED, ANY, NEVER).contains(failsOn)) {
            throw arguments.wrong(FAIL_ON + " \"" + failsOn + "\" is not a change: write gained, any or never");
        }
        RoleSource before = RoleSource.of(inputs, arguments.positional(0));
        RoleSource after = RoleSource.of(inputs, arguments.positional(1));
        List<Change> roles = new RoleChanges(before.roles(), after.roles()).changes();
        List<Change> changes = new ArrayList<>(roles);
        if (!before.templates().isEmpty() && !after.templates().isEmpty()) {
            ProviderLoss.between(before.templates(), after.templates()).forEach(loss -> changes.add(change(loss)));
        }
        boolean fails =
                (failsOn.equals(ANY) && !changes.isEmpty()) || (failsOn.equals(GAINED) && admitting(changes) > 0);
        return new Report(
                "diff",
                fails ? Report.SOMETHING_FOUND : Report.NOTHING_TO_SAY,
                changes.isEmpty() ? "unchanged" : "changed",
                summary(roles, changes.size() - roles.size()),
                List.of(new Section.Changes("changes", "", changes)));
    }

    private static Change change(ProviderLoss loss) {
        Change.Access all = Change.Access.ofRuns("the runs of " + loss.issuer(), loss.message(), Optional.empty());
        return new Change(
                "provider " + loss.provider(),
                new Problem.Place(loss.file(), 0, ""),
                "changed",
                List.of(),
                loss.sure() ? List.of(all) : List.of(),
                loss.sure() ? List.of() : List.of(loss.message()));
    }

    private static String summary(List<Change> changes, int providers) {
        String lost = providers == 0 ? "" : FailOn.counted(providers, "change") + " of providers, which deny runs";
        if (changes.isEmpty()) {
            return lost.isEmpty() ? "the same runs are admitted as before" : lost;
        }
        long fewer = changes.stream().filter(change -> !change.lost().isEmpty()).count();
        boolean principals = changes.stream()
                .flatMap(change -> Stream.concat(change.gained().stream(), change.lost().stream()))
                .anyMatch(Change.Access::principal);
        return roles(admitting(changes)) + (principals ? " more runs or principals, " : " more runs, ") + roles(fewer)
                + " fewer" + (lost.isEmpty() ? "" : ", " + lost);
    }

    private static long admitting(List<Change> changes) {
        return changes.stream().filter(change -> !change.gained().isEmpty()).count();
    }

    private static String roles(long count) {
        return count == 0 ? "no role admits" : count == 1 ? "1 role admits" : count + " roles admit";
    }
}

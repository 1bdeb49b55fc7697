package io.github.cdkoidc.cli;

import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.ConstructMetadata;
import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.RoleSource;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Says what is wrong with trust policies. */
final class LintCommand implements Command {

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Says what is wrong with trust policies, each with the token that shows it.");
        spec.addPositional(Arguments.positionals(
                1,
                "POLICY",
                "Trust policies, answers of aws iam get-role, templates of CloudFormation as JSON, folders "
                        + "cdk.out, or - for standard input."));
        FailOn.describe(spec);
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.allOf(Format.class);
    }

    @Override
    public Report run(Arguments arguments, Inputs inputs) {
        FailOn failOn = FailOn.of(arguments);
        List<Problem> problems = new ArrayList<>();
        int roles = 0;
        for (String name : arguments.positionals()) {
            RoleSource source = RoleSource.of(inputs, name);
            List<AppFinding> findings = source.findings();
            int found = roles(source, findings);
            if (found == 0 && findings.isEmpty()) {
                throw new BadInputException(name, "there is no role in it: give the template that has the role");
            }
            roles += found;
            findings.forEach(finding -> problems.add(problem(source, finding)));
        }
        problems.sort(Comparator.comparing(Problem::severity));
        return new Report(
                "lint",
                failOn.exitCode(problems),
                problems.isEmpty() ? "clean" : "findings",
                summary(problems, roles),
                List.of(new Section.Problems("findings", "findings", problems)));
    }

    /** What cannot be read is a finding already. */
    private static int roles(RoleSource source, List<AppFinding> findings) {
        boolean unreadable = findings.stream().anyMatch(finding -> finding.rule() == TrustRule.UNREADABLE_TEMPLATE);
        return unreadable ? 0 : source.roles().size();
    }

    private static Problem problem(RoleSource source, AppFinding finding) {
        return new Problem(
                finding.rule(),
                finding.logicalId().isEmpty() || finding.logicalId().equals(finding.path())
                        ? finding.path()
                        : (finding.path() + " (" + finding.logicalId() + ")").strip(),
                new Problem.Place(finding.file(), source.line(finding.file(), finding.location()), finding.location()),
                finding.message(),
                finding.proof(),
                finding.acknowledgement().map(ConstructMetadata.Acknowledgement::reason),
                List.of());
    }

    private static String summary(List<Problem> problems, int roles) {
        String of = roles == 0 ? "" : " in " + FailOn.counted(roles, "role");
        return (problems.isEmpty() ? "nothing is wrong" : FailOn.counts(problems)) + of;
    }
}

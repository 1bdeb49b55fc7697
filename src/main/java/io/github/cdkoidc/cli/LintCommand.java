package io.github.cdkoidc.cli;

import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.ConstructMetadata;
import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.input.RoleSource;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import io.github.cdkoidc.policy.MalformedPolicyException;
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
        int judged = 0;
        for (String name : arguments.positionals()) {
            RoleSource source = RoleSource.of(inputs, name);
            List<AppFinding> findings = source.findings();
            int found = roles(source, findings);
            if (found == 0 && findings.isEmpty()) {
                throw new BadInputException(name, "there is no role in it: give the template that has the role");
            }
            roles += found;
            judged += found == 0 ? 0 : judged(source);
            findings.forEach(finding -> problems.add(problem(source, finding)));
        }
        problems.sort(Comparator.comparing(Problem::severity));
        return new Report(
                "lint",
                failOn.exitCode(problems),
                !problems.isEmpty() ? "findings" : judged == 0 ? "nothingJudged" : "clean",
                summary(problems, roles, judged),
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
                finding.fix(),
                finding.acknowledgement().map(ConstructMetadata.Acknowledgement::reason),
                List.of());
    }

    /** The roles that are about runs of GitHub. What cannot be read is a finding, and counts. */
    private static int judged(RoleSource source) {
        int judged = 0;
        for (Role role : source.roles()) {
            judged += isJudged(role) ? 1 : 0;
        }
        return judged;
    }

    private static boolean isJudged(Role role) {
        try {
            return role.document().get().isAboutGitHub();
        } catch (MalformedPolicyException e) {
            return true;
        }
    }

    private static String summary(List<Problem> problems, int roles, int judged) {
        String of = roles == 0 ? "" : " in " + FailOn.counted(roles, "role");
        String counts = problems.isEmpty() ? "nothing is wrong" : FailOn.counts(problems);
        if (judged == roles) {
            return counts + of;
        }
        String what = FailOn.counted(judged, "GitHub role") + " judged" + of;
        return problems.isEmpty() && judged == 0 ? what : counts + ", " + what;
    }
}

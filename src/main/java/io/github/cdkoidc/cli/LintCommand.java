package io.github.cdkoidc.cli;

import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.ConstructMetadata;
import io.github.cdkoidc.cli.input.BadInputException;
import io.github.cdkoidc.cli.input.Inputs;
import io.github.cdkoidc.cli.input.Source;
import io.github.cdkoidc.cli.report.Format;
import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import io.github.cdkoidc.trust.Severity;
import io.github.cdkoidc.trust.TrustRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Says what is wrong with trust policies. */
final class LintCommand implements Command {

    private static final String FAIL_ON = "--fail-on";
    private static final String NEVER = "never";

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().description("Says what is wrong with trust policies, each with the token that shows it.");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("POLICY")
                .required(true)
                .description(
                        "Trust policies, answers of aws iam get-role, templates of CloudFormation as JSON, folders "
                                + "cdk.out, or - for standard input.")
                .build());
        spec.addOption(Arguments.option(
                FAIL_ON,
                "SEVERITY",
                "The least severity that makes the exit code 1: error, warning, info or never. Default: warning."));
    }

    @Override
    public Set<Format> formats() {
        return EnumSet.allOf(Format.class);
    }

    @Override
    public Report run(Arguments arguments, Inputs inputs) {
        Optional<Severity> fails = fails(arguments);
        List<Problem> problems = new ArrayList<>();
        int roles = 0;
        for (String name : arguments.positionals()) {
            Source source = Source.of(inputs, name);
            List<AppFinding> findings = source.findings();
            int found = roles(source, findings);
            if (found == 0 && findings.isEmpty()) {
                throw new BadInputException(name, "there is no role in it: give the template that has the role");
            }
            roles += found;
            findings.forEach(finding -> problems.add(problem(source, finding)));
        }
        problems.sort(Comparator.comparing(Problem::severity));
        boolean failed = fails.isPresent() && problems.stream().anyMatch(problem -> problem.counts(fails.get()));
        return new Report(
                "lint",
                failed ? Report.SOMETHING_FOUND : Report.NOTHING_TO_SAY,
                problems.isEmpty() ? "clean" : "findings",
                summary(problems, roles),
                List.of(new Section.Problems("findings", "findings", problems)));
    }

    private static Optional<Severity> fails(Arguments arguments) {
        String least = arguments.value(FAIL_ON).orElse("warning").toLowerCase(Locale.ROOT);
        Optional<Severity> fails = Stream.of(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(least))
                .findFirst();
        if (fails.isEmpty() && !least.equals(NEVER)) {
            throw arguments.wrong(FAIL_ON + " \"" + least + "\" is no severity: write error, warning, info or never");
        }
        return fails;
    }

    /** What cannot be read is a finding already. */
    private static int roles(Source source, List<AppFinding> findings) {
        boolean unreadable = findings.stream().anyMatch(finding -> finding.rule() == TrustRule.UNREADABLE_TEMPLATE);
        return unreadable ? 0 : source.roles().size();
    }

    private static Problem problem(Source source, AppFinding finding) {
        return new Problem(
                finding.rule().severity(),
                finding.rule().id(),
                finding.rule().title(),
                finding.logicalId().isEmpty() || finding.logicalId().equals(finding.path())
                        ? finding.path()
                        : (finding.path() + " (" + finding.logicalId() + ")").strip(),
                new Problem.Place(finding.file(), source.line(finding.file(), finding.location()), finding.location()),
                finding.message(),
                finding.rule().fix(),
                finding.rule().source(),
                finding.proof().map(proof -> new Problem.Proof(proof.token(), proof.isAllowed())),
                finding.acknowledgement().map(ConstructMetadata.Acknowledgement::reason));
    }

    private static String summary(List<Problem> problems, int roles) {
        String of = roles == 0 ? "" : " in " + counted(roles, "role");
        if (problems.isEmpty()) {
            return "nothing is wrong" + of;
        }
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = problems.stream()
                    .filter(problem -> problem.acknowledged().isEmpty() && problem.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(
                        severity == Severity.INFO
                                ? count + " info"
                                : counted((int) count, severity.name().toLowerCase(Locale.ROOT)));
            }
        }
        long answered = problems.stream()
                .filter(problem -> problem.acknowledged().isPresent())
                .count();
        if (answered > 0) {
            counts.add(answered + " acknowledged");
        }
        return String.join(", ", counts) + of;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

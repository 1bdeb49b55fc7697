package io.github.cdkoidc.cli;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.cli.input.Role;
import io.github.cdkoidc.cli.report.Problem;
import io.github.cdkoidc.cli.report.Report;
import io.github.cdkoidc.cli.report.Section;
import io.github.cdkoidc.doctor.Diagnosis;
import io.github.cdkoidc.doctor.DoctorFinding;
import io.github.cdkoidc.doctor.DoctorRole;
import io.github.cdkoidc.doctor.DoctorRow;
import io.github.cdkoidc.doctor.RoleCoverage;
import io.github.cdkoidc.trust.coverage.RunCoverage.Answer;
import io.github.cdkoidc.trust.rules.Proof;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.file.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A diagnosis as a report. The roles are by where they are written; granted is what is taken for granted of the repository. */
record DoctorReport(Diagnosis diagnosis, List<Workflow> workflows, Map<DoctorRole, Role> roles, List<String> granted) {

    Report report(FailOn failOn) {
        List<Problem> problems =
                diagnosis.findings().stream().map(this::problem).toList();
        String counts = FailOn.counts(problems);
        return new Report(
                "doctor",
                failOn.exitCode(problems),
                problems.isEmpty() ? "clean" : "findings",
                logins() + unknown() + (counts.isEmpty() ? ", nothing is wrong" : ", " + counts),
                List.of(
                        new Section.Table("runs", "", List.of("job", "run", "role", "answer"), rows(), false),
                        new Section.Words("notes", "", notes()),
                        new Section.Problems("findings", "findings", problems),
                        new Section.Diagram("map", "workflows, roles and accounts", links())));
    }

    private String logins() {
        long logins =
                diagnosis.logins().stream().map(DoctorRow::place).distinct().count();
        return FailOn.counted(logins, "login") + " in " + FailOn.counted(workflows.size(), "workflow");
    }

    /** How many of them have an answer that is not known. */
    private String unknown() {
        long unknown = diagnosis.rows().stream()
                .filter(row -> shown(row).stream().anyMatch(coverage -> coverage.answer() == Answer.UNKNOWN))
                .map(DoctorRow::place)
                .distinct()
                .count();
        return unknown == 0 ? "" : ", " + unknown + " of them cannot be known";
    }

    private List<List<String>> rows() {
        return diagnosis.rows().stream().flatMap(this::rows).distinct().toList();
    }

    private Stream<List<String>> rows(DoctorRow row) {
        List<RoleCoverage> shown = shown(row);
        return shown.isEmpty()
                ? Stream.of(List.of(job(row.run()), run(row.run()), role(row), answer(row)))
                : shown.stream()
                        .map(coverage -> List.of(
                                job(row.run()),
                                run(row.run()),
                                coverage.role().name(),
                                coverage.answer().toString()));
    }

    /** The roles that may admit a run; those that deny it, if none may. */
    private static List<RoleCoverage> shown(DoctorRow row) {
        List<RoleCoverage> asked = row.open().isEmpty() ? row.coverages() : row.open();
        return isAsking(row) ? asked : List.of();
    }

    /** Whether a job logs in, or calls a file of which that is not known. */
    private static boolean isAsking(DoctorRow row) {
        return row.login().isPresent() || row.run().job().call().isPresent();
    }

    private static String role(DoctorRow row) {
        return row.login().map(login -> login.role().shown()).orElse("");
    }

    private static String answer(DoctorRow row) {
        return !isAsking(row) ? "no login" : row.mayGetToken() ? "another role" : "no token";
    }

    private static String job(PredictedRun run) {
        return file(run.workflow()) + " " + String.join("/", run.jobs());
    }

    private static String file(Workflow workflow) {
        return workflow.file().substring(workflow.file().lastIndexOf('/') + 1);
    }

    private static String run(PredictedRun run) {
        String inputs = run.inputs().entrySet().stream()
                .map(input -> ", " + input.getKey() + " " + input.getValue())
                .sorted()
                .collect(joining());
        String environment =
                run.environment().map(name -> ", environment " + name.shown()).orElse("");
        return (run.trigger().event() + " " + run.ref().shown()).strip() + environment + inputs;
    }

    /** What the answers depend on that are neither yes nor no, and what of the workflows is not understood. */
    private List<String> notes() {
        Set<String> notes = new LinkedHashSet<>(granted);
        for (DoctorRow row : diagnosis.rows()) {
            for (RoleCoverage coverage : shown(row)) {
                if (coverage.answer() == Answer.SOMETIMES || coverage.answer() == Answer.UNKNOWN) {
                    notes.add(row.place() + ", " + run(row.run()) + ", " + coverage.role() + ": " + coverage);
                }
            }
        }
        workflows.forEach(workflow -> workflow.notUnderstood().forEach(part -> notes.add(part.toString())));
        return List.copyOf(notes);
    }

    private Problem problem(DoctorFinding finding) {
        Optional<Role> role = finding.role().flatMap(one -> Optional.ofNullable(roles.get(one)));
        return new Problem(
                finding.rule(),
                finding.role().map(DoctorRole::name).orElse(""),
                finding.place()
                        .map(place -> new Problem.Place(place.file(), place.line(), ""))
                        .or(() -> role.map(one -> new Problem.Place(one.file(), one.line(), "")))
                        .orElseThrow(),
                finding.message(),
                finding.token()
                        .flatMap(token -> finding.role()
                                .map(one -> new Proof(
                                        token, one.policy().decide(token).isAllowed()))),
                finding.fix().orElse(finding.rule().fix()),
                Optional.empty(),
                finding.remedies().stream()
                        .map(remedy -> new Problem.Paste(remedy.where(), remedy.language(), remedy.text()))
                        .toList());
    }

    /** From each workflow to the roles that may admit its runs, or deny them all, and from those to their accounts. */
    private List<Section.Link> links() {
        Set<Section.Link> links = new LinkedHashSet<>();
        Set<DoctorRole> reached = new LinkedHashSet<>();
        for (DoctorRow row : diagnosis.rows()) {
            for (RoleCoverage coverage : shown(row)) {
                String label = String.join("/", row.run().jobs());
                links.add(new Section.Link(
                        file(row.run().workflow()),
                        coverage.role().name(),
                        coverage.answer() == Answer.ALWAYS ? label : label + ": " + coverage.answer()));
                reached.add(coverage.role());
            }
        }
        reached.forEach(role -> links.add(new Section.Link(
                role.name(),
                role.account().map(account -> "account " + account).orElse("the account that it is deployed to"),
                "")));
        return List.copyOf(links);
    }
}

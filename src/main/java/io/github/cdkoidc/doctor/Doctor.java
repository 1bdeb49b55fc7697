package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.Predictor;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a repository's workflows with roles. */
public final class Doctor {

    private static final List<DoctorCheck> CHECKS = List.of(
            new PermissionCheck(),
            new DenialCheck(),
            new OrphanCheck(),
            new SessionCheck(),
            new OutsiderCheck(),
            new EnvironmentNameCheck(),
            new ForeignWorkflowCheck(),
            new ForkCheck(),
            new UnusedRoleCheck());

    private static final ClaimText ANY_AUDIENCE =
            new ClaimText.Unknown("audience", "the job has no login that is known, and may ask for any audience");

    private final GitHubRepository repository;
    private final GitHubIssuer issuer;
    private final Predictor predictor;

    private Doctor(GitHubRepository repository, GitHubIssuer issuer, Predictor predictor) {
        this.repository = repository;
        this.issuer = issuer;
        this.predictor = predictor;
    }

    /** A doctor for a repository on github.com; with ids, both spellings of its subject are looked at. */
    public static Doctor of(GitHubRepository repository) {
        return new Doctor(repository, GitHubIssuer.GITHUB_COM, Predictor.of(repository));
    }

    /** The same, where the default branch is known, such as {@code main}. */
    public Doctor withDefaultBranch(String name) {
        return new Doctor(repository, issuer, predictor.withDefaultBranch(name));
    }

    /** The same for another GitHub than github.com. */
    public Doctor withIssuer(GitHubIssuer other) {
        return new Doctor(repository, other, predictor.withIssuer(other));
    }

    /** Says which role admits which run, and what is wrong. Workflows that make too many runs are an {@link IllegalArgumentException}. */
    public Diagnosis examine(List<Workflow> workflows, List<DoctorRole> roles) {
        List<DoctorRow> rows = predictor.predict(workflows).stream()
                .flatMap(run -> rows(run, roles))
                .toList();
        DoctorContext context = new DoctorContext(repository, issuer, List.copyOf(roles), rows);
        List<DoctorFinding> findings = CHECKS.stream()
                .flatMap(check -> check.findings(context))
                .distinct()
                .toList();
        return new Diagnosis(rows, worstFirst(findings));
    }

    /** Without those of roles that nothing uses, if it is because of something else that was found. */
    private static List<DoctorFinding> worstFirst(List<DoctorFinding> findings) {
        Set<DoctorRole> meant = findings.stream()
                .filter(finding -> finding.rule() != DoctorRule.UNUSED_ROLE)
                .flatMap(finding -> finding.role().stream())
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> finding.rule() != DoctorRule.UNUSED_ROLE
                        || finding.role().filter(meant::contains).isEmpty())
                .sorted(Comparator.comparing(finding -> finding.rule().severity()))
                .toList();
    }

    /** A row for each login with a token; one without a login if there is none, and the job may ask for a token otherwise. */
    private static Stream<DoctorRow> rows(PredictedRun run, List<DoctorRole> roles) {
        List<AwsLogin> logins =
                run.logins().stream().filter(login -> login.oidcOff().isEmpty()).toList();
        return logins.isEmpty()
                ? Stream.of(row(run, Optional.empty(), ANY_AUDIENCE, roles))
                : logins.stream()
                        .map(login ->
                                row(run, Optional.of(login), login.audience(), Candidates.of(login.role(), roles)));
    }

    private static DoctorRow row(
            PredictedRun run, Optional<AwsLogin> login, ClaimText audience, List<DoctorRole> roles) {
        List<DoctorRole> asked = run.idToken().granted().orElse(true) ? roles : List.of();
        return new DoctorRow(
                run,
                login,
                asked.stream().map(role -> RoleCoverage.of(role, run, audience)).toList());
    }
}

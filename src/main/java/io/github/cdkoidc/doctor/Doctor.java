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

/** Holds a repository's workflows against roles. */
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

    /**
     * A doctor for a repository on github.com.
     *
     * @param repository the repository; with ids, both spellings of its subject are looked at
     * @return the doctor
     */
    public static Doctor of(GitHubRepository repository) {
        return new Doctor(repository, GitHubIssuer.GITHUB_COM, Predictor.of(repository));
    }

    /**
     * The same, where the default branch is known.
     *
     * @param name the branch, such as {@code main}
     * @return the doctor
     * @throws IllegalArgumentException if no branch can be called so
     */
    public Doctor withDefaultBranch(String name) {
        return new Doctor(repository, issuer, predictor.withDefaultBranch(name));
    }

    /**
     * The same for another GitHub than github.com.
     *
     * @param other who mints the tokens
     * @return the doctor
     */
    public Doctor withIssuer(GitHubIssuer other) {
        return new Doctor(repository, other, predictor.withIssuer(other));
    }

    /**
     * Says which role lets in which run, and what is wrong.
     *
     * @param workflows the workflows of the repository
     * @param roles the roles that they may assume
     * @return the table and the findings
     * @throws IllegalArgumentException if the workflows make too many runs
     */
    public Diagnosis examine(List<Workflow> workflows, List<DoctorRole> roles) {
        List<DoctorRow> rows = predictor.predict(workflows).stream()
                .flatMap(run -> rows(run, roles))
                .toList();
        DoctorContext chart = new DoctorContext(repository, issuer, List.copyOf(roles), rows);
        List<DoctorFinding> findings = CHECKS.stream()
                .flatMap(check -> check.findings(chart))
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
        boolean token = run.idToken().granted().orElse(true);
        List<DoctorRow> logins = run.logins().stream()
                .filter(login -> login.oidcOff().isEmpty())
                .map(login -> new DoctorRow(run, Optional.of(login), token ? verdicts(run, login, roles) : List.of()))
                .toList();
        if (!logins.isEmpty()) {
            return logins.stream();
        }
        List<RoleCoverage> verdicts = token
                ? roles.stream()
                        .map(role -> RoleCoverage.of(role, run, ANY_AUDIENCE))
                        .toList()
                : List.of();
        return Stream.of(new DoctorRow(run, Optional.empty(), verdicts));
    }

    private static List<RoleCoverage> verdicts(PredictedRun run, AwsLogin login, List<DoctorRole> roles) {
        return Candidates.of(login.role(), roles).stream()
                .map(role -> RoleCoverage.of(role, run, login))
                .toList();
    }
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.file.Permissions;
import java.util.List;
import java.util.Optional;

/**
 * A run, the login that asks for the token, if one is known to, and the answers of the roles that the login can mean: none if the run
 * gets no token, or the login means another role.
 */
public record DoctorRow(PredictedRun run, Optional<AwsLogin> login, List<RoleCoverage> coverages) {

    public DoctorRow {
        coverages = List.copyOf(coverages);
    }

    /** Where the login is, or else the job. */
    public SourceLocation place() {
        return login.map(AwsLogin::place).orElseGet(run::place);
    }

    /** False if the run surely gets no token. */
    public boolean mayGetToken() {
        return run.idToken().granted().orElse(true);
    }

    /** Whether roles are asked and all deny the run. */
    boolean isDenied() {
        return !coverages.isEmpty() && open().isEmpty();
    }

    /** The answers of the roles that may admit the run. */
    public List<RoleCoverage> open() {
        return coverages.stream()
                .filter(one -> one.answer() != RunCoverage.Answer.NEVER)
                .toList();
    }

    String event() {
        return run.trigger().event();
    }

    /** The permissions that are written for the job. */
    Optional<Permissions> permissions() {
        return run.job().permissions().or(() -> run.file().permissions());
    }

    /** Where a remedy for the job goes. */
    String job() {
        return "job " + run.job().id() + " in " + run.file().file();
    }
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.PredictedRun;
import java.util.List;
import java.util.Optional;

/**
 * A run, and what the roles answer.
 *
 * @param login the login that asks for the token; nothing if the job has none that is known to
 * @param coverages the answers of the roles that the login can mean; none if the run gets no token, or the login means another role
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
        return !coverages.isEmpty() && coverages.stream().allMatch(one -> one.answer() == RunCoverage.Answer.NEVER);
    }

    /** Where a remedy for the job goes. */
    String job() {
        return "job " + run.job().id() + " in " + run.file().file();
    }
}

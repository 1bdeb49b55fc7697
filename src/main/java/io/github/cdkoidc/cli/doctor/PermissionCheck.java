package io.github.cdkoidc.cli.doctor;

import io.github.cdkoidc.workflow.IdToken;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds logins of jobs that get no token. */
final class PermissionCheck implements DoctorCheck {

    @Override
    public Stream<DoctorFinding> findings(Chart chart) {
        return chart.logins()
                .filter(row -> row.run().idToken().granted().equals(Optional.of(false)))
                .map(PermissionCheck::finding);
    }

    private static DoctorFinding finding(DoctorRow row) {
        IdToken idToken = row.run().idToken();
        boolean here = idToken.place().file().equals(row.run().file().file());
        return DoctorFinding.at(
                DoctorRule.MISSING_PERMISSION,
                row.place(),
                "job " + row.run().job().id() + " logs in with a token and gets none: " + idToken.why() + " ("
                        + idToken.place() + ")",
                Remedy.yaml(
                        here ? row.job() : "the job that calls it, in " + idToken.place(),
                        "permissions:",
                        "  contents: read",
                        "  id-token: write"));
    }
}

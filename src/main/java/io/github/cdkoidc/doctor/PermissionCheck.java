package io.github.cdkoidc.doctor;

import io.github.cdkoidc.workflow.IdToken;
import io.github.cdkoidc.workflow.file.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds logins of jobs that get no token. */
final class PermissionCheck implements DoctorCheck {

    private static final List<String> OTHERS = List.of("contents: read");

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.logins()
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
                List.of(Remedy.yaml(
                        here ? row.job() : "the job that calls it, in " + idToken.place(),
                        "permissions:",
                        "  " + String.join("\n  ", here ? others(row) : OTHERS),
                        "  id-token: write")));
    }

    /** Those that the job has, because the permissions of a job replace those of its file. */
    private static List<String> others(DoctorRow row) {
        return row.permissions()
                .map(Permissions::others)
                .filter(list -> !list.isEmpty())
                .orElse(OTHERS);
    }
}

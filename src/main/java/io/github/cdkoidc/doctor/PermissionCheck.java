package io.github.cdkoidc.doctor;

import io.github.cdkoidc.workflow.IdToken;
import io.github.cdkoidc.workflow.file.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds logins of jobs that get no token. */
final class PermissionCheck implements DoctorCheck {

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
                here
                        ? inJob(row)
                        : permissions("the job that calls it, in " + idToken.place(), List.of("contents: read")));
    }

    /** With those that the job has, because the permissions of a job replace those of its file. */
    private static Remedy inJob(DoctorRow row) {
        List<String> others = row.run()
                .job()
                .permissions()
                .or(() -> row.run().file().permissions())
                .map(Permissions::others)
                .filter(list -> !list.isEmpty())
                .orElse(List.of("contents: read"));
        return permissions(row.job(), others);
    }

    private static Remedy permissions(String where, List<String> others) {
        Stream<String> all = Stream.concat(others.stream(), Stream.of("id-token: write"));
        return Remedy.yaml(
                where,
                Stream.concat(Stream.of("permissions:"), all.map("  "::concat)).toArray(String[]::new));
    }
}

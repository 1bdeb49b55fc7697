package io.github.cdkoidc.doctor;

import io.github.cdkoidc.workflow.file.Job;
import io.github.cdkoidc.workflow.file.Permissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds jobs that let a file of another owner, at a ref that can be moved, ask for the repository's tokens. */
final class ForeignWorkflowCheck implements DoctorCheck {

    private static final Pattern CALL = Pattern.compile("(([^./@][^/@]*)/[^@]+)@(.+)");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.rows().stream()
                .flatMap(row -> row.run().job().call().stream()
                        .filter(call -> isGranted(row))
                        .flatMap(call -> finding(row, call, context.repository().owner()).stream()));
    }

    /** Whether the permissions that are written for the job have {@code id-token: write}. */
    private static boolean isGranted(DoctorRow row) {
        return row.mayGetToken()
                && row.permissions().flatMap(Permissions::idToken).equals(Optional.of(true));
    }

    private static Optional<DoctorFinding> finding(DoctorRow row, Job.Call call, String owner) {
        Matcher parts = CALL.matcher(call.workflow());
        if (!parts.matches()
                || parts.group(2).toLowerCase(Locale.ROOT).equals(owner.toLowerCase(Locale.ROOT))
                || COMMIT.matcher(parts.group(3)).matches()) {
            return Optional.empty();
        }
        String commit = parts.group(1) + "@COMMIT";
        return Optional.of(DoctorFinding.at(
                DoctorRule.FOREIGN_WORKFLOW,
                call.place(),
                "job " + row.run().job().id() + " gives tokens of this repository to " + call.workflow() + ", and "
                        + parts.group(2) + " can change what " + parts.group(3) + " is",
                List.of(
                        Remedy.yaml(row.job() + ", with the 40 digits of a commit that was read", "uses: " + commit),
                        Remedy.java(
                                "the builder of the role",
                                ".claim(GitHubClaim.JOB_WORKFLOW_REF, \"" + commit + "\")"))));
    }
}

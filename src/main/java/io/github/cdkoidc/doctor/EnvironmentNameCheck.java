package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds names of environments that look like others in {@code sub}. */
final class EnvironmentNameCheck implements DoctorCheck {

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.logins().flatMap(row -> finding(row).stream());
    }

    private static Optional<DoctorFinding> finding(DoctorRow row) {
        return row.run()
                .environment()
                .filter(ClaimText.Known.class::isInstance)
                .map(ClaimText::shown)
                .flatMap(name -> SubjectFormat.twin(name)
                        .map(twin -> DoctorFinding.at(
                                DoctorRule.AMBIGUOUS_ENVIRONMENT,
                                row.run().place(),
                                "environment \"" + name + "\" presents the same sub as environment \"" + twin + "\"",
                                remedies(row, SubjectFormat.unescaped(name).replace(":", "-")))));
    }

    /** GitHub makes an environment that it does not find, without protection; and the roles know the old name only. */
    private static List<Remedy> remedies(DoctorRow row, String name) {
        Remedy job = Remedy.yamlKey(
                row.job() + ", once there is an environment of that name with the same protection rules",
                "environment",
                name);
        Stream<Remedy> roles =
                row.open().stream().map(one -> TrustRemedy.environment(one.role(), name, "in place of the old name"));
        return Stream.concat(Stream.of(job), roles).toList();
    }
}

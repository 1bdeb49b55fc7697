package io.github.cdkoidc.cli.doctor;

import io.github.cdkoidc.workflow.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds names of environments that look like others in {@code sub}. */
final class EnvironmentNameCheck implements DoctorCheck {

    @Override
    public Stream<DoctorFinding> findings(Chart chart) {
        return chart.logins().flatMap(row -> finding(row).stream());
    }

    private static Optional<DoctorFinding> finding(DoctorRow row) {
        return row.run()
                .environment()
                .filter(Value.Known.class::isInstance)
                .map(Value::shown)
                .filter(name -> !twin(name).equals(name))
                .map(name -> DoctorFinding.at(
                        DoctorRule.AMBIGUOUS_ENVIRONMENT,
                        row.run().place(),
                        "environment \"" + name + "\" presents the same sub as environment \"" + twin(name) + "\"",
                        Remedy.yaml(
                                row.job(),
                                "environment: " + name.replace("%3A", ":").replace(":", "-"))));
    }

    /** Another name that is written alike. */
    private static String twin(String name) {
        return name.indexOf(':') >= 0 ? name.replace(":", "%3A") : name.replace("%3A", ":");
    }
}

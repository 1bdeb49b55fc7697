package io.github.cdkoidc.cli.doctor;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds logins that run for the pull requests of forks too. Where a condition is not followed, nothing is said. */
final class ForkCheck implements DoctorCheck {

    private static final String OWN = "if: github.event.pull_request.head.repo.full_name == github.repository";

    @Override
    public Stream<DoctorFinding> findings(Chart chart) {
        return chart.logins()
                .filter(row -> row.run().trigger().event().equals("pull_request"))
                .filter(row -> row.run().idToken().granted().equals(Optional.of(true)))
                .filter(row -> row.run().perhaps().isEmpty()
                        && row.login().orElseThrow().perhaps().isEmpty())
                .map(row -> DoctorFinding.at(
                        DoctorRule.FORK_WITHOUT_TOKEN,
                        row.run().place(),
                        "job " + row.run().job().id()
                                + " runs for pull requests from forks too, which get no token whatever the permissions say",
                        Remedy.yaml(row.job(), OWN)));
    }
}

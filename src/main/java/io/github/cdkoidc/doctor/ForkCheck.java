package io.github.cdkoidc.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds logins that run for the pull requests of forks too. Where a condition is not followed, nothing is said. */
final class ForkCheck implements DoctorCheck {

    private static final String EVENT = "pull_request";
    private static final String OWN = "github.event.pull_request.head.repo.full_name == github.repository";

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.logins()
                .filter(row -> row.event().equals(EVENT))
                .filter(row -> row.run().idToken().granted().equals(Optional.of(true)))
                .filter(row -> row.run().perhaps().isEmpty()
                        && row.login().orElseThrow().perhaps().isEmpty())
                .map(row -> DoctorFinding.at(
                        DoctorRule.FORK_WITHOUT_TOKEN,
                        row.run().place(),
                        "job " + row.run().job().id()
                                + " runs for pull requests from forks too, which get no token whatever the permissions say",
                        List.of(JobCondition.and(row, ownOnly(context, row)))));
    }

    /** Other events know no pull request, and are let through. */
    private static String ownOnly(DoctorContext context, DoctorRow row) {
        boolean alone = context.rows().stream()
                .filter(other -> other.run().file().equals(row.run().file()))
                .allMatch(other -> other.event().equals(EVENT));
        return alone ? OWN : "github.event_name != '" + EVENT + "' || " + OWN;
    }
}

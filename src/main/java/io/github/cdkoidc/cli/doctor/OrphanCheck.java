package io.github.cdkoidc.cli.doctor;

import io.github.cdkoidc.trust.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds logins that a role would let in which lets in no run of the repository, if their workflow said something else. Which role a
 * login means may not be known: it is taken to be the one that it is named like.
 */
final class OrphanCheck implements DoctorCheck {

    @Override
    public Stream<DoctorFinding> findings(Chart chart) {
        return chart.roles().stream()
                .filter(role -> UnusedRoleCheck.isUnused(role, chart))
                .flatMap(role -> finding(chart, role).stream());
    }

    private static Optional<DoctorFinding> finding(Chart chart, DoctorRole role) {
        return chart.meantAlike().stream()
                .map(alike -> alike.get(0))
                .filter(row ->
                        row.verdicts().stream().anyMatch(one -> one.role().equals(role)))
                .filter(row -> Likeness.ofNames(row, role) > likenessOfOthers(row))
                .sorted(Comparator.comparingInt((DoctorRow row) -> Likeness.ofNames(row, role))
                        .reversed())
                .flatMap(row -> cause(chart, row, role).stream())
                .findFirst();
    }

    /** How much the login is named like a role that lets it in, or may. */
    private static int likenessOfOthers(DoctorRow row) {
        return row.verdicts().stream()
                .filter(one -> one.answer() != Verdict.Answer.NEVER)
                .mapToInt(one -> Likeness.ofNames(row, one.role()))
                .max()
                .orElse(0);
    }

    private static Optional<DoctorFinding> cause(Chart chart, DoctorRow row, DoctorRole role) {
        return row.verdicts().stream()
                .filter(verdict -> verdict.role().equals(role))
                .flatMap(verdict -> verdict.refused().stream())
                .findFirst()
                .flatMap(token -> DenialCheck.cause(chart, row, List.of(role), token)
                        .map(finding -> finding.proved(Optional.of(token))));
    }
}

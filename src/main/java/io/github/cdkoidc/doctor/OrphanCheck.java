package io.github.cdkoidc.doctor;

import io.github.cdkoidc.trust.coverage.RunCoverage;
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
    public Stream<DoctorFinding> findings(DoctorContext chart) {
        return chart.roles().stream()
                .filter(role -> UnusedRoleCheck.isUnused(role, chart))
                .flatMap(role -> finding(chart, role).stream());
    }

    private static Optional<DoctorFinding> finding(DoctorContext chart, DoctorRole role) {
        return chart.meantAlike().stream()
                .map(alike -> alike.get(0))
                .filter(row ->
                        row.verdicts().stream().anyMatch(one -> one.role().equals(role)))
                .filter(row -> RoleSimilarity.ofNames(row, role) > likenessOfOthers(row))
                .sorted(Comparator.comparingInt((DoctorRow row) -> RoleSimilarity.ofNames(row, role))
                        .reversed())
                .flatMap(row -> cause(chart, row, role).stream())
                .findFirst();
    }

    /** How much the login is named like a role that lets it in, or may. */
    private static int likenessOfOthers(DoctorRow row) {
        return row.verdicts().stream()
                .filter(one -> one.answer() != RunCoverage.Answer.NEVER)
                .mapToInt(one -> RoleSimilarity.ofNames(row, one.role()))
                .max()
                .orElse(0);
    }

    private static Optional<DoctorFinding> cause(DoctorContext chart, DoctorRow row, DoctorRole role) {
        return row.verdicts().stream()
                .filter(verdict -> verdict.role().equals(role))
                .flatMap(verdict -> verdict.refused().stream())
                .findFirst()
                .flatMap(token -> DenialCheck.cause(chart, row, List.of(role), token)
                        .map(finding -> finding.proved(Optional.of(token))));
    }
}

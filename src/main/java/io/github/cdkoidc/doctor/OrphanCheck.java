package io.github.cdkoidc.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds logins that a role would admit, which admits no run of the repository, if their workflow said something else. Which role a
 * login means may not be known: it is taken to be the one that it is named like.
 */
final class OrphanCheck implements DoctorCheck {

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.roles().stream()
                .filter(role -> UnusedRoleCheck.isUnused(role, context))
                .flatMap(role -> finding(context, role).stream());
    }

    private static Optional<DoctorFinding> finding(DoctorContext context, DoctorRole role) {
        return context.meantAlike().stream()
                .map(alike -> alike.get(0))
                .filter(row ->
                        row.coverages().stream().anyMatch(one -> one.role().equals(role)))
                .filter(row -> RoleSimilarity.ofNames(row, role) > similarityOfOthers(row))
                .sorted(Comparator.comparingInt((DoctorRow row) -> RoleSimilarity.ofNames(row, role))
                        .reversed())
                .flatMap(row -> cause(context, row, role).stream())
                .findFirst();
    }

    /** How much the login is named like a role that admits it, or may. */
    private static int similarityOfOthers(DoctorRow row) {
        return row.open().stream()
                .mapToInt(one -> RoleSimilarity.ofNames(row, one.role()))
                .max()
                .orElse(0);
    }

    private static Optional<DoctorFinding> cause(DoctorContext context, DoctorRow row, DoctorRole role) {
        return row.coverages().stream()
                .filter(coverage -> coverage.role().equals(role))
                .flatMap(coverage -> coverage.refused().stream())
                .findFirst()
                .flatMap(token -> DenialCheck.cause(context, row, List.of(role), token)
                        .map(finding -> finding.proved(Optional.of(token))));
    }
}

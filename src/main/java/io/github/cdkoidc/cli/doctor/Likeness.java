package io.github.cdkoidc.cli.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says which role a denied run was most likely meant for. */
final class Likeness {

    private Likeness() {}

    /** The roles of a row, those first that ask for a subject that begins like the token's. */
    static List<DoctorRole> nearestFirst(DoctorRow row, GitHubClaims token) {
        String sub = token.get("sub").orElse("");
        return row.verdicts().stream()
                .map(RunVerdict::role)
                .sorted(Comparator.comparingInt((DoctorRole role) -> likeness(role, sub))
                        .reversed())
                .toList();
    }

    private static int likeness(DoctorRole role, String sub) {
        return role.policy().statements().stream()
                .map(Statement::conditions)
                .flatMap(List::stream)
                .filter(condition -> condition.key().toLowerCase(Locale.ROOT).endsWith(":sub"))
                .flatMap(condition -> condition.values().stream())
                .mapToInt(value -> sameStart(value.asText(), sub))
                .max()
                .orElse(0);
    }

    private static int sameStart(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which role a run was most likely meant for, where several may be meant. */
final class RoleSimilarity {

    /** What the CDK puts behind the name of a construct. */
    private static final Pattern HASH = Pattern.compile("(?<=.)[0-9A-F]{8}$");

    private static final int SHORTEST = 3;

    private RoleSimilarity() {}

    /** The roles of a row, those first that ask for a subject that begins like the token's. */
    static List<DoctorRole> nearestFirst(DoctorRow row, GitHubClaims token) {
        String sub = token.get("sub").orElse("");
        return row.coverages().stream()
                .map(RoleCoverage::role)
                .sorted(Comparator.comparingInt((DoctorRole role) -> similarity(role, sub))
                        .reversed())
                .toList();
    }

    private static int similarity(DoctorRole role, String sub) {
        return role.policy().document().statements().stream()
                .flatMap(statement -> statement.conditions().stream())
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

    /** How many letters of the role's name are in what the login has for {@code role-to-assume}, as in {@code DEPLOY_ROLE_ARN}. */
    static int ofNames(DoctorRow row, DoctorRole role) {
        String wanted = letters(row.login().map(login -> login.role().shown()).orElse(""));
        return Stream.of(role.name().split("/", -1))
                .map(part -> letters(HASH.matcher(part).replaceFirst("")))
                .filter(part -> part.length() >= SHORTEST && wanted.contains(part))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

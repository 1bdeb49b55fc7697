package io.github.cdkoidc.doctor;

import io.github.cdkoidc.policy.SessionLimits;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds sessions that are longer than AWS grants. */
final class SessionCheck implements DoctorCheck {

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        Stream<DoctorFinding> chained = context.rows().stream()
                .flatMap(row -> row.run().logins().stream()
                        .filter(login -> login.chained() && seconds(login) > SessionLimits.CHAINED)
                        .map(login -> DoctorFinding.at(
                                DoctorRule.SESSION_LONGER_THAN_CHAINING,
                                login.place(),
                                "session of " + seconds(login) + " seconds is longer than the " + SessionLimits.CHAINED
                                        + " that AWS grants a chained role",
                                List.of(shorter(SessionLimits.CHAINED, login)))));
        return Stream.concat(chained, context.logins().flatMap(row -> tooLong(row).stream()));
    }

    private static long seconds(AwsLogin login) {
        return login.durationSeconds() instanceof ClaimText.Known known
                        && known.text().matches("\\d{1,9}")
                ? Long.parseLong(known.text())
                : 0;
    }

    private static Remedy shorter(int seconds, AwsLogin login) {
        return Remedy.yaml("with: of the login at " + login.place(), "role-duration-seconds: " + seconds);
    }

    private static int longest(DoctorRole role) {
        return role.maxSessionSeconds().orElse(SessionLimits.LONGEST);
    }

    /** A finding if no role that may admit the run allows the session. */
    private static Optional<DoctorFinding> tooLong(DoctorRow row) {
        AwsLogin login = row.login().orElseThrow();
        List<DoctorRole> roles = row.open().stream().map(RoleCoverage::role).toList();
        long seconds = seconds(login);
        return roles.stream()
                .max(Comparator.comparingInt(SessionCheck::longest))
                .filter(role -> longest(role) < seconds)
                .map(role -> DoctorFinding.at(
                                DoctorRule.SESSION_LONGER_THAN_ROLE,
                                login.place(),
                                "session of " + seconds + " seconds is longer than the " + longest(role) + " that role "
                                        + role.name() + " allows",
                                remedies(role, login, seconds))
                        .about(role));
    }

    private static List<Remedy> remedies(DoctorRole role, AwsLogin login, long seconds) {
        Remedy shorter = shorter(longest(role), login);
        return seconds > SessionLimits.LONGEST
                ? List.of(shorter)
                : List.of(
                        shorter,
                        Remedy.java(
                                "the builder of role " + role.name(),
                                ".maxSessionDuration(Duration.seconds(" + seconds + "))"));
    }
}

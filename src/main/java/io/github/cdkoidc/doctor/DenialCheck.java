package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.decision.Reason;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds logins that no role admits, and says why. A cause is only named if the run would be admitted without it; the causes that name
 * what to change come first.
 */
final class DenialCheck implements DoctorCheck {

    private static final Set<String> TWO = Set.of("push", "pull_request");

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.meantAlike().stream()
                .filter(rows -> rows.stream().allMatch(DoctorRow::isDenied))
                .map(rows -> rows.get(0))
                .flatMap(row -> refused(row).stream().map(token -> finding(context, row, token)));
    }

    /** A token that is denied. Of what is not known, none is made up, and nothing is said. */
    private static Optional<GitHubClaims> refused(DoctorRow row) {
        return row.coverages().stream().flatMap(one -> one.refused().stream()).findFirst();
    }

    private static DoctorFinding finding(DoctorContext context, DoctorRow row, GitHubClaims token) {
        List<DoctorRole> roles = RoleSimilarity.nearestFirst(row, token);
        return twoSubjects(context, row, token)
                .or(() -> cause(context, row, roles, token))
                .orElseGet(() -> unexplained(row, roles.get(0), token))
                .proved(Optional.of(token));
    }

    /** Why one of some roles denies a run, if it is one thing. */
    static Optional<DoctorFinding> cause(
            DoctorContext context, DoctorRow row, List<DoctorRole> roles, GitHubClaims token) {
        return first(roles, role -> audience(context, row, role))
                .or(() -> first(roles, role -> EnvironmentCause.replacesRef(context, row, role, token)))
                .or(() -> first(roles, role -> EnvironmentCause.isMissing(context, row, role, token)));
    }

    private static Optional<DoctorFinding> first(
            List<DoctorRole> roles, Function<DoctorRole, Optional<DoctorFinding>> cause) {
        return roles.stream().flatMap(role -> cause.apply(role).stream()).findFirst();
    }

    /** The token is for another audience than the role's. */
    private static Optional<DoctorFinding> audience(DoctorContext context, DoctorRow row, DoctorRole role) {
        AwsLogin login = row.login().orElseThrow();
        return context.whatIf(row)
                .filter(whatIf -> login.audience() instanceof ClaimText.Known)
                .flatMap(whatIf -> role.admitted(whatIf.forAnyAudience()).stream())
                .flatMap(token -> token.get("aud").stream())
                .map(wanted -> DoctorFinding.at(
                                DoctorRule.AUDIENCE_DIFFERS,
                                login.place(),
                                "login asks for a token for " + login.audience().shown() + ", and role " + role.name()
                                        + " admits one for " + wanted,
                                List.of(Remedy.yamlKey("with: of the login at " + login.place(), "audience", wanted)))
                        .about(role))
                .findFirst();
    }

    private static Optional<DoctorFinding> twoSubjects(DoctorContext context, DoctorRow row, GitHubClaims token) {
        String event = row.event();
        return context.logins()
                .filter(other -> TWO.contains(event) && isOther(row, other))
                .flatMap(other -> other.coverages().stream()
                        .filter(RoleCoverage::surelyAdmits)
                        .flatMap(coverage -> coverage.admitted().stream()
                                .map(admitted -> twoSubjects(row, token, coverage.role(), other, admitted))))
                .findFirst();
    }

    /** Whether the other is the same login on the other of the two events. */
    private static boolean isOther(DoctorRow row, DoctorRow other) {
        String event = other.event();
        return TWO.contains(event)
                && !event.equals(row.event())
                && other.run().workflow().equals(row.run().workflow())
                && other.run().jobs().equals(row.run().jobs())
                && other.place().equals(row.place());
    }

    private static DoctorFinding twoSubjects(
            DoctorRow row, GitHubClaims token, DoctorRole role, DoctorRow other, GitHubClaims admitted) {
        String accepted = other.event();
        return DoctorFinding.at(
                        DoctorRule.TWO_SUBJECTS,
                        row.run().place(),
                        "job " + row.run().job().id() + " presents " + WhatIf.context(admitted) + " on " + accepted
                                + ", which role " + role.name() + " admits, and " + WhatIf.context(token) + " on "
                                + row.event() + ", which no role does",
                        List.of(JobCondition.and(row, "github.event_name != '" + row.event() + "'")))
                .about(role);
    }

    private static DoctorFinding unexplained(DoctorRow row, DoctorRole nearest, GitHubClaims token) {
        String causes = Stream.concat(
                        nearest.policy().decide(token).reasons().stream().map(Reason::cause),
                        Obstacles.of(nearest, token))
                .distinct()
                .collect(Collectors.joining("; and "));
        String message = "job " + row.run().job().id() + " presents "
                + row.run().tokens().get(0).sub().shown() + " on "
                + row.event() + ", which no role admits; nearest is role " + nearest.name()
                + (causes.isEmpty() ? "" : ": " + example(row, token) + causes);
        return DoctorFinding.at(
                        DoctorRule.NO_ROLE_ACCEPTS,
                        row.place(),
                        message,
                        Stream.concat(leftOut(row), TrustRemedy.of(row, nearest, token).stream())
                                .toList())
                .about(nearest);
    }

    /** Of many runs the causes are those of one, which is named. */
    private static String example(DoctorRow row, GitHubClaims token) {
        String sub = token.get("sub").orElse("");
        return row.run().tokens().get(0).sub().shown().equals(sub) ? "" : "for example, of " + sub + " ";
    }

    /** The code of a pull request is better left out than admitted. */
    private static Stream<Remedy> leftOut(DoctorRow row) {
        return row.event().equals("pull_request")
                ? Stream.of(JobCondition.and(row, "github.event_name != 'pull_request'"))
                : Stream.empty();
    }
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.decision.Decision;
import io.github.cdkoidc.trust.decision.Reason;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds logins that no role admits, and says why. A cause is only named if the run would be admitted without it; the causes that name
 * what to change come first.
 */
final class DenialCheck implements DoctorCheck {

    private static final String PUSH = "push";
    private static final String PULL_REQUEST = "pull_request";

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
        return first(roles, role -> audience(context, row, role, token))
                .or(() -> first(roles, role -> EnvironmentCause.replacesRef(context, row, role, token)))
                .or(() -> first(roles, role -> EnvironmentCause.isMissing(context, row, role, token)));
    }

    private static Optional<DoctorFinding> first(
            List<DoctorRole> roles, Function<DoctorRole, Optional<DoctorFinding>> cause) {
        return roles.stream().flatMap(role -> cause.apply(role).stream()).findFirst();
    }

    /** The token is for another audience than the role's. */
    private static Optional<DoctorFinding> audience(
            DoctorContext context, DoctorRow row, DoctorRole role, GitHubClaims token) {
        AwsLogin login = row.login().orElseThrow();
        return context.whatIf(row)
                .filter(whatIf -> login.audience() instanceof ClaimText.Known)
                .flatMap(whatIf -> role.admitted(whatIf.forAnyAudience()).stream())
                .flatMap(admitted -> admitted.get("aud").stream())
                .map(wanted -> audience(login, role, token, wanted))
                .findFirst();
    }

    /** The role is changed unless the login asks for an audience of its own: a provider takes tokens for those that it names alone. */
    private static DoctorFinding audience(AwsLogin login, DoctorRole role, GitHubClaims token, String wanted) {
        String asked = login.audience().shown();
        Remedy workflow = Remedy.yamlKey(
                "with: of the login at " + login.place() + ", if the provider's client ids hold it",
                "audience",
                wanted);
        List<Remedy> trusting = TrustRemedy.decided(role, token);
        boolean own = wanted.equals(GitHubClaims.DEFAULT_AUDIENCE);
        String ask = "ask for " + wanted + " in the workflow, which works only if the provider's client ids hold it";
        return DoctorFinding.at(
                        DoctorRule.AUDIENCE_DIFFERS,
                        login.place(),
                        "login asks for a token for " + asked + ", and role " + role.name() + " admits one for "
                                + wanted,
                        own
                                ? List.of(workflow)
                                : Stream.concat(trusting.stream(), Stream.of(workflow))
                                        .toList())
                .about(role)
                .fixed(own ? ask : "trust " + asked + " in role " + role.name() + "; or " + ask);
    }

    /** A pull request is better left out where the push is what was meant. A push is what was meant. */
    private static Optional<DoctorFinding> twoSubjects(DoctorContext context, DoctorRow row, GitHubClaims token) {
        return context.logins()
                .filter(other -> row.event().equals(PULL_REQUEST) && isPush(row, other))
                .flatMap(other -> other.coverages().stream()
                        .filter(RoleCoverage::surelyAdmits)
                        .flatMap(coverage -> coverage.admitted().stream()
                                .map(admitted -> twoSubjects(row, token, coverage.role(), other, admitted))))
                .findFirst();
    }

    /** Whether the other is the same login on a push. */
    private static boolean isPush(DoctorRow row, DoctorRow other) {
        return other.event().equals(PUSH)
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
        Decision decision = nearest.policy().decide(token);
        List<Reason> reasons = decision.reasons();
        String causes = decision.isDeniedByStatement()
                ? "a statement of it denies the token"
                : reasons.stream().map(Reason::cause).distinct().collect(Collectors.joining("; and "));
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
                .about(nearest)
                .fixed(isRemedyOfAll(row, nearest, token) ? remedies(reasons) : "");
    }

    /** Whether what is said of the token holds for all runs of the row, and no code of a pull request is let in. */
    private static boolean isRemedyOfAll(DoctorRow row, DoctorRole nearest, GitHubClaims token) {
        return !row.event().equals(PULL_REQUEST)
                && (example(row, token).isEmpty() || TrustRemedy.isOfAnotherKind(nearest, token));
    }

    private static String remedies(List<Reason> reasons) {
        return reasons.stream()
                .map(Reason::remedy)
                .filter(remedy -> !remedy.isEmpty())
                .distinct()
                .collect(Collectors.joining("; and "));
    }

    /** Of many runs the causes are those of one, which is named. */
    private static String example(DoctorRow row, GitHubClaims token) {
        String sub = token.get("sub").orElse("");
        return row.run().tokens().get(0).sub().shown().equals(sub) ? "" : "for example, of " + sub + " ";
    }

    /** The code of a pull request is better left out than admitted. */
    private static Stream<Remedy> leftOut(DoctorRow row) {
        return row.event().equals(PULL_REQUEST)
                ? Stream.of(JobCondition.and(row, "github.event_name != 'pull_request'"))
                : Stream.empty();
    }
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The job names an environment and should not, or names none and should. */
final class EnvironmentCause {

    /** What is proposed where a role admits any environment. */
    private static final TextSet FAMILIAR = TextSet.text("production");

    private EnvironmentCause() {}

    /** A finding if the run is admitted without its environment. */
    static Optional<DoctorFinding> replacesRef(
            DoctorContext context, DoctorRow row, DoctorRole role, GitHubClaims token) {
        return row.run()
                .environment()
                .flatMap(environment -> context.whatIf(row)
                        .flatMap(whatIf -> whatIf.withoutEnvironment(row.event()).stream())
                        .flatMap(tokens -> role.admitted(tokens).stream())
                        .map(admitted -> DoctorFinding.at(
                                        DoctorRule.ENVIRONMENT_REPLACES_REF,
                                        row.run().place(),
                                        "job " + row.run().job().id() + " names environment " + environment.shown()
                                                + ", so sub says " + WhatIf.context(token) + "; role " + role.name()
                                                + " admits " + WhatIf.context(admitted)
                                                + ", which it would say without the environment",
                                        TrustRemedy.of(row, role, token))
                                .about(role))
                        .findFirst());
    }

    /** A finding if the run is admitted with an environment. A pull request is not told to name one: its code would be admitted. */
    static Optional<DoctorFinding> isMissing(
            DoctorContext context, DoctorRow row, DoctorRole role, GitHubClaims token) {
        if (row.event().startsWith("pull_request") || isOneOfSeveral(context, row)) {
            return Optional.empty();
        }
        return context.whatIf(row)
                .flatMap(whatIf ->
                        Stream.of(FAMILIAR, TextSet.notEmpty()).flatMap(names -> whatIf.inEnvironment(names).stream()))
                .flatMap(tokens -> role.admitted(tokens).stream())
                .flatMap(admitted -> admitted.get("environment").stream())
                .map(wanted -> missing(row, role, token, wanted))
                .findFirst();
    }

    /** Whether the job names this environment in some runs, and one that is trusted in others. */
    private static boolean isOneOfSeveral(DoctorContext context, DoctorRow row) {
        return row.run().environment().isPresent()
                && context.logins()
                        .filter(other -> other.place().equals(row.place()))
                        .flatMap(other -> other.coverages().stream())
                        .anyMatch(RoleCoverage::surelyAdmits);
    }

    private static DoctorFinding missing(DoctorRow row, DoctorRole role, GitHubClaims token, String wanted) {
        String named = row.run()
                .environment()
                .map(ClaimText::shown)
                .map(name -> "environment " + name)
                .orElse("no environment");
        return DoctorFinding.at(
                        DoctorRule.ENVIRONMENT_MISSING,
                        row.run().place(),
                        "job " + row.run().job().id() + " names " + named + ", so sub says " + WhatIf.context(token)
                                + "; role " + role.name() + " admits " + SubjectFormat.ENVIRONMENT + wanted,
                        List.of(Remedy.yamlKey(row.job(), "environment", wanted)))
                .about(role);
    }
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds roles that trust the repository and that none of its runs can assume. */
final class UnusedRoleCheck implements DoctorCheck {

    private static final String ACTION =
            "  - uses: aws-actions/configure-aws-credentials@e1253824e5c10ff9df46874f81ed3ec929e19cfd # v6.3.0";

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.roles().stream()
                .filter(role -> isUnused(role, context))
                .flatMap(role -> trusted(role, context).stream().map(token -> finding(role, token)));
    }

    /** Whether a role admits some run that the repository could have, and none that it has. */
    static boolean isUnused(DoctorRole role, DoctorContext context) {
        return context.isByDefault()
                && context.rows().stream().noneMatch(row -> mayUse(row, role))
                && trusted(role, context).isPresent();
    }

    /** Whether a run may be admitted, or means this role and no other, or may mean it and has no token to show. */
    private static boolean mayUse(DoctorRow row, DoctorRole role) {
        boolean otherwise = row.run().logins().stream()
                .anyMatch(login -> (!login.oidcOff().isEmpty() || !row.mayGetToken())
                        && Candidates.of(login.role(), List.of(role)).contains(role));
        return otherwise
                || row.coverages().stream()
                        .filter(one -> one.role().equals(role))
                        .anyMatch(one -> row.coverages().size() == 1 || one.answer() != RunCoverage.Answer.NEVER);
    }

    /** A token of the repository that the role admits. */
    private static Optional<GitHubClaims> trusted(DoctorRole role, DoctorContext context) {
        return Stream.of(true, false)
                .filter(classic -> classic || context.repository().ids().isPresent())
                .map(classic -> token(context, classic))
                .flatMap(token -> new WhatIf(TokenSet.of(token), true).ofAnyRun().stream())
                .map(claims -> new WhatIf(claims, true).forAnyAudience())
                .flatMap(tokens -> role.admitted(tokens).stream())
                .findFirst();
    }

    private static GitHubClaims token(DoctorContext context, boolean classic) {
        GitHubClaimsBuilder run =
                GitHubClaims.of(context.repository()).issuer(context.issuer()).pullRequest(1);
        return (classic ? run.classicSubject() : run).build();
    }

    private static DoctorFinding finding(DoctorRole role, GitHubClaims token) {
        String message = "role " + role.name() + " admits " + WhatIf.context(token)
                + ", and no workflow of the repository presents a token that it accepts";
        Remedy login = Remedy.yaml(
                "the steps of a job whose sub is " + token.get("sub").orElse("") + ", with id-token: write",
                ACTION,
                "    with:",
                "      role-to-assume: " + role.arn().orElse("${{ vars.ROLE_ARN }}"),
                "      aws-region: us-east-1");
        return new DoctorFinding(
                DoctorRule.UNUSED_ROLE,
                Optional.empty(),
                Optional.of(role),
                message,
                List.of(login),
                Optional.empty(),
                Optional.of(token));
    }
}

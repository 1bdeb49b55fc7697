package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.workflow.expression.IfCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds roles that admit, by the default branch's ref, what outsiders can start. */
final class OutsiderCheck implements DoctorCheck {

    private static final Map<String, String> WHO = Map.of(
            "issue_comment", "whoever comments on an issue",
            "pull_request_target", "whoever opens a pull request",
            "workflow_run", "whoever starts the workflow before it");

    private static final String AFTER_ANOTHER = "workflow_run";

    /** Events that outsiders can cause. */
    private static final Set<String> OPEN = Set.of(
            "discussion",
            "discussion_comment",
            "fork",
            "issue_comment",
            "issues",
            "pull_request",
            "pull_request_review",
            "pull_request_review_comment",
            "pull_request_target",
            "watch");

    /** What conditions ask of whoever started the run. */
    private static final Pattern GUARD = Pattern.compile(
            "author_association|\\bactor\\b|triggering_actor|head_repository|head\\.repo|sender|workflow_run\\.event"
                    + "|event\\.comment\\.user|pull_request\\.user|\\bmerged\\b");

    @Override
    public Stream<DoctorFinding> findings(DoctorContext context) {
        return context.rows().stream()
                .filter(row -> WHO.containsKey(row.event()))
                .filter(row -> !row.event().equals(AFTER_ANOTHER) || followsOutsiders(context, row))
                .filter(row -> row.run().idToken().granted().equals(Optional.of(true)))
                .filter(row -> conditions(row)
                        .noneMatch(one -> GUARD.matcher(one.source()).find()))
                .flatMap(row -> row.coverages().stream().flatMap(one -> finding(row, one).stream()));
    }

    /** Whether there is another workflow that outsiders can start. */
    private static boolean followsOutsiders(DoctorContext context, DoctorRow row) {
        return context.rows().stream()
                .filter(other -> !other.run().workflow().equals(row.run().workflow()))
                .anyMatch(other -> OPEN.contains(other.event()));
    }

    private static Stream<IfCondition> conditions(DoctorRow row) {
        return Stream.concat(
                row.run().perhaps().stream(), row.login().stream().flatMap(login -> login.perhaps().stream()));
    }

    private static Optional<DoctorFinding> finding(DoctorRow row, RoleCoverage coverage) {
        return coverage.cases().stream()
                .filter(one -> one.coverage().admitsSome())
                .flatMap(one -> one.coverage().admitted().stream()
                        .filter(token -> WhatIf.context(token).startsWith(SubjectFormat.REF + "refs/heads/"))
                        .map(token ->
                                finding(row, coverage.role(), token, one.token().assuming())))
                .findFirst();
    }

    private static DoctorFinding finding(DoctorRow row, DoctorRole role, GitHubClaims token, List<String> assuming) {
        String event = row.event();
        List<String> guards =
                conditions(row).map(one -> one.place().toString()).distinct().toList();
        String message = WHO.get(event) + " can start job " + row.run().job().id() + " by " + event + ", and role "
                + role.name() + " admits it as " + WhatIf.context(token)
                + (assuming.isEmpty() ? "" : "; this assumes that the token says so: " + String.join("; ", assuming))
                + (guards.isEmpty() ? "" : "; unless the condition at " + String.join(", ", guards) + " prevents it");
        return DoctorFinding.at(
                        DoctorRule.OUTSIDERS_REACH_ROLE,
                        row.place(),
                        message,
                        TrustRemedy.inEnvironment(row, role, "in place of the branch"))
                .about(role)
                .proved(Optional.of(token));
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds statements of which it is proved that they let nobody in. Where another rule knows the cause, such as a wildcard that is none,
 * nothing more is said.
 */
final class DeadStatements {

    private static final List<RuleCheck.OfGrant> CAUSES = List.of(
            IamWriteChecks::refusals,
            LiteralWildcards::of,
            MissingRefs::of,
            UnpopulatedKeys::of,
            WrongCase::of,
            Environments::ambiguous);

    private DeadStatements() {}

    /** All of them, if no run gets in by any statement. */
    static Stream<RuleMatch> all(TrustRule rule, LintContext policy) {
        return isNobody(policy) ? unexplained(policy, grant -> true).flatMap(DeadStatements::dead) : Stream.empty();
    }

    /** Those beside others that let runs in, and those that only a customised {@code sub} meets. */
    static Stream<RuleMatch> some(TrustRule rule, LintContext policy) {
        if (isNobody(policy)) {
            return Stream.empty();
        }
        return Stream.concat(
                unexplained(policy, AllowStatement::isDead).flatMap(DeadStatements::dead),
                unexplained(policy, grant -> !grant.isDead()).flatMap(DeadStatements::deadByDefault));
    }

    private static boolean isNobody(LintContext policy) {
        return policy.grants().stream().allMatch(AllowStatement::isDead);
    }

    private static Stream<AllowStatement> unexplained(LintContext policy, Predicate<AllowStatement> wanted) {
        return policy.grants().stream()
                .filter(grant -> grant.exposure().isNone())
                .filter(wanted)
                .filter(grant -> CAUSES.stream()
                        .allMatch(cause -> cause.of(grant).findAny().isEmpty()));
    }

    private static Stream<RuleMatch> dead(AllowStatement grant) {
        return evidence(grant, "", obstacle -> true);
    }

    /** Only where the {@code sub} is one that GitHub writes by default: nobody would customise his to write that. */
    private static Stream<RuleMatch> deadByDefault(AllowStatement grant) {
        return evidence(grant, ", unless it customises its sub", BlockingCondition::besideSubject);
    }

    private static Stream<RuleMatch> evidence(
            AllowStatement grant, String unless, Predicate<BlockingCondition> wanted) {
        return BlockingCondition.of(grant).stream()
                .filter(wanted)
                .filter(obstacle -> grant.isDenied(obstacle.token()))
                .map(obstacle -> RuleMatch.denied(
                        obstacle.place(),
                        obstacle.token(),
                        obstacle.what() + ", so a run is denied" + unless + ": "
                                + SubjectFormat.shown(obstacle.token())));
    }
}

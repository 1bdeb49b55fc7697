package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds statements of which it is proved that they let nobody in. Where another rule knows the cause, such as a wildcard that is none,
 * nothing more is said.
 */
final class DeadStatements {

    private static final List<Check.OfGrant> CAUSES = List.of(
            Deployability::refusals,
            LiteralWildcards::of,
            MissingRefs::of,
            UnpopulatedKeys::of,
            WrongCase::of,
            Environments::ambiguous);

    private DeadStatements() {}

    /** All of them, if no run gets in by any statement. */
    static Stream<Evidence> all(TrustRule rule, Inspection policy) {
        return isNobody(policy) ? unexplained(policy, grant -> true).flatMap(DeadStatements::dead) : Stream.empty();
    }

    /** Those beside others that let runs in, and those that only a customised {@code sub} meets. */
    static Stream<Evidence> some(TrustRule rule, Inspection policy) {
        if (isNobody(policy)) {
            return Stream.empty();
        }
        return Stream.concat(
                unexplained(policy, Grant::isDead).flatMap(DeadStatements::dead),
                unexplained(policy, grant -> !grant.isDead()).flatMap(DeadStatements::deadByDefault));
    }

    private static boolean isNobody(Inspection policy) {
        return policy.grants().stream().allMatch(Grant::isDead);
    }

    private static Stream<Grant> unexplained(Inspection policy, Predicate<Grant> wanted) {
        return policy.grants().stream()
                .filter(grant -> grant.exposure().isNone())
                .filter(wanted)
                .filter(grant -> CAUSES.stream()
                        .allMatch(cause -> cause.of(grant).findAny().isEmpty()));
    }

    private static Stream<Evidence> dead(Grant grant) {
        return evidence(grant, "", obstacle -> true);
    }

    /** Only where the {@code sub} is one that GitHub writes by default: nobody would customise his to write that. */
    private static Stream<Evidence> deadByDefault(Grant grant) {
        return evidence(grant, ", unless it customises its sub", Obstacle::besideSubject);
    }

    private static Stream<Evidence> evidence(Grant grant, String unless, Predicate<Obstacle> wanted) {
        return Obstacle.of(grant).stream()
                .filter(wanted)
                .filter(obstacle -> grant.isDenied(obstacle.token()))
                .map(obstacle -> Evidence.denied(
                        obstacle.place(),
                        obstacle.token(),
                        obstacle.what() + ", so a run is denied" + unless + ": " + SubjectFormat.shown(obstacle.token())));
    }
}

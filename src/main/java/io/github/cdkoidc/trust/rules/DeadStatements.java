package io.github.cdkoidc.trust.rules;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds statements of which it is proved that they admit no run. Where another rule knows the cause, such as a wildcard that stands for
 * itself, nothing more is said.
 */
final class DeadStatements {

    private static final List<RuleFinder.OfStatement> CAUSES = List.of(
            IamWriteChecks::refusedByIam,
            MiswrittenValues::literalWildcard,
            MiswrittenValues::missingRef,
            MiswrittenValues::neverPresented,
            NearMisses::keys,
            UnpopulatedKeys::of,
            MiswrittenValues::wrongCase,
            Environments::ambiguous);

    private DeadStatements() {}

    /** All of them, if no statement admits a run. */
    static Stream<RuleMatch> all(LintContext policy) {
        return admitsNobody(policy)
                ? unexplained(policy, statement -> true).flatMap(DeadStatements::dead)
                : Stream.empty();
    }

    /** Those beside others that admit runs, and those that only a customised {@code sub} meets. */
    static Stream<RuleMatch> some(LintContext policy) {
        if (admitsNobody(policy)) {
            return Stream.empty();
        }
        return Stream.of(
                        likely(unexplained(policy, AllowStatement::isDead)).flatMap(DeadStatements::dead),
                        likely(unexplained(policy, statement -> !statement.isDead()))
                                .flatMap(DeadStatements::deadByDefault),
                        NearMisses.besideOthers(policy))
                .flatMap(found -> found);
    }

    private static boolean admitsNobody(LintContext policy) {
        return policy.statements().stream().allMatch(AllowStatement::isDead);
    }

    private static Stream<AllowStatement> unexplained(LintContext policy, Predicate<AllowStatement> wanted) {
        return policy.statements().stream()
                .filter(statement -> statement.exposure().isNone())
                .filter(wanted)
                .filter(statement -> CAUSES.stream()
                        .allMatch(cause -> cause.of(statement).findAny().isEmpty()));
    }

    /** Those without a value that looks mistyped: a finding of the same severity says so. */
    private static Stream<AllowStatement> likely(Stream<AllowStatement> dead) {
        return dead.filter(
                statement -> MiswrittenValues.unlikely(statement).findAny().isEmpty());
    }

    private static Stream<RuleMatch> dead(AllowStatement statement) {
        return matches(statement, "", cause -> true);
    }

    /** Only where the {@code sub} is one that GitHub writes by default, because no repository would customise its own to write that. */
    private static Stream<RuleMatch> deadByDefault(AllowStatement statement) {
        return matches(statement, ", unless it customises its sub", BlockingCondition::besideSubject);
    }

    private static Stream<RuleMatch> matches(
            AllowStatement statement, String unless, Predicate<BlockingCondition> wanted) {
        return BlockingCondition.of(statement).stream()
                .filter(wanted)
                .filter(cause -> statement.isDenied(cause.token()))
                .map(cause ->
                        RuleMatch.denied(cause.place(), cause.token(), cause.what() + ", so a run is denied" + unless));
    }
}

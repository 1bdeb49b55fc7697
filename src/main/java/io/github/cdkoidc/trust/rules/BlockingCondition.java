package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.OneOrMany;
import io.github.cdkoidc.policy.PolicyPointer;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why a statement admits no run: a Deny, or a condition that no run meets together with the others.
 *
 * @param place where it is
 * @param what what it does
 * @param token a run that is denied by it
 * @param besideSubject whether it is a condition beside a {@code sub} that runs present
 */
record BlockingCondition(String place, String what, GitHubClaims token, boolean besideSubject) {

    /** The cause, if a run is known that is denied by it. */
    static Optional<BlockingCondition> of(AllowStatement statement) {
        Optional<GitHubClaims> undenied =
                statement.exposureOf(statement.undenied(statement.conditions())).example();
        return undenied.isPresent() ? undenied.flatMap(token -> denial(statement, token)) : conflict(statement);
    }

    private static Optional<BlockingCondition> denial(AllowStatement statement, GitHubClaims token) {
        return statement
                .denying(token)
                .map(deny -> new BlockingCondition(
                        PolicyPointer.of(deny.number()),
                        "every run that " + statement.place()
                                + " allows is denied, by this statement alone or among others",
                        token,
                        false));
    }

    /** Takes condition after condition, {@code sub} first, and leaves out those that no run meets together with the others. */
    private static Optional<BlockingCondition> conflict(AllowStatement statement) {
        List<ConditionEvaluator> met = new ArrayList<>();
        List<ConditionEvaluator> unmet = new ArrayList<>();
        Optional<GitHubClaims> token =
                statement.exposureOf(statement.undenied(met)).example();
        for (ConditionEvaluator condition : subjectFirst(statement)) {
            met.add(condition);
            Exposure exposure = statement.exposureOf(statement.undenied(met));
            if (exposure.example().isPresent()) {
                token = exposure.example();
            } else {
                met.remove(condition);
                if (exposure.isNone()) {
                    unmet.add(condition);
                }
            }
        }
        List<ConditionEvaluator> subjects = statement.conditionsOn(AllowStatement.SUBJECT);
        boolean besideSubject = !subjects.isEmpty() && met.containsAll(subjects);
        return unmet.isEmpty() ? Optional.empty() : token.map(run -> of(statement, unmet.get(0), run, besideSubject));
    }

    private static List<ConditionEvaluator> subjectFirst(AllowStatement statement) {
        return statement.conditions().stream()
                .sorted(Comparator.comparing(condition ->
                        !AllowStatement.SUBJECT.contains(condition.key().claim())))
                .toList();
    }

    private static BlockingCondition of(
            AllowStatement statement, ConditionEvaluator condition, GitHubClaims token, boolean besideSubject) {
        String presented = TokenRequest.of(token).claim(condition.key());
        return new BlockingCondition(
                statement.place(condition),
                condition.condition().values().isEmpty()
                        ? "the list of values is empty, which IAM accepts and no run ever meets"
                        : "no run that meets the other conditions meets this one, which wants "
                                + OneOrMany.of(condition.condition().values()) + " and is presented "
                                + (presented == null ? "nothing" : "\"" + presented + "\""),
                token,
                besideSubject);
    }
}

package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A policy that is looked at by the rules. */
final class Inspection {

    private final TrustPolicy policy;

    Inspection(TrustPolicy policy) {
        this.policy = policy;
    }

    /** What the rules find, the worst first. */
    static List<Finding> findings(TrustPolicy policy) {
        Inspection inspection = new Inspection(policy);
        return Stream.of(TrustRule.values())
                .flatMap(rule -> rule.check().of(inspection).map(found -> Finding.of(rule, policy, found)))
                .sorted(Comparator.comparing(found -> found.rule().severity()))
                .toList();
    }

    /** Whether tokens of GitHub are what some statement is about. */
    boolean isOfGitHub() {
        return statements().stream().anyMatch(Inspection::isOfGitHub);
    }

    private static boolean isOfGitHub(StatementJudge statement) {
        return statement.statement().effect() == Effect.ALLOW
                && statement.action() != Truth.FALSE
                && statement.principals().issuers().stream().anyMatch(GitHubIssuer::isOne);
    }

    TrustPolicy policy() {
        return policy;
    }

    List<StatementJudge> statements() {
        return policy.judge().statements();
    }
}

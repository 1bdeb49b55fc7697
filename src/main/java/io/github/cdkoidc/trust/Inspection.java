package io.github.cdkoidc.trust;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A policy that is looked at by the rules. */
final class Inspection {

    private final Judge policy;
    private final List<Grant> grants;

    private Inspection(Judge policy) {
        this.policy = policy;
        this.grants = Grant.of(policy);
    }

    /** What the rules find, the worst first; nothing if the policy is not about runs of GitHub. */
    static List<Finding> findings(Judge policy) {
        Inspection inspection = new Inspection(policy);
        return inspection.grants.isEmpty()
                ? List.of()
                : Stream.of(TrustRule.values())
                        .flatMap(rule -> rule.check()
                                .of(rule, inspection)
                                .distinct()
                                .map(found -> Finding.of(rule, policy, found)))
                        .sorted(Comparator.comparing(found -> found.rule().severity()))
                        .toList();
    }

    Judge policy() {
        return policy;
    }

    /** The statements that let runs of GitHub in. */
    List<Grant> grants() {
        return grants;
    }

    List<StatementJudge> statements() {
        return policy.statements();
    }
}

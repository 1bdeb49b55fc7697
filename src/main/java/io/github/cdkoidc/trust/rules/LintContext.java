package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A policy that is looked at by the rules. */
final class LintContext {

    private final PolicyEvaluator policy;
    private final List<AllowStatement> grants;

    private LintContext(PolicyEvaluator policy) {
        this.policy = policy;
        this.grants = AllowStatement.of(policy);
    }

    /** What the rules find, the worst first; nothing if the policy is not about runs of GitHub. */
    static List<Finding> findings(PolicyEvaluator policy) {
        LintContext inspection = new LintContext(policy);
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

    PolicyEvaluator policy() {
        return policy;
    }

    /** The statements that let runs of GitHub in. */
    List<AllowStatement> grants() {
        return grants;
    }

    List<StatementEvaluator> statements() {
        return policy.statements();
    }
}

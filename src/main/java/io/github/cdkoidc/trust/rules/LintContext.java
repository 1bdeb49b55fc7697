package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A policy that the rules are applied to, its statements that allow GitHub's runs, and its principals that are not GitHub's. */
record LintContext(PolicyEvaluator policy, List<AllowStatement> statements, List<AdmittedPrincipal> others) {

    /** What the rules find, the worst first; nothing if the policy is not about runs of GitHub. */
    static List<Finding> findings(PolicyEvaluator policy) {
        LintContext context = new LintContext(policy, AllowStatement.of(policy), AdmittedPrincipal.in(policy));
        return context.statements.isEmpty() && !IamWriteChecks.concern(policy)
                ? List.of()
                : Stream.of(TrustRule.values())
                        .flatMap(rule -> rule.finder()
                                .in(rule, context)
                                .distinct()
                                .map(match -> Finding.of(rule, policy, match)))
                        .sorted(Comparator.comparing(found -> found.rule().severity()))
                        .toList();
    }
}

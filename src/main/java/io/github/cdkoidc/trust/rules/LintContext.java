package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A policy that the rules are applied to, its statements that allow GitHub's runs, and its principals that are not GitHub's. */
record LintContext(PolicyEvaluator policy, List<AllowStatement> statements, List<AdmittedPrincipal> others) {

    static LintContext of(PolicyEvaluator policy) {
        return new LintContext(policy, AllowStatement.of(policy), AdmittedPrincipal.in(policy));
    }

    /** What the rules find, the worst first; nothing if the policy is not about runs of GitHub. */
    static List<Finding> findings(PolicyEvaluator policy) {
        LintContext context = of(policy);
        return !context.isAboutGitHub()
                ? List.of()
                : Stream.of(TrustRule.values())
                        .flatMap(rule -> rule.finder()
                                .in(rule, context)
                                .distinct()
                                .map(match -> Finding.of(rule, policy, match)))
                        .sorted(Comparator.comparing(found -> found.rule().severity()))
                        .toList();
    }

    /** Whether a statement allows runs of GitHub, or was meant to. */
    boolean isAboutGitHub() {
        return !statements.isEmpty() || NearMisses.concern(policy) || IamWriteChecks.concern(policy);
    }
}

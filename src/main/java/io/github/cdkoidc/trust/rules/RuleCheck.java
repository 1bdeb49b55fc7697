package io.github.cdkoidc.trust.rules;

import java.util.stream.Stream;

/** How a rule finds what it is about. */
interface RuleCheck {

    /** What is found where runs of GitHub get in. */
    interface OfGrant {
        Stream<RuleMatch> of(AllowStatement grant);
    }

    Stream<RuleMatch> of(TrustRule rule, LintContext policy);
}

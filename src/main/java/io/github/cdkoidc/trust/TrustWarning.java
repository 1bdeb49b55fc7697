package io.github.cdkoidc.trust;

import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.TrustRule;

/**
 * Something about whom a role trusts that is risky but may be meant.
 *
 * @param id the {@link TrustRule#id} of the rule that finds it in the policy, or {@code undocumentedClaim}, which no policy shows
 * @param message what was given, what follows, and what to write instead
 */
public record TrustWarning(String id, String message) {

    static TrustWarning of(TrustRule rule, String what, String instead) {
        return new TrustWarning(rule.id(), what + "; " + rule.fix() + (instead.isEmpty() ? "" : ": write " + instead));
    }

    static TrustWarning of(Finding finding) {
        return of(finding.rule(), finding.message(), "");
    }
}

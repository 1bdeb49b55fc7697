package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;

/**
 * Somebody gets in whom nobody has named.
 *
 * @param rule what is to blame
 * @param place where that is
 * @param witness a token that gets in
 * @param what who presents it
 */
record UnintendedAccess(TrustRule rule, String place, GitHubClaims witness, String what) {

    RuleMatch evidence() {
        return RuleMatch.admitted(place, witness, what + " gets in: " + SubjectFormat.shown(witness));
    }
}

package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.GitHubClaims;

/**
 * Somebody gets in whom nobody has named.
 *
 * @param rule what is to blame
 * @param place where that is
 * @param witness a token that gets in
 * @param what who presents it
 */
record Leak(TrustRule rule, String place, GitHubClaims witness, String what) {

    Evidence evidence() {
        return Evidence.admitted(place, witness, what + " gets in: " + SubjectFormat.shown(witness));
    }
}

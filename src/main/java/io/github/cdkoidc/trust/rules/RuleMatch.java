package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.automata.Ternary;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found.
 *
 * @param place a JSON pointer into the policy
 * @param message what is there, and what follows
 * @param witness the token that proves it, where it is about who gets in or is locked out
 * @param wrongly what the policy answers to the witness: {@code allowed} or {@code denied}
 */
record RuleMatch(String place, String message, @Nullable GitHubClaims witness, Ternary wrongly) {

    /** Something that cannot be deployed, or that no token shows. */
    static RuleMatch at(String place, String message) {
        return new RuleMatch(place, message, null, Ternary.UNKNOWN);
    }

    /** Somebody gets in. */
    static RuleMatch admitted(String place, GitHubClaims witness, String message) {
        return new RuleMatch(place, message, witness, Ternary.TRUE);
    }

    /** Somebody is locked out. */
    static RuleMatch denied(String place, GitHubClaims witness, String message) {
        return new RuleMatch(place, message, witness, Ternary.FALSE);
    }
}

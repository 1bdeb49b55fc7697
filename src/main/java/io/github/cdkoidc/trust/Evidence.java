package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found.
 *
 * @param place a JSON pointer into the policy
 * @param message what is there, and what follows
 * @param witness the token that proves it, where it is about who gets in or is locked out
 * @param wrongly what the policy answers to the witness: {@code allowed} or {@code denied}
 */
record Evidence(String place, String message, @Nullable GitHubClaims witness, Truth wrongly) {

    /** Something that cannot be deployed, or that no token shows. */
    static Evidence at(String place, String message) {
        return new Evidence(place, message, null, Truth.UNKNOWN);
    }

    /** Somebody gets in. */
    static Evidence admitted(String place, GitHubClaims witness, String message) {
        return new Evidence(place, message, witness, Truth.TRUE);
    }

    /** Somebody is locked out. */
    static Evidence denied(String place, GitHubClaims witness, String message) {
        return new Evidence(place, message, witness, Truth.FALSE);
    }
}

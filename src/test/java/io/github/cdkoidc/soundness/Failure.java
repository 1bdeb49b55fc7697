package io.github.cdkoidc.soundness;

/**
 * What the judge got wrong about a policy.
 *
 * @param kind what is wrong; failures are counted by it
 * @param policy the policy, as JSON
 * @param shown the token that shows it, or what happened
 */
record Failure(String kind, String policy, String shown) {

    /** The same under a kind that says what a small policy has that makes it go wrong. */
    Failure withCause() {
        return new Failure(kind + ", with " + PolicyTraits.of(policy), policy, shown);
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Optional;

/**
 * What a rule has found, before the evaluator has confirmed it.
 *
 * @param place a JSON pointer into the policy
 * @param message what is there, and what follows; the witness is shown behind it
 * @param proof the witness, where it is about who can assume the role or who cannot
 * @param remedy what to write instead, where that is more than the rule says
 */
record RuleMatch(String place, String message, Optional<Proof> proof, Optional<String> remedy) {

    /** What the rule says how to mend. */
    RuleMatch(String place, String message, Optional<Proof> proof) {
        this(place, message, proof, Optional.empty());
    }

    /** Something that cannot be deployed, or that no token shows. */
    static RuleMatch at(String place, String message) {
        return new RuleMatch(place, message, Optional.empty());
    }

    /** A run is admitted. */
    static RuleMatch admitted(String place, GitHubClaims witness, String message) {
        return new RuleMatch(place, message, Optional.of(new Proof(witness, true)));
    }

    /** A run is admitted that the statement does not name. */
    static RuleMatch access(String place, GitHubClaims witness, String who) {
        return admitted(place, witness, who + " can assume the role");
    }

    /** A run is denied. */
    static RuleMatch denied(String place, GitHubClaims witness, String message) {
        return new RuleMatch(place, message, Optional.of(new Proof(witness, false)));
    }

    /** The same at another place. */
    RuleMatch at(String other) {
        return new RuleMatch(other, message, proof, remedy);
    }

    /** The same with what to write instead. */
    RuleMatch with(String what) {
        return new RuleMatch(place, message, proof, Optional.of(what));
    }
}

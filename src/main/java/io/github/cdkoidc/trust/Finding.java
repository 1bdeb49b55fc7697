package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has found in a policy. Where it is about who gets in or is locked out, it carries the token that proves it, and the
 * evaluator has confirmed it: ask the policy again to see it.
 */
public final class Finding {

    private final TrustRule rule;
    private final String place;
    private final String message;
    private final Optional<GitHubClaims> witness;

    private Finding(TrustRule rule, String place, String message, Optional<GitHubClaims> witness) {
        this.rule = rule;
        this.place = place;
        this.message = message;
        this.witness = witness;
    }

    /**
     * What the rules find in a policy.
     *
     * @param policy the policy
     * @return the findings, the worst first
     */
    public static List<Finding> in(Judge policy) {
        return Inspection.findings(policy);
    }

    /**
     * A document that cannot be read, as a finding.
     *
     * @param malformed why it cannot be read
     * @return a finding of {@link TrustRule#DUPLICATE_KEY}, of {@link TrustRule#NOT_JUDGED} if only the deployment knows the element,
     *     or of {@link TrustRule#MALFORMED_POLICY}, with the element as its place
     */
    public static Finding of(MalformedPolicyException malformed) {
        TrustRule rule =
                switch (malformed.kind()) {
                    case MALFORMED -> TrustRule.MALFORMED_POLICY;
                    case DUPLICATE_KEY -> TrustRule.DUPLICATE_KEY;
                    case NOT_JUDGED -> TrustRule.NOT_JUDGED;
                };
        return of(rule, malformed.pointer(), String.valueOf(malformed.getMessage()));
    }

    /**
     * A finding that no token proves, such as of a document that cannot be deployed.
     *
     * @param rule the rule
     * @param place where it is, a JSON pointer such as {@code /Statement/0/Action}
     * @param message what was given and what follows; what to write instead is said by the rule
     * @return the finding
     */
    public static Finding of(TrustRule rule, String place, String message) {
        return new Finding(rule, place, message, Optional.empty());
    }

    /**
     * A finding of what a rule has found in a policy.
     *
     * @throws IllegalStateException if the evaluator does not confirm the witness
     */
    static Finding of(TrustRule rule, Judge policy, Evidence evidence) {
        GitHubClaims witness = evidence.witness();
        if (witness != null) {
            Truth allowed = policy.evaluate(witness).allowed();
            if (allowed != evidence.wrongly()) {
                throw new IllegalStateException("rule " + rule.id() + " says of " + witness.values()
                        + " what the evaluator does not, which is that it is allowed: " + allowed);
            }
        }
        return new Finding(rule, evidence.place(), evidence.message(), Optional.ofNullable(witness));
    }

    /**
     * The rule.
     *
     * @return the rule, which knows how bad this is and what to do
     */
    public TrustRule rule() {
        return rule;
    }

    /**
     * Where it is.
     *
     * @return a JSON pointer into the policy, such as {@code /Statement/0/Condition}; empty for the whole document
     */
    public String place() {
        return place;
    }

    /**
     * What is there, and what follows.
     *
     * @return one line, without what to write instead
     */
    public String message() {
        return message;
    }

    /**
     * The proof.
     *
     * @return a token that the policy lets in or keeps out and should not; nothing if no token shows it
     */
    public Optional<GitHubClaims> witness() {
        return witness;
    }

    /** Severity, rule, place, message, and what to do. */
    @Override
    public String toString() {
        return rule.severity() + " " + rule.id() + " at " + (place.isEmpty() ? "document" : place) + ": " + message
                + ": " + rule.fix();
    }
}

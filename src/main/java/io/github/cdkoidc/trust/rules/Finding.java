package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.Evaluation;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.UndecidedReason;
import io.github.cdkoidc.policy.MalformedPolicyException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule has found in a policy. A finding about who can assume the role, or who cannot, carries a witness: a token that shows it, and
 * of which the evaluator has confirmed it.
 *
 * @param rule the rule, which knows how bad this is and what to do
 * @param place where it is, a JSON pointer such as {@code /Statement/0/Condition}; empty for the whole document
 * @param message what is there, and what follows: one line, without what to write instead
 * @param proof the token that shows it, and what the policy answers to it; nothing if no token shows it
 * @param remedy what to write instead here, where that is more than the rule says
 */
public record Finding(TrustRule rule, String place, String message, Optional<Proof> proof, Optional<String> remedy) {

    /**
     * A finding of which the rule says what to do.
     *
     * @param rule the rule
     * @param place where it is, a JSON pointer
     * @param message what is there, and what follows
     * @param proof the token that shows it, if one does
     */
    public Finding(TrustRule rule, String place, String message, Optional<Proof> proof) {
        this(rule, place, message, proof, Optional.empty());
    }

    /**
     * {@return what the rules find in a policy, the worst first}
     *
     * @param policy the policy
     * @throws IllegalStateException if the evaluator does not confirm a witness, which is an error of this library
     */
    public static List<Finding> in(PolicyEvaluator policy) {
        return LintContext.findings(policy);
    }

    /**
     * {@return whether a policy is about runs of GitHub, or was meant to be; the rules find nothing in any other}
     *
     * @param policy the policy
     */
    public static boolean concern(PolicyEvaluator policy) {
        return LintContext.of(policy).isAboutGitHub();
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
     * {@return a finding that no token shows, such as of a document that cannot be deployed}
     *
     * @param rule the rule
     * @param place where it is, a JSON pointer such as {@code /Statement/0/Action}
     * @param message what was given and what follows; what to write instead is said by the rule
     */
    public static Finding of(TrustRule rule, String place, String message) {
        return new Finding(rule, place, message, Optional.empty());
    }

    /** What a rule has found in a policy. Fails if the evaluator does not confirm the witness. */
    static Finding of(TrustRule rule, PolicyEvaluator policy, RuleMatch match) {
        return match.proof()
                .map(proof -> {
                    Evaluation answer = policy.evaluate(proof.claims());
                    if (proof.allowed() ? answer.isDenied() : !answer.isDenied()) {
                        throw new IllegalStateException("rule " + rule.id() + " says that the policy " + proof
                                + ", and the evaluator does not say so: allowed is " + answer.allowed());
                    }
                    String message = match.message() + unless(answer) + ": " + SubjectFormat.shown(proof.claims());
                    return new Finding(rule, match.place(), message, match.proof(), match.remedy());
                })
                .orElseGet(() -> new Finding(rule, match.place(), match.message(), Optional.empty(), match.remedy()));
    }

    /** What it depends on, where the policy alone does not decide it. */
    private static String unless(Evaluation answer) {
        if (answer.allowed() != Ternary.UNKNOWN) {
            return "";
        }
        Set<String> reasons = new LinkedHashSet<>();
        answer.outcomes().stream()
                .filter(outcome -> outcome.applies() == Ternary.UNKNOWN)
                .forEach(outcome -> reasons.addAll(UndecidedReason.of(outcome, answer.run())));
        return ", unless what is not known here denies it (" + String.join("; ", reasons) + ")";
    }

    /**
     * {@return the same in a document that the policy is a part of}
     *
     * @param other where it is there, a JSON pointer
     */
    public Finding at(String other) {
        return new Finding(rule, other, message, proof, remedy);
    }

    /**
     * {@return a token that shows it, which the policy admits or denies and should not; nothing if no token shows it}
     */
    public Optional<GitHubClaims> witness() {
        return proof.map(Proof::claims);
    }

    /** {@return what to do, in one line: what to write here, or else what the rule says} */
    public String fix() {
        return remedy.orElse(rule.fix());
    }

    /** Severity, rule, place, message, and what to do. */
    @Override
    public String toString() {
        return rule.severity() + " " + rule.id() + " at " + (place.isEmpty() ? "document" : place) + ": " + message
                + ": " + fix();
    }
}

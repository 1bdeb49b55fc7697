package io.github.cdkoidc.internal.evaluate;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.DeployedValues;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import java.util.Map;
import java.util.Optional;

/**
 * What the unknown parts of a policy count as: its most permissive reading, its least, or neither.
 *
 * @param admits what is unknown of an Allow counts as; the opposite is what is unknown of a Deny counts as
 * @param fixed conditions that count as met or not where it is unknown, whatever statement they are in
 */
public record Assumption(Ternary admits, Map<Condition, Ternary> fixed) {

    /** The unknown stays unknown. */
    public static final Assumption NONE = new Assumption(Ternary.UNKNOWN, Map.of());

    /** Every run is admitted that may be. */
    public static final Assumption AT_WORST = new Assumption(Ternary.TRUE, Map.of());

    /** Only those runs are admitted that surely are, apart from {@code fixed} conditions. */
    public static Assumption surely(Map<Condition, Ternary> fixed) {
        return new Assumption(Ternary.FALSE, fixed);
    }

    /** What is unknown of a statement counts as. */
    Ternary of(Effect effect) {
        return effect == Effect.ALLOW ? admits : admits.not();
    }

    Optional<DeployedValues> deployed(PolicyDocument policy) {
        return admits == Ternary.UNKNOWN ? Optional.empty() : Optional.of(new DeployedValues(policy.parameters()));
    }
}

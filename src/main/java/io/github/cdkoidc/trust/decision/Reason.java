package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.Evaluation;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.policy.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * A likely cause of a denial. The evaluator has confirmed that without it the condition would hold.
 *
 * @param cause what happened
 * @param remedy what to do about it
 */
public record Reason(String cause, String remedy) {

    /** The causes of a denial, in the order of the statements, each once. */
    static List<Reason> of(Evaluation evaluation) {
        List<Reason> reasons = new ArrayList<>();
        for (StatementEvaluator.Outcome outcome : evaluation.outcomes()) {
            Ternary wrong = Ternary.of(outcome.effect() == Effect.DENY);
            for (int i = 0; i < outcome.conditions().size(); i++) {
                if (outcome.applies() == wrong && outcome.conditions().get(i) == wrong) {
                    Counterfactual counterfactual =
                            Counterfactual.of(outcome.test().conditions().get(i), evaluation.run());
                    for (Cause cause : Cause.of(counterfactual, wrong)) {
                        reasons.add(new Reason(cause.what(counterfactual), cause.remedy(counterfactual)));
                    }
                }
            }
        }
        return reasons.stream().distinct().toList();
    }
}

package io.github.cdkoidc.trust.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * A likely cause of a denial. The evaluator has confirmed that without it the condition would hold, and that the policy admits the run
 * once all remedies are applied.
 *
 * @param cause what happened
 * @param remedy what to do about it; empty if the remedy of another cause does it
 */
public record Reason(String cause, String remedy) {

    /** The causes of a denial, in the order of the statements, each once. */
    static List<Reason> of(Denial denial) {
        List<Reason> reasons = new ArrayList<>();
        for (DenialReason diagnosis : denial.all()) {
            reasons.add(new Reason(diagnosis.cause(), diagnosis.remedy()));
        }
        return reasons.stream().distinct().toList();
    }
}

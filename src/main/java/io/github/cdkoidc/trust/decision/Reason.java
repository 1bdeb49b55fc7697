package io.github.cdkoidc.trust.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * A likely cause of a denial. The evaluator has confirmed that without it the condition would hold, and that the policy admits the run
 * once all remedies are applied.
 *
 * @param cause what happened
 * @param remedy what to do about it; empty if the remedy of another cause does it
 * @param json the lines of the policy to write for it; none if something else has to change
 */
public record Reason(String cause, String remedy, List<String> json) {

    /** Takes a copy. */
    public Reason {
        json = List.copyOf(json);
    }

    /** The causes of a denial, in the order of the statements, each once. */
    static List<Reason> of(Denial denial) {
        List<Reason> reasons = new ArrayList<>();
        for (DenialReason diagnosis : denial.all()) {
            reasons.add(new Reason(
                    diagnosis.cause(),
                    diagnosis.remedy(),
                    diagnosis.edits().stream().map(PolicyEdit::json).toList()));
        }
        return reasons.stream().distinct().toList();
    }
}

package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionKey;

/** Whether a repository is still the one that a statement means, whatever it is called now. */
final class Moves {

    private Moves() {}

    /** Whether a number in the statement is the run's repository. */
    static boolean isSameRepository(Counterfactual counterfactual) {
        String number = counterfactual.run().claim("repository_id");
        return number != null && holds(counterfactual, "repository_id", number);
    }

    /** Whether a name in the statement is the run's repository. */
    static boolean isSameName(Counterfactual counterfactual) {
        String name = counterfactual.run().claim("repository");
        return name != null && holds(counterfactual, "repository", name);
    }

    private static boolean holds(Counterfactual counterfactual, String claim, String value) {
        for (Condition condition : counterfactual.statement().statement().conditions()) {
            String tested = new ConditionKey(condition.key(), counterfactual.language()).claim();
            for (JsonNode wanted : condition.values()) {
                String text = wanted.asText();
                if ((tested.equals(claim) && text.equals(value))
                        || (tested.equals("sub") && isOf(text, claim, value))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOf(String sub, String claim, String value) {
        return SubjectFormat.repository(sub)
                .map(named -> claim.equals("repository_id")
                        ? named.repositoryId()
                        : named.classic().text())
                .filter(value::equals)
                .isPresent();
    }
}

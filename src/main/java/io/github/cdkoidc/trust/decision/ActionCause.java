package io.github.cdkoidc.trust.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.OneOrMany;
import io.github.cdkoidc.policy.PrincipalType;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why the actions of a statement are not what a run asks for. */
record ActionCause(Statement statement, int number) {

    DenialReason diagnosis() {
        Actions actions = statement.actions();
        List<JsonNode> values = new ArrayList<>();
        if (!actions.negated()) {
            actions.values().stream().filter(this::stays).forEach(values::add);
        }
        values.add(TextNode.valueOf(Actions.ASSUME_ROLE_WITH_WEB_IDENTITY));
        Actions right = new Actions(false, values);
        return new DenialReason(
                "the action is another one: a run's token asks for " + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY + ", and "
                        + actions.element() + " is " + OneOrMany.of(actions.values()),
                "write " + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY
                        + (actions.negated() ? " as Action, and no NotAction" : " in Action"),
                List.of(new PolicyEdit.ReplaceActions(number, right)));
    }

    /** Whether an action is asked for beside the one that is missing, or by another principal. */
    private boolean stays(JsonNode action) {
        String folded = action.asText().toLowerCase(Locale.ROOT);
        return !folded.startsWith("sts:assumerole")
                || (statement.principals().values().size() > 1
                        && statement.principals().values().containsKey(PrincipalType.AWS));
    }
}

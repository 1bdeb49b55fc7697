package io.github.cdkoidc.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one statement. */
final class StatementReader {

    private static final String PROVIDER =
            "{\"Federated\": \"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com\"}";
    private static final String ELEMENTS = "Sid, Effect, Principal, NotPrincipal, Action, NotAction or Condition";

    private final JsonCursor json;
    private Optional<String> sid = Optional.empty();
    private @Nullable Effect effect;
    private @Nullable Principals principals;
    private @Nullable Actions actions;
    private final List<Condition> conditions = new ArrayList<>();

    private StatementReader(JsonCursor json) {
        this.json = json;
    }

    static Statement read(JsonCursor json) throws IOException {
        return new StatementReader(json).statement();
    }

    private Statement statement() throws IOException {
        PolicyReader.requireObject(
                json, "statement", "{\"Effect\": …, \"Principal\": …, \"Action\": …, \"Condition\": …}");
        json.fields(this::element);
        if (effect == null) {
            throw json.malformed("statement has no Effect: write \"Effect\": \"Allow\"");
        }
        if (principals == null) {
            throw json.malformed("statement has no Principal, and a trust policy is about nothing else: write "
                    + "\"Principal\": " + PROVIDER);
        }
        if (actions == null) {
            throw json.malformed(
                    "statement has no Action: write \"Action\": \"" + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY + "\"");
        }
        return new Statement(sid, effect, principals, actions, conditions);
    }

    private void element(String name) throws IOException {
        switch (name) {
            case "Sid" -> sid = Optional.of(PolicyReader.text(json, "Sid", "a name"));
            case "Effect" -> effect = effect();
            case "Principal", "NotPrincipal" -> principals = principals(name.equals("NotPrincipal"));
            case "Action", "NotAction" -> actions = actions(name.equals("NotAction"));
            case "Condition" -> readConditions();
            case "Resource", "NotResource" ->
                throw json.malformed(name + " is there, and the only resource of a trust policy is its role, so IAM "
                        + "refuses it: leave it out");
            default -> throw PolicyReader.unknown(json, "statement", name, ELEMENTS);
        }
    }

    private Effect effect() throws IOException {
        String given = PolicyReader.text(json, "effect", "\"Allow\"");
        return Effect.named(given)
                .orElseThrow(() -> json.malformed(
                        "effect \"" + given + "\" is not valid: write \"Allow\" or \"Deny\", in that case"));
    }

    private Actions actions(boolean negated) throws IOException {
        if (actions != null) {
            throw json.malformed("Action and NotAction exclude each other: write one of them");
        }
        return new Actions(
                negated,
                PolicyReader.values(json, "action", false, "\"" + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY + "\""));
    }

    private Principals principals(boolean negated) throws IOException {
        if (principals != null) {
            throw json.malformed("Principal and NotPrincipal exclude each other: write one of them");
        }
        if (json.isText() && json.text().equals("*")) {
            return Principals.everyone(negated);
        }
        PolicyReader.requireObject(json, "principal", "\"*\" or " + PROVIDER);
        JsonLocation began = json.location();
        Map<PrincipalType, List<JsonNode>> values = new EnumMap<>(PrincipalType.class);
        json.fields(name -> values.put(type(name), PolicyReader.values(json, "principal", false, "an ARN, or \"*\"")));
        if (values.isEmpty()) {
            throw json.malformed("principal is empty: write " + PROVIDER, began);
        }
        return new Principals(negated, values);
    }

    private PrincipalType type(String name) {
        if (PolicyReader.isFunction(name)) {
            throw json.malformed(
                    "principal is known only at deployment: write its type, and the expression as its value, "
                            + "{\"Federated\": {\"" + name + "\": …}}");
        }
        return PrincipalType.named(name)
                .orElseThrow(() -> json.malformed("principal type \"" + name
                        + "\" is not valid: write Federated, AWS, Service or CanonicalUser, in that case"));
    }

    private void readConditions() throws IOException {
        PolicyReader.requireObject(json, "Condition", "{\"StringEquals\": {…}}");
        json.fields(name -> {
            ConditionOperator operator = operator(name);
            PolicyReader.requireObject(json, name, "{\"token.actions.githubusercontent.com:sub\": […]}");
            json.fields(key -> conditions.add(condition(operator, key)));
        });
    }

    private ConditionOperator operator(String name) {
        return ConditionOperator.named(name)
                .orElseThrow(() -> json.malformed("operator \"" + name
                        + (PolicyReader.isFunction(name)
                                ? "\" is known only at deployment: write the operator, and the expression as its value"
                                : "\" is not valid: write StringEquals or StringLike")));
    }

    private Condition condition(ConditionOperator operator, String key) throws IOException {
        if (key.isBlank()) {
            throw json.malformed("condition key is blank: write token.actions.githubusercontent.com:sub");
        }
        for (Condition earlier : conditions) {
            if (earlier.operator().equals(operator) && earlier.key().equals(key)) {
                throw json.malformed("operator " + operator.iamName() + " tests " + key
                        + " twice, in two spellings: write all the values in one list");
            }
        }
        // CloudFormation replaces the object of an operator as well: {"StringEquals": {"Fn::GetAtt": [...]}}
        List<JsonNode> values = PolicyReader.isFunction(key)
                ? List.of(json.tree())
                : PolicyReader.values(json, "value", true, "a text or a list of texts");
        return new Condition(operator, key, values);
    }
}

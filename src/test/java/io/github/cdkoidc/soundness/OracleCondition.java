package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.soundness.OracleText.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One key under one operator of a condition, as IAM evaluates it. */
final class OracleCondition {

    private static final Set<String> POPULATED = Set.of(
            "aud",
            "sub",
            "actor",
            "actor_id",
            "job_workflow_ref",
            "repository",
            "repository_id",
            "repository_owner_id",
            "workflow",
            "ref",
            "environment",
            "enterprise_id");

    private final String quantifier;
    private final String operator;
    private final boolean ifExists;
    private final String key;
    private final List<JsonNode> values;
    private final List<OracleText> texts;
    private final boolean hasVariable;

    /**
     * Reads a condition.
     *
     * @param written the operator with its modifiers
     * @param key the condition key
     * @param values the value or the list of values
     * @param parameters the texts of parameters, by name
     * @param variables whether the policy's version has policy variables
     */
    OracleCondition(String written, String key, JsonNode values, Map<String, String> parameters, boolean variables) {
        int colon = written.indexOf(':');
        quantifier = written.substring(0, colon + 1);
        ifExists = written.endsWith("IfExists");
        operator = written.substring(colon + 1, written.length() - (ifExists ? "IfExists".length() : 0));
        this.key = key.toLowerCase(Locale.ROOT);
        this.values = OracleJson.list(values);
        hasVariable = variables
                && this.values.stream()
                        .anyMatch(value -> value.isTextual() && value.asText().matches(".*\\$\\{[A-Za-z].*"));
        texts = new ArrayList<>();
        this.values.forEach(value -> texts.add(OracleText.of(value, parameters, variables, comparison(operator))));
    }

    private static Comparison comparison(String operator) {
        if (operator.endsWith("IgnoreCase")) {
            return Comparison.IGNORING_CASE;
        }
        return operator.endsWith("Like") ? Comparison.PATTERN : Comparison.EXACT;
    }

    /**
     * Whether the condition holds.
     *
     * @param issuer the token's issuer without {@code https://}
     * @param claims the claims that the request presents
     */
    Certainty holds(String issuer, Map<String, String> claims) {
        Certainty holds = compared(issuer, claims);
        // What IAM does with a statement whose variable has no value is not documented.
        return hasVariable && holds == Certainty.TRUE ? Certainty.UNKNOWN : holds;
    }

    private Certainty compared(String issuer, Map<String, String> claims) {
        int end = key.lastIndexOf(':');
        String prefix = key.substring(0, Math.max(end, 0));
        if (!prefix.contains(".")) {
            return Certainty.UNKNOWN;
        }
        String claim = key.substring(end + 1);
        boolean present = prefix.equals(issuer) && POPULATED.contains(claim) && claims.containsKey(claim);
        if (operator.equals("Null")) {
            return ofNull(present);
        }
        return present ? ofPresent(claims.get(claim)) : ofMissing();
    }

    private Certainty ofNull(boolean present) {
        Certainty any = Certainty.FALSE;
        for (JsonNode value : values) {
            any = any.or(
                    value.isValueNode()
                            ? Certainty.of(value.asText().equalsIgnoreCase(String.valueOf(!present)))
                            : Certainty.UNKNOWN);
        }
        return quantifier.isEmpty() && !ifExists ? any : Certainty.UNKNOWN;
    }

    private Certainty ofMissing() {
        if (quantifier.equals("ForAllValues:")) {
            return Certainty.TRUE;
        }
        if (quantifier.equals("ForAnyValue:")) {
            return ifExists ? Certainty.UNKNOWN : Certainty.FALSE;
        }
        return Certainty.of(ifExists || isNegated());
    }

    private Certainty ofPresent(String actual) {
        if (isNegated()) {
            return values.isEmpty() ? Certainty.UNKNOWN : any(actual).not();
        }
        return any(actual);
    }

    private Certainty any(String actual) {
        Certainty any = Certainty.FALSE;
        for (int i = 0; i < values.size(); i++) {
            any = any.or(matches(actual, i));
        }
        return any;
    }

    private Certainty matches(String actual, int value) {
        if (operator.startsWith("String")) {
            return texts.get(value).matches(actual);
        }
        if (operator.equals("NumericEquals")
                && isNumber(actual)
                && isNumber(values.get(value).asText())) {
            return Certainty.of(new BigDecimal(actual)
                            .compareTo(new BigDecimal(values.get(value).asText()))
                    == 0);
        }
        return Certainty.UNKNOWN;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    private boolean isNegated() {
        return operator.contains("Not");
    }
}

package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What is out of the ordinary in a policy, in words that failures are grouped by. */
final class PolicyTraits {

    private PolicyTraits() {}

    /**
     * The traits of a policy.
     *
     * @param json the policy
     */
    static Set<String> of(String json) {
        Set<String> traits = new TreeSet<>();
        for (JsonNode statement : OracleJson.list(OracleJson.read(json).path("Statement"))) {
            if (statement.path("Effect").asText().equals("Deny")) {
                traits.add("Deny");
            }
            addPrincipal(statement.path("Principal").toString(), traits);
            statement
                    .path("Condition")
                    .properties()
                    .forEach(block -> block.getValue()
                            .properties()
                            .forEach(test -> addTest(block.getKey(), test.getKey(), test.getValue(), traits)));
        }
        return traits;
    }

    private static void addPrincipal(String principal, Set<String> traits) {
        add(principal.contains("AWS") && !principal.contains("*"), "AWS principal", traits);
        add(principal.contains("AWS") && principal.contains("*"), "AWS *", traits);
        add(principal.equals("\"*\""), "principal *", traits);
        add(principal.contains("Ref"), "provider by parameter", traits);
        add(principal.contains("Federated") && principal.matches(".*[/\"]\\*.*"), "wildcard provider", traits);
    }

    private static void addTest(String operator, String key, JsonNode value, Set<String> traits) {
        boolean foreign = !key.startsWith(GeneratedValues.GITHUB);
        add(foreign, "foreign key", traits);
        if (!foreign) {
            String modifier = operator.contains("ForA") || operator.endsWith("IfExists") ? "modified " : "";
            add(!operator.matches("StringEquals|StringLike"), modifier + operator.replaceFirst("^.*:", ""), traits);
            add(value.isEmpty() && value.isArray(), "no value", traits);
            add(value.toString().contains("\"${") || value.toString().contains("${aws"), "policy variable", traits);
            add(value.toString().matches(".*\"(Ref|Fn::\\w+)\".*"), "template value", traits);
        }
    }

    private static void add(boolean has, String trait, Set<String> traits) {
        if (has) {
            traits.add(trait);
        }
    }
}

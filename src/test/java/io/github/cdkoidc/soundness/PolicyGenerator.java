package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Random trust policies. Most are a tight policy of one repository with a few mutations, some are anything. */
final class PolicyGenerator {

    /** What the parameters of the templates stand for: each names what is trusted. */
    static final Map<String, String> PARAMETERS = Map.of(
            "Org", "octo-org",
            "Repo", "octo-repo",
            "Branch", "main",
            "Environment", "prod",
            "OwnerId", "1234",
            "Subject", "repo:octo-org/octo-repo:ref:refs/heads/main");

    private final SplittableRandom random;

    PolicyGenerator(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The next policy, as JSON. */
    String next() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        if (!chance(10)) {
            policy.put("Version", chance(10) ? "2008-10-17" : "2012-10-17");
        }
        ArrayNode statements = policy.putArray("Statement");
        boolean wild = chance(15);
        statements.add(wild ? anyStatement() : tightStatement());
        for (int more = random.nextInt(4); more > 1; more--) {
            statements.add(chance(60) ? tightStatement() : anyStatement());
        }
        for (int mutations = 1 + random.nextInt(3); mutations > 0; mutations--) {
            mutate(statements);
        }
        return policy.toString();
    }

    private ObjectNode tightStatement() {
        ObjectNode statement = statement("Allow", GeneratedValues.TIGHT_PRINCIPAL, GeneratedValues.TIGHT_ACTION);
        ObjectNode condition = statement.putObject("Condition");
        put(condition, "StringEquals", GeneratedValues.GITHUB + "aud", json("\"sts.amazonaws.com\""));
        String subject = one(GeneratedValues.TIGHT_SUBJECTS);
        put(
                condition,
                subject.contains("*") ? "StringLike" : "StringEquals",
                GeneratedValues.GITHUB + "sub",
                json(subject));
        if (chance(40)) {
            String claim = one(GeneratedValues.CLAIMS.subList(5, 15));
            put(
                    condition,
                    "StringEquals",
                    GeneratedValues.GITHUB + claim,
                    json(GeneratedValues.of(claim).get(0)));
        }
        return statement;
    }

    private ObjectNode anyStatement() {
        ObjectNode statement = statement(
                chance(25) ? "Deny" : "Allow",
                chance(70) ? GeneratedValues.TIGHT_PRINCIPAL : one(GeneratedValues.PRINCIPALS),
                chance(70) ? GeneratedValues.TIGHT_ACTION : one(GeneratedValues.ACTIONS));
        if (!chance(5)) {
            ObjectNode condition = statement.putObject("Condition");
            for (int tests = random.nextInt(4); tests > 0; tests--) {
                addTest(condition);
            }
        }
        return statement;
    }

    private static ObjectNode statement(String effect, String principal, String action) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Effect", effect);
        statement.set("Principal", json(principal));
        statement.set("Action", json(action));
        return statement;
    }

    private void mutate(ArrayNode statements) {
        ObjectNode statement = (ObjectNode) statements.get(random.nextInt(statements.size()));
        if (chance(5) || !statement.path("Condition").isObject()) {
            statement.remove("Condition");
            statement.putObject("Condition");
        }
        ObjectNode condition = (ObjectNode) statement.get("Condition");
        switch (random.nextInt(12)) {
            case 0 -> statement.set("Principal", json(one(GeneratedValues.PRINCIPALS)));
            case 1 -> statement.set("Action", json(one(GeneratedValues.ACTIONS)));
            case 2, 3 -> addTest(condition);
            case 4 -> {
                ObjectNode deny = anyStatement();
                statements.add(deny.put("Effect", "Deny"));
            }
            case 5 -> statements.add(anyStatement());
            default -> mutateTest(condition);
        }
    }

    /** Takes one test out of a condition and puts it back another way, or not at all. */
    private void mutateTest(ObjectNode condition) {
        if (condition.isEmpty()) {
            return;
        }
        String operator = one(names(condition));
        ObjectNode block = (ObjectNode) condition.get(operator);
        String key = one(names(block));
        JsonNode value = block.remove(key);
        if (block.isEmpty()) {
            condition.remove(operator);
        }
        String claim = key.substring(key.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        switch (random.nextInt(8)) {
            case 0 -> put(condition, operator(), key, value);
            case 1 -> put(condition, modified(operator.replaceFirst("^.*:", "")), key, value);
            case 2 -> put(condition, operator, GeneratedValues.GITHUB + one(GeneratedValues.CLAIMS), value);
            case 3 -> put(condition, operator, key, values(value, value(claim)));
            case 4 -> put(condition, operator, key, chance(30) ? values() : values(value, value));
            case 5 -> put(condition, "StringLike", key, value(claim));
            case 6 -> put(condition, operator, key, value(claim));
            default -> {
                // The test is gone.
            }
        }
    }

    private void addTest(ObjectNode condition) {
        if (chance(25)) {
            put(condition, operator(), one(GeneratedValues.FOREIGN_KEYS), json(one(GeneratedValues.FOREIGN_VALUES)));
            return;
        }
        String claim = one(GeneratedValues.CLAIMS);
        put(condition, operator(), GeneratedValues.GITHUB + claim, value(claim.toLowerCase(Locale.ROOT)));
    }

    private static void put(ObjectNode condition, String operator, String key, JsonNode value) {
        boolean truth = operator.contains("Null") || operator.contains("Bool");
        JsonNode written = truth ? json(value.toString().length() % 2 == 0 ? "\"true\"" : "\"false\"") : value;
        condition.withObjectProperty(operator).set(key, written);
    }

    private String operator() {
        return modified(one(GeneratedValues.OPERATORS));
    }

    private String modified(String operator) {
        boolean plain = operator.endsWith("IfExists") || operator.equals("Null");
        return one(GeneratedValues.QUANTIFIERS) + operator + (!plain && chance(20) ? "IfExists" : "");
    }

    private JsonNode value(String claim) {
        if (claim.equals("sub")) {
            return json(one(chance(30) ? GeneratedValues.TIGHT_SUBJECTS : GeneratedValues.LOOSE_SUBJECTS));
        }
        return json(one(GeneratedValues.of(claim)));
    }

    private static ArrayNode values(JsonNode... values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode value : values) {
            list.addAll(OracleJson.list(value));
        }
        return list;
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode json(String text) {
        return OracleJson.read(text);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}

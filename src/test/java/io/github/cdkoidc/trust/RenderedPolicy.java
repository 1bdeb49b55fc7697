package io.github.cdkoidc.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads a rendered policy as IAM does, with no help from the code that renders it. */
final class RenderedPolicy {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;

    RenderedPolicy(TrustPolicy policy) {
        try {
            this.document = JSON.readTree(policy.toJson());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + policy.toJson(), e);
        }
    }

    /** The {@code sub} values under an operator, of all statements, as they stand in the document. */
    List<String> subs(String operator) {
        List<String> subs = new ArrayList<>();
        for (JsonNode statement : document.get("Statement")) {
            JsonNode sub = statement.at("/Condition/" + operator).path("token.actions.githubusercontent.com:sub");
            if (sub.isTextual()) {
                subs.add(sub.asText());
            }
            sub.forEach(value -> subs.add(value.asText()));
        }
        return subs;
    }

    /** The {@code sub}s that {@code StringEquals} compares with. */
    List<String> exactSubs() {
        return subs("StringEquals").stream().map(RenderedPolicy::literal).toList();
    }

    /** What IAM makes of a value: the escapes are resolved, and any other variable fails. */
    private static String literal(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (value.startsWith("${", i)) {
                if (!value.startsWith("${$}", i)) {
                    throw new AssertionError("policy variable in " + value);
                }
                text.append('$');
                i += 3;
            } else {
                text.append(value.charAt(i));
            }
        }
        return text.toString();
    }
}

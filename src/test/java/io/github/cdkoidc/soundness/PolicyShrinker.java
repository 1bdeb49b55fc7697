package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes out of a policy what its failure does not need. */
final class PolicyShrinker {

    private PolicyShrinker() {}

    /**
     * The smallest failure of the same kind that is found by taking out statements, tests and values, one at a time.
     *
     * @param failure a failure
     * @param check what is wrong with a policy
     */
    static Failure shrunk(Failure failure, Function<String, List<Failure>> check) {
        Predicate<Failure> same = other -> other.kind().equals(failure.kind());
        for (JsonNode smaller : smaller(OracleJson.read(failure.policy()))) {
            var still = check.apply(smaller.toString()).stream().filter(same).findFirst();
            if (still.isPresent()) {
                return shrunk(still.get(), check);
            }
        }
        return failure;
    }

    /** A tree without one of its parts, for each part; what a statement cannot be without stays. */
    private static List<JsonNode> smaller(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node instanceof ArrayNode array && array.size() > 1) {
            for (int i = 0; i < array.size(); i++) {
                ArrayNode fewer = array.deepCopy();
                fewer.remove(i);
                all.add(fewer);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            for (JsonNode part : smaller(node.get(i))) {
                ArrayNode changed = node.deepCopy();
                changed.set(i, part);
                all.add(changed);
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!List.of("Version", "Statement", "Effect", "Principal", "Action", "Federated", "Fn::If")
                    .contains(field.getKey())) {
                ObjectNode without = node.deepCopy();
                without.remove(field.getKey());
                all.add(without);
            }
            if (!field.getKey().startsWith("Fn::")) {
                for (JsonNode part : smaller(field.getValue())) {
                    ObjectNode changed = node.deepCopy();
                    changed.set(field.getKey(), part);
                    all.add(changed);
                }
            }
        }
        return all;
    }
}

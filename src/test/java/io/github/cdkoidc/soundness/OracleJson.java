package io.github.cdkoidc.soundness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what the oracle judges. */
final class OracleJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OracleJson() {}

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** One value or a list of them; none if it is missing. */
    static List<JsonNode> list(JsonNode value) {
        if (!value.isArray()) {
            return value.isMissingNode() ? List.of() : List.of(value);
        }
        return StreamSupport.stream(value.spliterator(), false).toList();
    }
}

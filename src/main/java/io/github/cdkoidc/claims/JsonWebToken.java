package io.github.cdkoidc.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the claims out of a token. It verifies nothing, and its errors never repeat the token. */
final class JsonWebToken {

    private static final int LONGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonWebToken() {}

    /** The claims as text: numbers as their digits, an audience list of one as that one, anything nested as JSON. */
    static Map<String, String> claims(String token) {
        if (token.length() > LONGEST) {
            throw unreadable("has " + token.length() + " characters, and GitHub's have a few thousand", null);
        }
        String[] parts = token.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw unreadable("has " + parts.length + " parts between dots, not three", null);
        }
        Map<String, String> claims = new LinkedHashMap<>();
        payload(parts[1]).properties().forEach(claim -> claims.put(claim.getKey(), text(claim.getValue())));
        return claims;
    }

    private static JsonNode payload(String part) {
        JsonNode payload;
        try {
            payload = JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw unreadable("has a second part that is not base64url", null);
        } catch (JsonProcessingException e) {
            throw unreadable("has a second part that is not JSON", e);
        }
        if (!payload.isObject()) {
            throw unreadable("has a second part that is not a JSON object", null);
        }
        return payload;
    }

    private static String text(JsonNode value) {
        if (value.isArray() && value.size() == 1 && value.get(0).isTextual()) {
            return value.get(0).asText();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static IllegalArgumentException unreadable(String why, @Nullable JsonProcessingException e) {
        String place = e == null || e.getLocation() == null
                ? ""
                : " (column " + e.getLocation().getColumnNr() + " of the decoded part)";
        return new IllegalArgumentException("token " + why + place
                + ", so it is no JSON Web Token: write the value that ACTIONS_ID_TOKEN_REQUEST_URL answers");
    }
}

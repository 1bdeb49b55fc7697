package io.github.cdkoidc.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.internal.json.JsonTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the claims out of a token. It verifies nothing, and its errors never repeat the token. */
final class JsonWebToken {

    private static final int LONGEST = 64 * 1024;
    private static final String INSTEAD = "write the value that ACTIONS_ID_TOKEN_REQUEST_URL answers";

    private JsonWebToken() {}

    /** The claims as text: numbers as their digits, an audience list of one as that one, anything nested as JSON, null as absent. */
    static Map<String, String> claims(String token) {
        Objects.requireNonNull(token, "token is null: " + INSTEAD);
        if (token.length() > LONGEST) {
            throw unreadable("has " + token.length() + " characters, and GitHub's have a few thousand");
        }
        String[] parts = token.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw unreadable("has " + parts.length + " parts between dots, not three");
        }
        Map<String, String> claims = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> claim : payload(parts[1]).properties()) {
            if (!claim.getValue().isNull()) {
                claims.put(claim.getKey(), text(claim.getValue()));
            }
        }
        return claims;
    }

    private static JsonNode payload(String part) {
        JsonNode payload;
        try {
            payload = JsonTree.parse(text(Base64.getUrlDecoder().decode(part)));
        } catch (IllegalArgumentException e) {
            throw unreadable("has a second part that is not base64url");
        } catch (CharacterCodingException e) {
            throw unreadable("has a second part that is not UTF-8");
        } catch (JsonProcessingException e) {
            throw unreadable("has a second part that is not JSON, or names a claim twice");
        }
        if (!payload.isObject()) {
            throw unreadable("has a second part that is not a JSON object");
        }
        return payload;
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static String text(JsonNode value) {
        if (value.isArray() && value.size() == 1 && value.get(0).isTextual()) {
            return value.get(0).asText();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Without a cause: those of Jackson quote what they could not read. */
    private static IllegalArgumentException unreadable(String why) {
        return new IllegalArgumentException("token " + why + ", so it is not a JSON Web Token: " + INSTEAD);
    }
}

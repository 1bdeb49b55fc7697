package io.github.cdkoidc.cli.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a run presents: a token, which is decoded and never repeated, or its claims as JSON. */
public final class TokenInput {

    /** A token, or the beginning of one. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}(?:\\.[\\w-]*){0,2}");

    private TokenInput() {}

    /** A text with {@code eyJ…} in place of each token. */
    public static String redacted(String text) {
        return TOKEN.matcher(text).replaceAll("eyJ…");
    }

    /** The claims of a token in a file that holds it, or what GitHub answers with one; {@code -} is standard input. */
    public static GitHubClaims inFile(Inputs inputs, String name) {
        if (TOKEN.matcher(name).lookingAt()) {
            throw new BadInputException(
                    "--token",
                    "this is a token, and a command's arguments are seen by others: pipe it in with --token -, or name a file "
                            + "or, with --token-variable, a variable that holds it");
        }
        return claims(Inputs.called(name), inputs.text(name));
    }

    /** The claims of a token in a variable of the environment. */
    public static GitHubClaims inVariable(Inputs inputs, String name) {
        if (TOKEN.matcher(name).lookingAt()) {
            throw new BadInputException(
                    "--token-variable", "this is a token, and not the name of a variable: name one that holds it");
        }
        return claims(name, inputs.variable(name));
    }

    private static GitHubClaims claims(String name, String text) {
        String token = text.strip();
        try {
            return GitHubClaims.fromToken(token.startsWith("{") ? answer(name, token) : token);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(name, String.valueOf(e.getMessage()));
        }
    }

    /** What ACTIONS_ID_TOKEN_REQUEST_URL answers holds the token. */
    private static String answer(String name, String json) {
        try {
            JsonNode value = JsonTree.parse(json).path("value");
            if (value.isTextual()) {
                return value.asText();
            }
        } catch (JsonProcessingException e) {
            // Its message may quote the token.
        }
        throw new BadInputException(name, "there is no token in it: give the token alone, or its claims with --claims");
    }

    /** The claims that a file holds as a JSON object; {@code -} is standard input. */
    public static GitHubClaims decoded(Inputs inputs, String name) {
        String shown = Inputs.called(name);
        JsonNode claims;
        try {
            claims = JsonTree.parse(inputs.text(name));
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    shown,
                    "these claims are not JSON: write {\"sub\": \"repo:OWNER/NAME:ref:refs/heads/main\", …}, or give a "
                            + "token with --token");
        }
        if (!claims.isObject()) {
            throw new BadInputException(
                    shown,
                    "these claims are not an object: write {\"sub\": \"repo:OWNER/NAME:ref:refs/heads/main\", …}");
        }
        Map<String, String> values = new LinkedHashMap<>();
        claims.properties().stream()
                .filter(claim -> !claim.getValue().isNull())
                .forEach(claim -> values.put(claim.getKey(), value(shown, claim.getKey(), claim.getValue())));
        return GitHubClaims.of(values);
    }

    private static String value(String file, String name, JsonNode value) {
        if (value.isArray() && value.size() == 1 && value.get(0).isTextual()) {
            return value.get(0).asText();
        }
        if (value.isContainerNode()) {
            throw new BadInputException(
                    file, "claim " + name + " is not a text, and GitHub's are: write \"" + name + "\": \"…\"");
        }
        return value.asText();
    }
}

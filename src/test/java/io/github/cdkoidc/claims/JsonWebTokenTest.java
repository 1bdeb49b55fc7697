package io.github.cdkoidc.claims;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWebTokenTest {

    private static final int LONGEST = 65_536;
    static final String REMEDY =
            ", so it is not a JSON Web Token: write the value that ACTIONS_ID_TOKEN_REQUEST_URL answers";

    @Test
    void theClaimsOfATokenAreRead() {
        String token = token("""
                {"iss": "https://token.actions.githubusercontent.com", "aud": "sts.amazonaws.com",
                 "sub": "repo:octo-org/octo-repo:environment:pröd", "repository_id": "456789", "base_ref": ""}
                """);

        assertThat(GitHubClaims.fromToken(token).values())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "iss", "https://token.actions.githubusercontent.com",
                        "aud", "sts.amazonaws.com",
                        "sub", "repo:octo-org/octo-repo:environment:pröd",
                        "repository_id", "456789",
                        "base_ref", ""));
    }

    static Stream<Arguments> aClaimThatIsNoStringIsReadAsText() {
        return Stream.of(
                arguments("1764000000", "1764000000"),
                arguments("true", "true"),
                arguments("[\"sts.amazonaws.com\"]", "sts.amazonaws.com"),
                arguments("[\"a\", \"b\"]", "[\"a\",\"b\"]"),
                arguments("[1]", "[1]"),
                arguments("[]", "[]"),
                arguments("{\"x\": {\"y\": 1}}", "{\"x\":{\"y\":1}}"));
    }

    @ParameterizedTest
    @MethodSource
    void aClaimThatIsNoStringIsReadAsText(String json, String text) {
        assertThat(GitHubClaims.fromToken(token("{\"claim\": " + json + "}")).get("claim"))
                .contains(text);
    }

    @Test
    void aClaimThatIsNullIsAbsent() {
        assertThat(GitHubClaims.fromToken(token("{\"sub\": \"s\", \"environment\": null}"))
                        .values())
                .containsExactly(Map.entry("sub", "s"));
    }

    @Test
    void aTokenIsNotNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> GitHubClaims.fromToken(null))
                .withMessage("token is null: write the value that ACTIONS_ID_TOKEN_REQUEST_URL answers");
    }

    @Test
    void blanksAroundATokenAreNoPartOfIt() {
        assertThat(GitHubClaims.fromToken("\n " + token("{\"sub\": \"s\"}") + " \r\n")
                        .get("sub"))
                .contains("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sub\":\"s\"}", "{\"sub\":\"s\"} ", "{\"sub\":\"s\"}  "})
    void thePaddingOfBase64MayBeThere(String json) {
        String padded = "header." + Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8)) + ".signature";

        assertThat(GitHubClaims.fromToken(padded).get("sub")).contains("s");
    }

    @Test
    void theLongestTokenIsRead() {
        String start = token("{\"sub\": \"s\"}");
        String longest = start + "x".repeat(LONGEST - start.length());

        assertThat(GitHubClaims.fromToken(longest).get("sub")).contains("s");
    }

    @Test
    void aTokenThatIsTooLongIsRefused() {
        assertRefused("x".repeat(LONGEST + 1), "has 65537 characters, and GitHub's have a few thousand");
    }

    static Stream<Arguments> whatIsNoTokenIsRefused() {
        String notBase64 = "has a second part that is not base64url";
        String notJson = "has a second part that is not JSON, or names a claim twice";
        String notAnObject = "has a second part that is not a JSON object";
        return Stream.of(
                arguments("", "has 1 parts between dots, not three"),
                arguments("secret", "has 1 parts between dots, not three"),
                arguments("secret.secret", "has 2 parts between dots, not three"),
                arguments("secret.secret.secret.", "has 4 parts between dots, not three"),
                arguments("secret.secret.secret.secret.secret", "has 5 parts between dots, not three"),
                arguments("secret.se+cret.secret", notBase64),
                arguments("secret.se/cret.secret", notBase64),
                arguments("secret.se cret.secret", notBase64),
                arguments("secret.se\ncret.secret", notBase64),
                arguments("secret.secre.secret", notBase64),
                arguments("secret.sécret.secret", notBase64),
                arguments("secret._w.secret", "has a second part that is not UTF-8"),
                arguments(token("secret"), notJson),
                arguments(token("{"), notJson),
                arguments(token("{\"secret\": sub}"), notJson),
                arguments(token("{\"secret\": 1, \"secret\": 2}"), notJson),
                arguments(token("{\"a\": {\"secret\": 1, \"secret\": 2}}"), notJson),
                arguments(token("{\"a\": 1} secret"), notJson),
                arguments(token("{\"a\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}"), notJson),
                arguments("..", notAnObject),
                arguments(token(" "), notAnObject),
                arguments(token("[\"secret\"]"), notAnObject),
                arguments(token("\"secret\""), notAnObject),
                arguments(token("7"), notAnObject),
                arguments(token("null"), notAnObject));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoTokenIsRefused(String token, String why) {
        assertRefused(token, why);
    }

    private static void assertRefused(String token, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHubClaims.fromToken(token))
                .withMessage("token " + why + REMEDY)
                .withNoCause();
    }

    static String token(String payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8)) + "."
                + base64.encodeToString(payload.getBytes(UTF_8)) + ".c2lnbmF0dXJl";
    }
}

package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;

/**
 * The witness of a finding, and what the policy answers to it.
 *
 * @param claims the claims of the token
 * @param allowed whether the policy admits it
 */
public record Proof(GitHubClaims claims, boolean allowed) {

    /**
     * {@return the claims as JSON on one line, which {@link GitHubClaims#of} reads again} An issuer that is missing is github.com.
     */
    public String json() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        claims.values().forEach(object::put);
        if (object.path("iss").asText().equals(GitHubIssuer.GITHUB_COM.url())) {
            object.remove("iss");
        }
        return object.toString();
    }

    /** {@return what the policy does with the token: {@code admits} or {@code denies}} */
    public String verb() {
        return allowed ? "admits" : "denies";
    }

    /** The answer and the claims, such as <code>admits {"sub":"repo:octo-org/octo-repo:pull_request"}</code>. */
    @Override
    public String toString() {
        return verb() + " " + json();
    }
}

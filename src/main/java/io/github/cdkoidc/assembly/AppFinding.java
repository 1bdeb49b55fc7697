package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.Optional;

/**
 * What a rule has found in an app.
 *
 * @param rule the rule
 * @param file the template
 * @param logicalId the resource; empty if it is the whole template
 * @param path the path of the construct that made it; empty if the app does not say
 * @param location a JSON pointer into the template
 * @param message what is there, and what follows
 * @param proof the token that shows it, if one does
 * @param acknowledgement what somebody has answered
 */
public record AppFinding(
        TrustRule rule,
        String file,
        String logicalId,
        String path,
        String location,
        String message,
        Optional<Proof> proof,
        Optional<ConstructMetadata.Acknowledgement> acknowledgement) {

    /**
     * A token, and what becomes of it.
     *
     * @param token the token's claims
     * @param isAllowed whether it gets in
     */
    public record Proof(GitHubClaims token, boolean isAllowed) {

        /**
         * The claims as JSON, which {@link GitHubClaims#of} reads again; github.com is what an issuer left out stands for.
         *
         * @return an object on one line
         */
        public String json() {
            ObjectNode claims = JsonNodeFactory.instance.objectNode();
            token.values().forEach(claims::put);
            if (claims.path("iss").asText().equals(GitHubIssuer.GITHUB_COM.url())) {
                claims.remove("iss");
            }
            return claims.toString();
        }

        @Override
        public String toString() {
            return (isAllowed ? "lets in " : "denies ") + json();
        }
    }

    /**
     * The same in another file.
     *
     * @param other what the template is called instead
     * @return the finding
     */
    public AppFinding inFile(String other) {
        return new AppFinding(rule, other, logicalId, path, location, message, proof, acknowledgement);
    }

    /**
     * Whether this alone fails the synthesis.
     *
     * @return true for an error that nobody has acknowledged
     */
    public boolean fails() {
        return rule.severity() == Severity.ERROR && acknowledgement.isEmpty();
    }

    /**
     * What it is, where, and the proof, unless nothing is wrong with that run; neither the construct nor the fix, which the CDK's
     * report has beside it.
     *
     * @return lines of text
     */
    public String description() {
        String text = message + "\n   at " + location;
        return proof.filter(shown -> rule.severity() != Severity.INFO)
                .map(shown -> text + "\n   " + shown)
                .orElse(text);
    }

    /** Everything, for a reader who has no report beside it. */
    @Override
    public String toString() {
        String construct = path.isEmpty() ? file : path;
        return rule.severity() + " " + ConstructMetadata.PREFIX + ":" + rule.id() + " " + construct
                + (logicalId.isEmpty() ? "" : " (" + logicalId + ")") + "\n   " + description() + "\n   "
                + acknowledgement
                        .map(answer -> "acknowledged: " + answer.reason())
                        .orElse("fix: " + rule.fix());
    }
}

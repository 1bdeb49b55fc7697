package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A provider of GitHub that a template makes. */
record AppProvider(SynthesizedTemplate template, String logicalId, GitHubIssuer issuer) {

    private static final Set<String> DEFAULT_AUDIENCES = Set.of(GitHubClaims.DEFAULT_AUDIENCE, "sts.amazonaws.com.cn");
    /** By type; the second is what the CDK made before CloudFormation knew providers. */
    private static final Map<String, String> AUDIENCES = Map.of(
            "AWS::IAM::OIDCProvider", "ClientIdList",
            "Custom::AWSCDKOpenIdConnectProvider", "ClientIDList");

    /** The providers of GitHub in a template, but for those whose URL only the deployment knows. */
    static Stream<AppProvider> in(SynthesizedTemplate template) {
        return template.tree().path("Resources").properties().stream()
                .filter(resource ->
                        AUDIENCES.containsKey(resource.getValue().path("Type").asText()))
                .filter(resource -> GitHubIssuer.isOne(url(resource.getValue())))
                .map(resource ->
                        new AppProvider(template, resource.getKey(), GitHubIssuer.ofUrl(url(resource.getValue()))));
    }

    private static String url(JsonNode resource) {
        return resource.path("Properties").path("Url").asText();
    }

    JsonNode resource() {
        return template.resource(logicalId);
    }

    String path() {
        return template.path(logicalId);
    }

    /** A JSON pointer to one of its properties. */
    String location(String property) {
        return "/Resources/" + logicalId + "/Properties/" + (property.equals("Url") ? property : audiences());
    }

    private String audiences() {
        return AUDIENCES.getOrDefault(resource().path("Type").asText(), "");
    }

    /** Whether an account cannot take both. One that is made on a condition may stand for the other. */
    boolean collidesWith(AppProvider other) {
        boolean same = template.file().equals(other.template.file()) && logicalId.equals(other.logicalId);
        boolean conditional = resource().has("Condition") || other.resource().has("Condition");
        return !same && !conditional && issuer.equals(other.issuer) && isOfAccountOf(other);
    }

    /** Stacks that name no account are deployed to one, unless they are of different stages. */
    boolean isOfAccountOf(AppProvider other) {
        return template.account().equals(other.template.account())
                && (template.account().isPresent() || template.group().equals(other.template.group()));
    }

    /** The audiences beside the one that AWS's action asks for, where the template tells. */
    Stream<String> extraAudiences() {
        return written()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(audience -> !DEFAULT_AUDIENCES.contains(audience))
                .distinct();
    }

    /** Whether tokens for an audience are surely refused: the list is there, it is written out, and lacks it. */
    boolean refuses(String audience) {
        return resource().path("Properties").path(audiences()).isArray()
                && written().allMatch(JsonNode::isTextual)
                && written().noneMatch(one -> one.asText().equals(audience));
    }

    private Stream<JsonNode> written() {
        return written(resource());
    }

    /** The audiences of a provider's resource. */
    static Stream<JsonNode> written(JsonNode resource) {
        String property = AUDIENCES.getOrDefault(resource.path("Type").asText(), "");
        return StreamSupport.stream(resource.path("Properties").path(property).spliterator(), false);
    }
}

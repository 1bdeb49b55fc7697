package io.github.cdkoidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Stack;

/**
 * A shape of trust and what came of it, made once for all tests.
 *
 * @param main the shape's stack
 * @param templates the templates of all its stacks
 * @param roles the roles in them
 */
record SynthesizedShape(Stack main, Map<Stack, JsonNode> templates, List<GitHubOidcRole> roles) {

    private static final Map<TrustShape, SynthesizedShape> KNOWN = new EnumMap<>(TrustShape.class);

    static SynthesizedShape of(TrustShape shape) {
        return KNOWN.computeIfAbsent(shape, SynthesizedShape::make);
    }

    private static SynthesizedShape make(TrustShape shape) {
        Stack main = shape.stack();
        var constructs = main.getNode().getRoot().getNode().findAll();
        Map<Stack, JsonNode> templates = new LinkedHashMap<>();
        constructs.stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast)
                .forEach(stack -> templates.put(stack, TestApp.template(stack)));
        List<GitHubOidcRole> roles = constructs.stream()
                .filter(GitHubOidcRole.class::isInstance)
                .map(GitHubOidcRole.class::cast)
                .toList();
        return new SynthesizedShape(main, templates, roles);
    }

    /** What the template says that the role trusts. */
    JsonNode trustPolicyInTemplate(GitHubOidcRole role) {
        Stack stack = Stack.of(role);
        String logicalId = stack.getLogicalId(
                (CfnElement) Objects.requireNonNull(role.getNode().getDefaultChild()));
        return templates.get(stack).at("/Resources/" + logicalId + "/Properties/AssumeRolePolicyDocument");
    }

    /** The statements of all roles. */
    Stream<JsonNode> statements() {
        return roles.stream()
                .flatMap(role -> elements(trustPolicyInTemplate(role).path("Statement")));
    }

    /** The resources of all templates. */
    Stream<JsonNode> resources() {
        return templates.values().stream().flatMap(template -> elements(template.path("Resources")));
    }

    /** The resources of a type. */
    Stream<JsonNode> resources(String type) {
        return resources().filter(resource -> resource.path("Type").asText().equals(type));
    }

    static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}

package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.policy.ProviderArn;
import java.util.Optional;

/**
 * A template of an app, with what the app says of it. A template is one of a stack, or of a stack nested in it.
 *
 * @param file the template's file, as the CDK names it
 * @param stack the path of the stack's construct, such as {@code Stage/Stack/Nested}; empty if it is not known
 * @param group what is deployed together: the path of the stage, empty for the app's own stacks
 * @param account the 12 digits of the account that it is deployed to, if the app says so
 * @param region the region that it is deployed to, if the app says so
 * @param tree the JSON, read
 */
public record SynthesizedTemplate(
        String file,
        String stack,
        String group,
        Optional<String> account,
        Optional<String> region,
        String json,
        JsonNode tree,
        ConstructMetadata constructs) {

    /** A template that stands alone, of whose stack nothing is known. */
    public static SynthesizedTemplate alone(String file, String json, JsonNode tree) {
        return new SynthesizedTemplate(
                file, "", "", Optional.empty(), Optional.empty(), json, tree, ConstructMetadata.NONE);
    }

    public SynthesizedTemplate inFile(String other) {
        return new SynthesizedTemplate(other, stack, group, account, region, json, tree, constructs);
    }

    /** A resource of this template; a missing node if there is none. */
    public JsonNode resource(String logicalId) {
        return tree.path("Resources").path(logicalId);
    }

    /**
     * The path of the construct that a resource is part of, such as {@code Stack/MyRole}; the stack's, which may be empty, if the app
     * does not say.
     */
    public String path(String logicalId) {
        JsonNode written = resource(logicalId).path("Metadata").path("aws:cdk:path");
        String path = written.isTextual()
                ? written.asText()
                : constructs.path(stack, logicalId).orElse(stack);
        // What a construct is mainly about is called so, and the name is not written in the app.
        String construct = path.replaceFirst("/(?:Resource|Default)$", "");
        return construct.equals(stack) ? path : construct;
    }

    /** The partition that the region is in, such as {@code aws}, if the region is known. */
    public Optional<String> partition() {
        return region.map(ProviderArn::partitionOf);
    }
}

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
 * @param json the template
 * @param tree the same, read
 * @param constructs what the app says of the stack's constructs
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

    /**
     * A template that stands alone.
     *
     * @param file the template's file
     * @param json the template
     * @param tree the same, read
     * @return the template of a stack of which nothing is known
     */
    public static SynthesizedTemplate alone(String file, String json, JsonNode tree) {
        return new SynthesizedTemplate(
                file, "", "", Optional.empty(), Optional.empty(), json, tree, ConstructMetadata.NONE);
    }

    /**
     * The same in another file.
     *
     * @param other what the template is called instead
     * @return the template
     */
    public SynthesizedTemplate inFile(String other) {
        return new SynthesizedTemplate(other, stack, group, account, region, json, tree, constructs);
    }

    /**
     * A resource of this template.
     *
     * @param logicalId its logical id
     * @return the resource; a missing node if there is none
     */
    public JsonNode resource(String logicalId) {
        return tree.path("Resources").path(logicalId);
    }

    /**
     * The path of the construct that a resource is part of, or the stack's if the app does not say.
     *
     * @param logicalId the resource's logical id
     * @return for example {@code Stack/MyRole}; empty if nothing is known of the stack either
     */
    public String path(String logicalId) {
        JsonNode written = resource(logicalId).path("Metadata").path("aws:cdk:path");
        String path = written.isTextual()
                ? written.asText()
                : constructs.path(stack, logicalId).orElse(stack);
        // What a construct is mainly about is called so, and nobody has written it.
        String construct = path.replaceFirst("/(?:Resource|Default)$", "");
        return construct.equals(stack) ? path : construct;
    }

    /**
     * The partition that the region is in.
     *
     * @return for example {@code aws}, if the region is known
     */
    public Optional<String> partition() {
        return region.map(ProviderArn::partitionOf);
    }
}

package io.github.cdkoidc;

import com.fasterxml.jackson.databind.JsonNode;
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
record SynthesizedTemplate(
        String file,
        String stack,
        String group,
        Optional<String> account,
        Optional<String> region,
        String json,
        JsonNode tree,
        ConstructMetadata constructs) {

    /** A resource of this template. */
    JsonNode resource(String logicalId) {
        return tree.path("Resources").path(logicalId);
    }

    /** The path of the construct that a resource is part of, or the stack's if the app does not say. */
    String path(String logicalId) {
        JsonNode written = resource(logicalId).path("Metadata").path("aws:cdk:path");
        String path = written.isTextual()
                ? written.asText()
                : constructs.path(stack, logicalId).orElse(stack);
        // What a construct is mainly about is called so, and nobody has written it.
        String construct = path.replaceFirst("/(?:Resource|Default)$", "");
        return construct.equals(stack) ? path : construct;
    }

    /** The partition that the region is in, if the region is known. */
    Optional<String> partition() {
        return region.map(
                name -> name.startsWith("cn-") ? "aws-cn" : name.startsWith("us-gov-") ? "aws-us-gov" : "aws");
    }
}

package io.github.cdkoidc.cli.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.SynthesizedTemplate;
import io.github.cdkoidc.internal.json.JsonTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where roles are written: in a policy document, in what AWS answers, in templates. */
public sealed interface RoleSource permits PolicySource, TemplateSource {

    /** The roles, in the order of the source. */
    List<Role> roles();

    /** The templates that the roles are in; none if they are in no template. */
    default List<SynthesizedTemplate> templates() {
        return List.of();
    }

    /** What the rules find. */
    List<AppFinding> findings();

    /** The line of the element at a JSON pointer into a file of this source; 0 if it is not known. */
    int line(String file, String pointer);

    /** Reads a policy, a template, an answer of AWS or a folder of the CDK; {@value Inputs#STANDARD_INPUT} is standard input. */
    static RoleSource of(Inputs inputs, String name) {
        if (!name.equals(Inputs.STANDARD_INPUT)) {
            Path path = inputs.path(name);
            if (Files.isDirectory(path)) {
                return TemplateSource.folder(inputs, name, path);
            }
            if (name.endsWith(".template.json") && Files.isRegularFile(path.resolveSibling("manifest.json"))) {
                return TemplateSource.stack(inputs, path);
            }
        }
        String text = inputs.text(name);
        String shown = Inputs.called(name);
        return text.stripLeading().startsWith("%7B")
                ? document(shown, decoded(shown, text.strip()))
                : document(shown, text);
    }

    private static RoleSource document(String file, String text) {
        JsonNode tree;
        try {
            tree = JsonTree.parse(text);
        } catch (JsonProcessingException e) {
            return PolicySource.broken(file, text, e);
        }
        if (tree.isTextual()) {
            return document(file, decoded(file, tree.asText()));
        }
        JsonNode body = tree.path("TemplateBody");
        if (body.isTextual()) {
            return document(file, body.asText());
        }
        if (body instanceof ObjectNode template) {
            return TemplateSource.template(file, template.toString(), template);
        }
        return tree instanceof ObjectNode template && tree.has("Resources")
                ? TemplateSource.template(file, text, template)
                : PolicySource.of(file, text, tree);
    }

    /** A document as IAM's API has it, where the AWS CLI has not decoded it. */
    private static String decoded(String file, String text) {
        try {
            return text.startsWith("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    file, "this is not a URL-encoded policy document: give it as IAM has answered it");
        }
    }
}

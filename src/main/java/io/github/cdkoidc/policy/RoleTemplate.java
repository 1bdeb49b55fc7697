package io.github.cdkoidc.policy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles of a CloudFormation template and the OIDC providers beside them. A template that is not JSON cannot be read at all; a
 * role whose trust policy cannot be read leaves the others readable.
 */
public final class RoleTemplate {

    private static final String ROLE = "AWS::IAM::Role";
    private static final String PROVIDER = "AWS::IAM::OIDCProvider";
    /** What the CDK made before CloudFormation knew providers. */
    private static final String CUSTOM_PROVIDER = "Custom::AWSCDKOpenIdConnectProvider";

    private final Map<String, JsonNode> roles = new LinkedHashMap<>();
    private final Map<String, JsonNode> names = new LinkedHashMap<>();
    private final Map<JsonNode, String> providers = new LinkedHashMap<>();

    private final Map<JsonNode, String> parameters = new LinkedHashMap<>();

    private RoleTemplate(JsonNode template) {
        template.path("Parameters").properties().forEach(parameter -> {
            JsonNode value = parameter.getValue().path("Default");
            if (value.isValueNode()
                    && isOneText(parameter.getValue().path("Type").asText())) {
                parameters.put(JsonNodeFactory.instance.objectNode().put("Ref", parameter.getKey()), value.asText());
            }
        });
        JsonNode resources = template.path("Resources");
        resources.properties().forEach(resource -> {
            if (!resource.getValue().isObject()) {
                throw malformed(
                        pointerTo(resource.getKey()),
                        "resource is not an object, so it may stand for any number of roles: write them out");
            }
            JsonNode properties = resource.getValue().path("Properties");
            switch (resource.getValue().path("Type").asText()) {
                case ROLE -> {
                    roles.put(resource.getKey(), properties.path("AssumeRolePolicyDocument"));
                    names.put(resource.getKey(), properties.path("RoleName"));
                }
                case PROVIDER, CUSTOM_PROVIDER -> provider(resource.getKey(), properties.path("Url"));
                default -> {}
            }
        });
    }

    /** Whether a parameter stands for its default: not one of Systems Manager, whose default is a name, and no list. */
    private static boolean isOneText(String type) {
        return !type.startsWith("AWS::SSM::") && !type.equals("CommaDelimitedList") && !type.startsWith("List<");
    }

    private static String pointerTo(String logicalId) {
        return "/Resources" + JsonPointer.empty().appendProperty(logicalId);
    }

    private static MalformedPolicyException malformed(String pointer, String what) {
        return new MalformedPolicyException(MalformedPolicyException.Kind.MALFORMED, pointer, 0, 0, what);
    }

    private void provider(String logicalId, JsonNode url) {
        if (url.isTextual()) {
            String issuer = GitHubIssuer.withoutScheme(url.asText());
            providers.put(JsonNodeFactory.instance.objectNode().put("Ref", logicalId), issuer);
            providers.put(CloudFormationExpression.attribute(logicalId, "Arn"), issuer);
        }
    }

    /** Reads a template; a {@link MalformedPolicyException} if it is not JSON, or holds no resources. */
    public static RoleTemplate parse(String json) {
        return JsonCursor.read(json, "", cursor -> {
            JsonLocation began = cursor.location();
            JsonNode template = cursor.tree();
            if (!template.path("Resources").isObject()) {
                throw cursor.malformed(
                        "template has no resources, so it is not a CloudFormation template: write {\"Resources\": {…}}",
                        began);
            }
            return new RoleTemplate(template);
        });
    }

    /** {@return the logical ids of the roles, in the order of the template} */
    public Set<String> roles() {
        return Collections.unmodifiableSet(roles.keySet());
    }

    /** {@return where the trust policy of a role of this logical id stands, a JSON pointer into the template} */
    public String pointer(String role) {
        return pointerTo(role) + "/Properties/AssumeRolePolicyDocument";
    }

    /** Why IAM does not take the name of a role, as far as it is written out. */
    public Optional<String> refusedName(String role) {
        JsonNode name = names.getOrDefault(role, MissingNode.getInstance());
        return name.isMissingNode() ? Optional.empty() : RoleIdentity.refused(name);
    }

    /** Where the name of a role stands, a JSON pointer into the template. */
    public String namePointer(String role) {
        return pointerTo(role) + "/Properties/RoleName";
    }

    /** The same as {@link #trustPolicy(String)}, of a role in an account. */
    public PolicyDocument trustPolicy(String role, Optional<String> account) {
        PolicyDocument policy = trustPolicy(role);
        return policy.withRole(new RoleIdentity(account, policy.role().name()));
    }

    /**
     * A role's trust policy, with what the template tells of the role and of the providers that it names.
     *
     * @throws IllegalArgumentException if the template has no such role
     * @throws MalformedPolicyException if the role holds no trust policy, or one whose structure only the deployment knows
     */
    public PolicyDocument trustPolicy(String role) {
        JsonNode document = roles.get(role);
        if (document == null) {
            throw new IllegalArgumentException(
                    "role \"" + role + "\" is not in this template: write one of " + roles.keySet());
        }
        if (document.isMissingNode()) {
            throw malformed(pointer(role), "role has no trust policy: write \"AssumeRolePolicyDocument\": {…}");
        }
        PolicyDocument policy = document.isTextual()
                ? JsonCursor.read(document.asText(), pointer(role), PolicyReader::read)
                : PolicyDocument.parse(document, pointer(role));
        Optional<String> name = Optional.of(names.getOrDefault(role, MissingNode.getInstance()))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        return policy.withProviders(providers)
                .withParameters(parameters)
                .withRole(new RoleIdentity(Optional.empty(), name));
    }
}

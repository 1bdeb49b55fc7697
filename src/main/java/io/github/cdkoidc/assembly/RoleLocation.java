package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Where in a template something of a role's trust policy stands. */
final class RoleLocation {

    private static final String FIRST = "/Statement/0";

    private RoleLocation() {}

    /**
     * The place in the template.
     *
     * @param template the template
     * @param role the role's logical id
     * @param place the place in the policy, as if its statements were a list
     * @return a JSON pointer, as far as it leads somewhere
     */
    static String of(SynthesizedTemplate template, String role, String place) {
        JsonPointer document = JsonPointer.empty()
                .appendProperty("Resources")
                .appendProperty(role)
                .appendProperty("Properties")
                .appendProperty("AssumeRolePolicyDocument");
        JsonNode policy = template.tree().at(document);
        if (policy.isTextual()) {
            return document.toString();
        }
        boolean single = policy.path("Statement").isObject() && place.startsWith(FIRST);
        return document + (single ? "/Statement" + place.substring(FIRST.length()) : place);
    }
}

package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Where in a template something of a role's trust policy stands. */
final class RoleLocation {

    private static final String FIRST = "/Statement/0";

    private RoleLocation() {}

    /**
     * A JSON pointer to a place in the policy of a role, as far as it leads somewhere. The place is given as if statements were a list.
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

package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * What a statement is about: the {@code Action} element, or {@code NotAction}.
 *
 * @param negated whether it is every action but these
 * @param values one value or more, each a text as the policy holds it, {@code *} and {@code ?} being wildcards, or a
 *     CloudFormation expression
 */
public record Actions(boolean negated, List<JsonNode> values) {

    /** The one action of a web identity trust: {@value}. */
    public static final String ASSUME_ROLE_WITH_WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity";

    /** {@code sts:AssumeRoleWithWebIdentity} alone. */
    public static final Actions WEB_IDENTITY =
            new Actions(false, List.of(TextNode.valueOf(ASSUME_ROLE_WITH_WEB_IDENTITY)));

    /** Takes a copy of the values, of which there must be one. */
    public Actions {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("action is empty, and IAM takes one value or more: write \""
                    + ASSUME_ROLE_WITH_WEB_IDENTITY + "\"");
        }
    }

    /** The element's name. */
    public String element() {
        return negated ? "NotAction" : "Action";
    }
}

package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What the meaning of a statement's values depends on.
 *
 * @param hasVariables whether the policy's version knows policy variables
 * @param commercial whether the statement's providers are of partition {@code aws}, as far as that is known
 * @param deployed what is taken for what only the deployment knows; nothing if that stays unknown
 */
public record PolicyDialect(boolean hasVariables, boolean commercial, Optional<DeployedValues> deployed) {

    /** A language in which what only the deployment knows stays unknown. */
    public PolicyDialect(boolean hasVariables, boolean commercial) {
        this(hasVariables, commercial, Optional.empty());
    }

    /** The parts of a value of a claim, by what decides them. */
    public List<ValuePart> pieces(JsonNode value, String claim) {
        List<ValuePart> parts = CloudFormationExpression.pieces(value);
        List<ValuePart> known = deployed.isPresent() ? deployed.get().in(parts, claim) : parts;
        return hasVariables ? PolicyVariables.in(known, this) : known;
    }
}

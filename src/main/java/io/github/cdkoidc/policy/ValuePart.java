package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A part of a value, by what decides it: the policy, the deployment, or the run. */
public sealed interface ValuePart {

    /** What the policy says, wildcards included where the operator knows them. */
    record Text(String text) implements ValuePart {}

    /** What the policy says and is itself, a wildcard too. */
    record Exact(String text) implements ValuePart {}

    /** What only the deployment says: an expression of CloudFormation, or a text that is a token of the CDK. */
    record Deployed(JsonNode expression) implements ValuePart {}

    /** What the run's request says: a policy variable. */
    record Variable(String written, ConditionKey key, Optional<String> fallback) implements ValuePart {}

    /** What starts like a policy variable and is not one. */
    record Unreadable(String written) implements ValuePart {}
}

package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A part of a value, by who says what it is: the policy, the deployment, or the run. */
sealed interface Piece {

    /** What the policy says, wildcards included where the operator knows them. */
    record Text(String text) implements Piece {}

    /** What the policy says and is itself, a wildcard too. */
    record Exact(String text) implements Piece {}

    /** What only the deployment says: an expression of CloudFormation, or a text that is a token of the CDK. */
    record Deployed(JsonNode expression) implements Piece {}

    /** What the run's request says: a policy variable. */
    record Variable(String written, ConditionKey key, Optional<String> fallback) implements Piece {}

    /** What starts like a policy variable and is none. */
    record Unreadable(String written) implements Piece {}
}

package io.github.cdkoidc.policy;

/**
 * What the meaning of a statement's values depends on.
 *
 * @param hasVariables whether the policy's version knows policy variables
 * @param commercial whether the statement's providers are of partition {@code aws}, as far as that is known
 */
public record PolicyDialect(boolean hasVariables, boolean commercial) {}

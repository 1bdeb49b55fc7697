package io.github.cdkoidc.policy;

/**
 * What the words of a statement depend on besides themselves.
 *
 * @param hasVariables whether the policy's version knows policy variables
 * @param commercial whether the statement's providers are of partition {@code aws}, as far as anybody can tell
 */
public record PolicyDialect(boolean hasVariables, boolean commercial) {}

package io.github.cdkoidc;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.policy.ProviderArn;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.constructs.Construct;

/**
 * The providers of one stack, and its region, which its roles share. Each is asked for once: a question to a construct is a round trip
 * to Node.
 *
 * @param region the region, or a CDK token
 * @param created the providers that were made in this stack
 * @param imported the providers of the account that were imported into this stack
 * @param issuers the issuers of the providers that roles of this stack were given, where their ARNs name them
 */
record StackProviders(
        String region,
        Map<GitHubIssuer, GitHubOidcProvider> created,
        Map<GitHubIssuer, IOidcProvider> imported,
        Map<IOidcProvider, Optional<GitHubIssuer>> issuers) {

    private static final Map<Construct, StackProviders> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    static StackProviders of(Construct scope) {
        StackProviders known =
                KNOWN.get(Objects.requireNonNull(scope, "scope is null: write a stack, or a construct in it"));
        if (known == null) {
            Stack stack = topLevel(scope);
            known = KNOWN.computeIfAbsent(
                    stack,
                    s -> new StackProviders(stack.getRegion(), new HashMap<>(), new HashMap<>(), new HashMap<>()));
            KNOWN.put(scope, known);
        }
        return known;
    }

    /** The stack that is deployed by its own name: an account takes one provider of an issuer, so nested stacks share it. */
    static Stack topLevel(Construct scope) {
        Stack stack = scope instanceof Stack own ? own : stackOf(scope);
        return stack instanceof NestedStack ? topLevel(Objects.requireNonNull(stack.getNestedStackParent())) : stack;
    }

    private static Stack stackOf(Construct scope) {
        try {
            return Stack.of(scope);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "scope \"" + scope.getNode().getPath() + "\" is in no stack, and IAM's resources are made by one: "
                            + "write a stack, or a construct in it",
                    e);
        }
    }

    /** The partition of the region, {@code aws} if the region is not known. */
    String partition() {
        return ProviderArn.partitionOf(region);
    }
}

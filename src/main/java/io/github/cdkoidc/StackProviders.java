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

/** The providers of one stack, and its region. Each is asked for once: a question to a construct is a round trip to Node. */
final class StackProviders {

    private static final Map<Construct, StackProviders> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private final String region;
    private final Map<GitHubIssuer, GitHubOidcProvider> created = new HashMap<>();
    private final Map<GitHubIssuer, IOidcProvider> imported = new HashMap<>();
    private final Map<IOidcProvider, Optional<GitHubIssuer>> issuers = new HashMap<>();

    private StackProviders(Stack stack) {
        this.region = stack.getRegion();
    }

    static StackProviders of(Construct scope) {
        StackProviders known =
                KNOWN.get(Objects.requireNonNull(scope, "scope is null: write a stack, or a construct in it"));
        if (known == null) {
            Stack stack = topLevel(scope);
            known = KNOWN.computeIfAbsent(stack, s -> new StackProviders(stack));
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

    /** The region, or a CDK token. */
    String region() {
        return region;
    }

    /** The partition of the region, {@code aws} if the region is not known. */
    String partition() {
        return ProviderArn.partitionOf(region);
    }

    /** The providers that were made in this stack. */
    Map<GitHubIssuer, GitHubOidcProvider> created() {
        return created;
    }

    /** The issuers of the providers that roles of this stack were given, where their ARNs name them. */
    Map<IOidcProvider, Optional<GitHubIssuer>> issuers() {
        return issuers;
    }

    /** The providers of the account that were imported into this stack. */
    Map<GitHubIssuer, IOidcProvider> imported() {
        return imported;
    }
}

package io.github.cdkoidc;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.constructs.Construct;

/**
 * The providers of one stack, and its region. Each is asked for once: a question to a construct is a round trip to Node.
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

    /** The partitions that {@link #partition} knows by region. */
    private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

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

    /** Who mints the tokens that a role takes. Refuses a provider of another issuer, account or partition. */
    GitHubIssuer issuer(@Nullable IOidcProvider provider, @Nullable GitHubIssuer said, Construct scope) {
        GitHubIssuer fallback = said != null ? said : GitHubIssuer.GITHUB_COM;
        if (provider == null) {
            return fallback;
        }
        GitHubIssuer known = provider instanceof GitHubOidcProvider own
                ? own.getIssuer()
                : issuers.computeIfAbsent(provider, p -> issuerInArn(p.getOidcProviderArn(), scope))
                        .orElse(fallback);
        if (said != null) {
            TrustRequest.requireIssuer(known, said);
        }
        return known;
    }

    private Optional<GitHubIssuer> issuerInArn(String text, Construct scope) {
        return ProviderArn.parse(text).map(arn -> {
            if (!CdkToken.isIn(region)) {
                arn.partition()
                        .filter(PARTITIONS::contains)
                        .ifPresent(given -> requireOwn("partition", text, given, partition()));
            }
            String own = topLevel(scope).getAccount();
            arn.account().ifPresent(account -> requireOwn("account", text, account, own));
            return GitHubIssuer.ofUrl(arn.name());
        });
    }

    private static void requireOwn(String what, String arn, String given, String own) {
        if (!CdkToken.isIn(own) && !given.equals(own)) {
            throw new IllegalArgumentException("provider " + arn + " is of " + what + " " + given
                    + ", and IAM takes only one of the role's own " + what + ", " + own
                    + ": write provider(GitHubOidcProvider.fromAccount(this))");
        }
    }
}

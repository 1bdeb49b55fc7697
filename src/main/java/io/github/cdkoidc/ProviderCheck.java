package io.github.cdkoidc;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.constructs.Construct;

/** Checks that a provider has the issuer that is given, and the account and the partition of the stack. */
final class ProviderCheck {

    /** The partitions that {@link StackProviders#partition} knows by region. */
    private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

    private ProviderCheck() {}

    /** Who mints the tokens that a role takes. Refuses a provider of another issuer, account or partition. */
    static GitHubIssuer of(@Nullable IOidcProvider provider, @Nullable GitHubIssuer said, Construct scope) {
        GitHubIssuer fallback = said != null ? said : GitHubIssuer.GITHUB_COM;
        if (provider == null) {
            return fallback;
        }
        GitHubIssuer known = provider instanceof GitHubOidcProvider own
                ? own.getIssuer()
                : StackProviders.of(scope)
                        .issuers()
                        .computeIfAbsent(provider, p -> issuerInArn(p.getOidcProviderArn(), scope))
                        .orElse(fallback);
        if (said != null) {
            TrustRequest.requireIssuer(known, said);
        }
        return known;
    }

    private static Optional<GitHubIssuer> issuerInArn(String text, Construct scope) {
        return ProviderArn.parse(text).map(arn -> {
            StackProviders stack = StackProviders.of(scope);
            if (!CdkToken.isIn(stack.region())) {
                arn.partition()
                        .filter(PARTITIONS::contains)
                        .ifPresent(partition -> requireOwn("partition", text, partition, stack.partition()));
            }
            String own = StackProviders.topLevel(scope).getAccount();
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

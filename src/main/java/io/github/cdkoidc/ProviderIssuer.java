package io.github.cdkoidc;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.IOidcProvider;
import software.constructs.Construct;

/** Holds a provider against what is said of it: its issuer, its account and its partition. */
final class ProviderIssuer {

    private static final Pattern ARN = Pattern.compile("arn:([^:]+):iam::([^:]+):oidc-provider/(.+)", Pattern.DOTALL);
    /** The partitions that a region's name tells here. */
    private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

    private ProviderIssuer() {}

    /**
     * Who mints the tokens that a role takes.
     *
     * @throws IllegalArgumentException if the provider is of another issuer, account or partition
     */
    static GitHubIssuer of(@Nullable IOidcProvider provider, @Nullable GitHubIssuer said, Construct scope) {
        GitHubIssuer fallback = said != null ? said : GitHubIssuer.GITHUB_COM;
        if (provider == null) {
            return fallback;
        }
        GitHubIssuer known = provider instanceof GitHubOidcProvider own
                ? own.getIssuer()
                : StackFacts.of(scope)
                        .issuers()
                        .computeIfAbsent(provider, p -> issuerInArn(p.getOidcProviderArn(), scope))
                        .orElse(fallback);
        if (said != null && !said.equals(known)) {
            throw new IllegalArgumentException("provider is of " + known + " and issuer is " + said
                    + ", and a provider takes the tokens of its own issuer only: leave issuer(…) out, or give the provider of "
                    + said);
        }
        return known;
    }

    private static Optional<GitHubIssuer> issuerInArn(String arn, Construct scope) {
        // The colons inside of a token are none of an ARN's, and there are none in the ones that the CDK writes for
        // ARNs.
        var parts = ARN.matcher(arn);
        if (!parts.matches() || CdkToken.isIn(parts.group(3))) {
            return Optional.empty();
        }
        StackFacts stack = StackFacts.of(scope);
        if (PARTITIONS.contains(parts.group(1)) && !CdkToken.isIn(stack.region())) {
            requireOwn("partition", arn, parts.group(1), stack.partition());
        }
        requireOwn("account", arn, parts.group(2), StackFacts.topLevel(scope).getAccount());
        return Optional.of(GitHubIssuer.ofUrl(parts.group(3)));
    }

    private static void requireOwn(String what, String arn, String given, String own) {
        if (!CdkToken.isIn(given) && !CdkToken.isIn(own) && !given.equals(own)) {
            throw new IllegalArgumentException("provider " + arn + " is of " + what + " " + given
                    + ", and IAM takes only one of the role's own " + what + ", " + own
                    + ": write provider(GitHubOidcProvider.fromAccount(this))");
        }
    }
}

package io.github.cdkoidc.policy;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a condition compares. AWS makes keys of some of a token's claims, under the name of the token's issuer: of {@code aud},
 * {@code sub}, {@code amr}, {@code email} and {@code oaud} for every issuer, and of ten more for github.com. The case of a key does
 * not matter.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif">
 *     IAM: available keys for AWS OIDC federation</a>
 */
public final class ConditionKey {

    private static final String SCHEME = "https://";
    private static final Set<String> OF_EVERY_ISSUER = Set.of("aud", "sub", "amr", "email", "oaud");
    private static final Set<String> OF_GITHUB =
            Stream.of(GitHubClaim.values()).map(GitHubClaim::claimName).collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final String issuer;
    private final String claim;
    private final boolean ofToken;
    private final boolean ofEveryIssuer;
    private final boolean commercial;

    /** Reads a name as the policy has it. AWS documents the ten keys for partition {@code aws} alone. */
    public ConditionKey(String name, PolicyDialect language) {
        this.name = name;
        this.commercial = language.commercial();
        String folded = name.toLowerCase(Locale.ROOT);
        int end = Math.max(folded.lastIndexOf(':'), 0);
        String prefix = folded.substring(0, end);
        this.issuer = SCHEME + prefix;
        this.claim = folded.substring(Math.min(end + 1, folded.length()));
        // Keys of AWS itself start with a service, such as aws: or sts:, and issuers with the name of a host.
        boolean host = prefix.indexOf('.') >= 0 && (prefix.indexOf(':') < 0 || prefix.startsWith(SCHEME));
        this.ofToken = host && !CdkToken.isIn(name);
        this.ofEveryIssuer = OF_EVERY_ISSUER.contains(claim);
    }

    /** The claim that the key is named after. */
    public String claim() {
        return claim;
    }

    /** The URL of the issuer that the key is named after, in small letters. */
    public String issuer() {
        return issuer;
    }

    /** Whether the key is named after a claim of some issuer's tokens. What any other key holds, no token tells. */
    public boolean isOfToken() {
        return ofToken;
    }

    /** Whether the key is named after a claim of the run's issuer. */
    public boolean isOf(String issuerUrl) {
        return ofToken && (issuer.equals(issuerUrl) || issuer.equalsIgnoreCase(issuerUrl));
    }

    /** Whether AWS makes a key of the claim, for one issuer at least. */
    public boolean isPopulated() {
        return ofEveryIssuer || OF_GITHUB.contains(claim);
    }

    /** Whether AWS surely makes a key of what the token presents. For an empty claim, that is not documented either. */
    public boolean isSure(String value, String issuerUrl) {
        return !value.isEmpty() && isDocumentedFor(issuerUrl);
    }

    /** Whether AWS documents that it makes a key of the claim, for the tokens of the run's issuer. */
    public boolean isDocumentedFor(String issuerUrl) {
        return ofEveryIssuer || (commercial && issuerUrl.equals(GitHubIssuer.GITHUB_COM.url()));
    }

    /** The key as the policy has it. */
    @Override
    public String toString() {
        return name;
    }
}

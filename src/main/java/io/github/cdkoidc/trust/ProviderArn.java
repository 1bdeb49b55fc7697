package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ARN of a provider as a policy writes it: {@code arn:PARTITION:iam::ACCOUNT:oidc-provider/NAME}. What only the deployment knows
 * is not there.
 *
 * @param text as it is written, with {@code …} for what only the deployment knows
 * @param partition such as {@code aws}, if it is written out
 * @param account 12 digits, if they are written out
 * @param issuer who mints the tokens
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html">
 *     AWS: resource types of IAM</a>
 */
public record ProviderArn(String text, Optional<String> partition, Optional<String> account, GitHubIssuer issuer) {

    private static final String UNKNOWN = "…";
    private static final Pattern ARN = Pattern.compile("arn:([^:]+):iam::([^:]*):oidc-provider/([^…]+)");

    /**
     * The providers of GitHub that a policy lets in by ARN.
     *
     * @param policy the policy
     * @return those that are written so far out that they can be told from others
     */
    public static List<ProviderArn> in(TrustPolicy policy) {
        return policy.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .filter(statement -> !statement.principals().negated())
                .flatMap(statement -> statement.principals().of(PrincipalType.FEDERATED).stream())
                .flatMap(ProviderArn::of)
                .distinct()
                .toList();
    }

    private static Stream<ProviderArn> of(JsonNode principal) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : Expression.pieces(principal)) {
            text.append(piece instanceof Piece.Text known ? known.text() : UNKNOWN);
        }
        Matcher arn = ARN.matcher(text);
        return arn.matches() && GitHubIssuer.isOne(arn.group(3))
                ? Stream.of(new ProviderArn(
                        text.toString(), known(arn.group(1)), known(arn.group(2)), GitHubIssuer.ofUrl(arn.group(3))))
                : Stream.empty();
    }

    private static Optional<String> known(String part) {
        return part.isEmpty() || part.contains(UNKNOWN) ? Optional.empty() : Optional.of(part);
    }
}

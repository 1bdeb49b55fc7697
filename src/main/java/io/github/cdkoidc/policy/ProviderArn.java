package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.GitHubIssuer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of a provider as it is written: {@code arn:PARTITION:iam::ACCOUNT:oidc-provider/NAME}. What only the deployment knows of it
 * is not there.
 *
 * @param text as it is written, with {@code …} for what only the deployment knows
 * @param partition such as {@code aws}, if it is written out
 * @param account 12 digits, if they are written out
 * @param name whose provider it is: the issuer's URL without {@code https://}
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html">
 *     AWS: resource types of IAM</a>
 */
public record ProviderArn(String text, Optional<String> partition, Optional<String> account, String name) {

    /** The deployment may know all that stands before the provider. */
    private static final Pattern ARN =
            Pattern.compile("(?:arn:([^:]+):iam::([^:]*)|[^:]*….*):oidc-provider/([^…]+)", Pattern.DOTALL);

    /** The providers of GitHub that a policy trusts by ARN, if it is written out far enough to tell them from others. */
    public static List<ProviderArn> in(PolicyDocument policy) {
        return policy.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .filter(statement -> !statement.principals().negated())
                .flatMap(statement -> statement.principals().of(PrincipalType.FEDERATED).stream())
                .flatMap(principal -> of(principal).stream())
                .filter(arn -> GitHubIssuer.isOne(arn.name()))
                .distinct()
                .toList();
    }

    /** The ARN that a value is, if it is one of a provider whose name is written out. */
    public static Optional<ProviderArn> of(JsonNode value) {
        String text = CloudFormationExpression.text(value);
        Matcher arn = ARN.matcher(text);
        return arn.matches()
                ? Optional.of(new ProviderArn(text, known(arn.group(1)), known(arn.group(2)), arn.group(3)))
                : Optional.empty();
    }

    /** The same of a text, which may hold tokens of the CDK. */
    public static Optional<ProviderArn> parse(String text) {
        return of(TextNode.valueOf(text));
    }

    private static Optional<String> known(@Nullable String part) {
        return part == null || part.isEmpty() || part.indexOf(CloudFormationExpression.UNKNOWN) >= 0
                ? Optional.empty()
                : Optional.of(part);
    }

    /** {@return the partition that a region is in: {@code aws-cn}, {@code aws-us-gov} or {@code aws}} */
    public static String partitionOf(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}

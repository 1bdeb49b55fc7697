package io.github.cdkoidc.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account that a principal of type {@code AWS} is of, as far as it is written.
 *
 * @param kind what is known of it
 * @param number 12 digits if they are written out; otherwise empty
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: Principal</a>
 */
public record PrincipalAccount(Kind kind, String number) {

    /** What is known of an account. */
    public enum Kind {
        /** Its number is written out. */
        NUMBER,
        /** It is the account that the template is deployed to. */
        OWN,
        /** Any account, because a wildcard stands for it. */
        ANY,
        /** Only the deployment knows it, or the principal does not tell. */
        UNKNOWN
    }

    private static final String OWN = "\u0000";
    private static final Pattern NUMBER = Pattern.compile("\\d{12}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:(?:iam|sts)::([^:]*)(?::.*)?", Pattern.DOTALL);

    /** The account of a principal, a text or an expression. */
    public static PrincipalAccount of(JsonNode principal) {
        StringBuilder text = new StringBuilder();
        for (ValuePart piece : CloudFormationExpression.pieces(principal)) {
            text.append(
                    piece instanceof ValuePart.Text known
                            ? known.text()
                            : piece instanceof ValuePart.Deployed deployed ? text(deployed.expression()) : "");
        }
        Matcher arn = ARN.matcher(text);
        return ofAccount(arn.matches() ? arn.group(1) : text.toString());
    }

    /** A resource's own ARN is of the account that makes the resource. */
    private static String text(JsonNode expression) {
        boolean own = expression.path("Ref").asText().equals("AWS::AccountId")
                || expression.path("Fn::GetAtt").path(1).asText().equals("Arn");
        return own ? OWN : String.valueOf(CloudFormationExpression.UNKNOWN);
    }

    private static PrincipalAccount ofAccount(String account) {
        if (NUMBER.matcher(account).matches()) {
            return new PrincipalAccount(Kind.NUMBER, account);
        }
        Kind kind = account.equals(OWN)
                ? Kind.OWN
                : account.indexOf('*') >= 0 || account.indexOf('?') >= 0 ? Kind.ANY : Kind.UNKNOWN;
        return new PrincipalAccount(kind, "");
    }
}

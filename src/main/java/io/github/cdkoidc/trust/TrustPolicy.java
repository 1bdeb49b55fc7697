package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cdkoidc.claims.CdkToken;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who may assume a role: the document that a role's {@code AssumeRolePolicyDocument} holds. Two are equal if they say the same in
 * the same order.
 *
 * @param statements the statements; a run gets in if any of them allows it
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM: policy elements</a>
 */
public record TrustPolicy(List<Statement> statements) {

    /** The version of the policy language: {@value}. */
    public static final String VERSION = "2012-10-17";

    /** The characters that IAM takes for a role's trust policy unless the account's quota is raised: {@value}. */
    public static final int DEFAULT_QUOTA = 2_048;

    /** The characters that IAM takes for a role's trust policy with the quota raised all the way: {@value}. */
    public static final int LARGEST_QUOTA = 8_192;

    /** Takes a copy of the statements. */
    public TrustPolicy {
        statements = List.copyOf(statements);
    }

    /**
     * The document, on one line and without blanks.
     *
     * @return JSON
     */
    public String toJson() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("Version", VERSION);
        document.putArray("Statement")
                .addAll(statements.stream().map(Statement::toJson).toList());
        return document.toString();
    }

    /**
     * The characters of the document on one line, which is what IAM's quota is held against here: how IAM counts blanks is not
     * documented. A CDK token counts nothing.
     *
     * @return the number of characters
     */
    public int length() {
        return CdkToken.without(toJson()).length();
    }

    /**
     * The same policy with every provider and every condition value replaced.
     *
     * @param replacement what to write for a value
     * @return the policy
     */
    public TrustPolicy map(UnaryOperator<JsonNode> replacement) {
        return new TrustPolicy(
                statements.stream().map(statement -> statement.map(replacement)).toList());
    }
}

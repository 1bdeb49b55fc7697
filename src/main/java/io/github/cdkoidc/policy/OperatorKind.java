package io.github.cdkoidc.policy;

/**
 * How IAM compares a key with a value, before what {@link ConditionOperator} adds to it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM:
 *     condition operators</a>
 */
public enum OperatorKind {
    /** The same text, case included; {@code *} and {@code ?} are themselves. */
    STRING_EQUALS("StringEquals"),
    STRING_NOT_EQUALS("StringNotEquals"),
    /** The same text, whatever the case. */
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase"),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase"),
    /** A pattern, case included; {@code *} stands for any run of characters and {@code ?} for one. */
    STRING_LIKE("StringLike"),
    STRING_NOT_LIKE("StringNotLike"),
    NUMERIC_EQUALS("NumericEquals"),
    NUMERIC_NOT_EQUALS("NumericNotEquals"),
    NUMERIC_LESS_THAN("NumericLessThan"),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals"),
    NUMERIC_GREATER_THAN("NumericGreaterThan"),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals"),
    DATE_EQUALS("DateEquals"),
    DATE_NOT_EQUALS("DateNotEquals"),
    DATE_LESS_THAN("DateLessThan"),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals"),
    DATE_GREATER_THAN("DateGreaterThan"),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals"),
    /** {@code true} or {@code false}. */
    BOOL("Bool"),
    BINARY_EQUALS("BinaryEquals"),
    /** An address of a range. */
    IP_ADDRESS("IpAddress"),
    NOT_IP_ADDRESS("NotIpAddress"),
    /** An ARN, part by part, with wildcards. */
    ARN_EQUALS("ArnEquals"),
    /** The same as {@link #ARN_EQUALS}. */
    ARN_LIKE("ArnLike"),
    ARN_NOT_EQUALS("ArnNotEquals"),
    /** The same as {@link #ARN_NOT_EQUALS}. */
    ARN_NOT_LIKE("ArnNotLike"),
    /** {@code true} if the key is missing, {@code false} if it is there. */
    NULL("Null");

    private final String iamName;

    OperatorKind(String iamName) {
        this.iamName = iamName;
    }

    /** {@return the operator's name in a policy, without what modifies it, such as {@code StringEquals}} */
    public String iamName() {
        return iamName;
    }

    /** {@return whether it holds where no value matches, and so for a missing key, as {@code StringNotEquals} does} */
    public boolean isNegated() {
        return iamName.contains("Not");
    }
}

package io.github.cdkoidc.trust;

/**
 * How a condition compares a claim with its values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM:
 *     condition operators</a>
 */
public enum ConditionOperator {
    /** The same text, case included; {@code *} and {@code ?} are themselves. */
    STRING_EQUALS("StringEquals"),
    /** A pattern, case included; {@code *} stands for any run of characters and {@code ?} for one. */
    STRING_LIKE("StringLike");

    private final String iamName;

    ConditionOperator(String iamName) {
        this.iamName = iamName;
    }

    /**
     * The operator's name in a policy.
     *
     * @return for example {@code StringEquals}
     */
    public String iamName() {
        return iamName;
    }
}

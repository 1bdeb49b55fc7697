package io.github.cdkoidc.policy;

/**
 * How many of a key's values have to match. It is meant for keys of several values. GitHub's all hold one, so it only decides what
 * becomes of a missing key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     IAM: single-valued and multivalued context keys</a>
 */
public enum Quantifier {
    /** The key has one value. */
    NONE(""),
    /** One of the key's values at least; does not hold for a missing key. */
    FOR_ANY_VALUE("ForAnyValue:"),
    /** Each of the key's values; holds for a missing key. */
    FOR_ALL_VALUES("ForAllValues:");

    private final String iamName;

    Quantifier(String iamName) {
        this.iamName = iamName;
    }

    /** {@return what a policy writes before the operator, such as {@code ForAnyValue:}, or nothing} */
    public String iamName() {
        return iamName;
    }
}

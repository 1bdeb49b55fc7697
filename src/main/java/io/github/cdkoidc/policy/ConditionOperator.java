package io.github.cdkoidc.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a condition compares a key with its values: IAM's operator with its modifiers. What becomes of a missing key depends on all three
 * parts. {@code …IfExists} and {@code ForAllValues:} hold, {@code ForAnyValue:} does not; without a modifier, a negated comparison holds
 * and any other does not. {@code Null} asks for just that.
 *
 * @param ifExists whether a missing key is enough
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM: condition
 *     operators</a>
 */
public record ConditionOperator(OperatorKind comparison, Quantifier quantifier, boolean ifExists) {

    /** All of them. Who only writes a policy does without. */
    private static final class All {
        private static final Map<String, ConditionOperator> BY_NAME = Stream.of(OperatorKind.values())
                .flatMap(comparison -> Stream.of(Quantifier.values())
                        .flatMap(quantifier -> Stream.of(false, true)
                                .filter(ifExists -> !ifExists || comparison != OperatorKind.NULL)
                                .map(ifExists -> new ConditionOperator(comparison, quantifier, ifExists))))
                .collect(Collectors.toUnmodifiableMap(operator -> folded(operator.iamName()), Function.identity()));
    }

    /** {@code StringEquals}. */
    public static final ConditionOperator STRING_EQUALS = of(OperatorKind.STRING_EQUALS);

    /** {@code StringLike}. */
    public static final ConditionOperator STRING_LIKE = of(OperatorKind.STRING_LIKE);

    /** Refuses {@code NullIfExists}. */
    public ConditionOperator {
        if (ifExists && comparison == OperatorKind.NULL) {
            throw new IllegalArgumentException("operator NullIfExists asks whether a key that exists does: write Null");
        }
    }

    /** {@return an operator without modifiers} */
    public static ConditionOperator of(OperatorKind comparison) {
        return new ConditionOperator(comparison, Quantifier.NONE, false);
    }

    /** {@return the operator of a name such as {@code ForAllValues:StringLikeIfExists}, in any case, if IAM has it} */
    public static Optional<ConditionOperator> named(String iamName) {
        return Optional.ofNullable(All.BY_NAME.get(folded(iamName)));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** {@return the operator's name in a policy, such as {@code ForAllValues:StringLikeIfExists}} */
    public String iamName() {
        return quantifier.iamName() + comparison.iamName() + (ifExists ? "IfExists" : "");
    }

    /** {@return the same modifiers on another comparison, which may not make {@code NullIfExists}} */
    public ConditionOperator with(OperatorKind other) {
        return new ConditionOperator(other, quantifier, ifExists);
    }
}

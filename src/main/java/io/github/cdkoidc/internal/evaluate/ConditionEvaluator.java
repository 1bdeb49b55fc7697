package io.github.cdkoidc.internal.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionKey;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.PolicyDialect;
import io.github.cdkoidc.policy.Quantifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Decides one condition for many runs. */
public final class ConditionEvaluator {

    private static final JsonNode NO_VALUE =
            JsonNodeFactory.instance.objectNode().put("Ref", "AWS::NoValue");

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");

    private final Condition condition;
    private final PolicyDialect language;
    private final ConditionKey key;
    private final List<ValueMatcher> values;
    private final Set<String> exact = new HashSet<>();
    private final List<ValueMatcher> others = new ArrayList<>();
    private final boolean dynamic;
    private final Ternary unknown;

    /** Reads a condition, of which nothing unknown is assumed. */
    public ConditionEvaluator(Condition condition, PolicyDialect language) {
        this(condition, language, Ternary.UNKNOWN, Map.of());
    }

    /** Reads a condition. Where it is unknown whether it holds, it counts as {@code fixed}, or else as {@code unknown}. */
    ConditionEvaluator(Condition condition, PolicyDialect language, Ternary unknown, Map<Condition, Ternary> fixed) {
        this.condition = condition;
        this.language = language;
        this.key = new ConditionKey(condition.key(), language);
        boolean knowsVariables = comparison() != OperatorKind.BOOL && comparison() != OperatorKind.NULL;
        PolicyDialect own =
                knowsVariables ? language : new PolicyDialect(false, language.commercial(), language.deployed());
        this.values = alternatives(unknown)
                .map(value -> new ValueMatcher(value, mode(comparison()), own, key.claim()))
                .toList();
        this.dynamic = values.stream().anyMatch(ValueMatcher::hasVariables);
        boolean open =
                unknown == Ternary.TRUE && isPositive() && values.stream().anyMatch(ValueMatcher::isDeployed);
        this.unknown = fixed.getOrDefault(condition, open ? Ternary.UNKNOWN : unknown);
        for (ValueMatcher value : values) {
            String text = value.exact();
            if (text == null) {
                others.add(value);
            } else {
                exact.add(text);
            }
        }
    }

    /** The values; where the unknown counts as true, both branches of each {@code Fn::If} too, because either may be deployed. */
    private Stream<JsonNode> alternatives(Ternary counts) {
        Stream<JsonNode> given = condition.values().stream();
        return counts == Ternary.TRUE && isPositive() ? given.flatMap(ConditionEvaluator::branches) : given;
    }

    private static Stream<JsonNode> branches(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).flatMap(ConditionEvaluator::branches);
        }
        JsonNode choice = value.path("Fn::If");
        return choice.size() == 3
                ? Stream.of(choice.get(1), choice.get(2)).flatMap(ConditionEvaluator::branches)
                : Stream.of(value).filter(branch -> !NO_VALUE.equals(branch));
    }

    /** Whether this wants the claim to match a value. */
    public boolean isPositive() {
        return comparison().iamName().startsWith("String") && !comparison().isNegated();
    }

    private static ValueMatcher.Mode mode(OperatorKind comparison) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> ValueMatcher.Mode.SAME;
            case STRING_LIKE, STRING_NOT_LIKE -> ValueMatcher.Mode.PATTERN;
            default -> ValueMatcher.Mode.SAME_IN_ANY_CASE;
        };
    }

    public Condition condition() {
        return condition;
    }

    public PolicyDialect language() {
        return language;
    }

    public ConditionKey key() {
        return key;
    }

    public List<ValueMatcher> values() {
        return values;
    }

    private OperatorKind comparison() {
        return condition.operator().comparison();
    }

    /** Whether this holds for a run. */
    public Ternary test(TokenRequest run) {
        if (!key.isOfToken()) {
            return unknown;
        }
        String claim = run.claim(key);
        Ternary truth = test(claim, run);
        return counted(claim == null || key.isSure(claim, run.issuer()) ? truth : truth.either(test(null, run)));
    }

    /** An answer, with what the unknown counts as in its place. */
    public Ternary counted(Ternary truth) {
        return truth.ifUnknown(unknown);
    }

    /** Whether this would hold for a run that presents this text for the key, or no key if it is null. */
    public Ternary test(@Nullable String claim, TokenRequest run) {
        Ternary truth = claim == null ? missing(run) : present(claim, run);
        return dynamic && values.stream().anyMatch(value -> value.unresolved(run) != null)
                ? truth.and(Ternary.UNKNOWN)
                : truth;
    }

    private Ternary missing(TokenRequest run) {
        ConditionOperator operator = condition.operator();
        if (comparison() == OperatorKind.NULL) {
            return isNull(true, run);
        }
        if (operator.ifExists() || operator.quantifier() == Quantifier.FOR_ALL_VALUES) {
            return Ternary.TRUE;
        }
        return Ternary.of(comparison().isNegated() && operator.quantifier() == Quantifier.NONE);
    }

    private Ternary present(String claim, TokenRequest run) {
        if (isNeverMet()) {
            return Ternary.FALSE;
        }
        return switch (comparison()) {
            case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> any(claim, run);
            case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, STRING_NOT_LIKE ->
                any(claim, run).not();
            // Whether IAM compares a claim as a number is not documented, but other digits are never equal.
            case NUMERIC_EQUALS -> isOfNumbers() ? any(claim, run).and(Ternary.UNKNOWN) : Ternary.UNKNOWN;
            case BOOL -> isBoolean(claim) ? any(claim, run) : Ternary.UNKNOWN;
            case NULL -> isNull(false, run);
            default -> Ternary.UNKNOWN;
        };
    }

    /** Whether no value is there that a present claim could match. */
    public boolean isNeverMet() {
        return values.isEmpty() && !comparison().isNegated() && comparison() != OperatorKind.NULL;
    }

    /** Whether numbers are compared that have one spelling each, so that they are equal if their texts are. */
    public boolean isOfNumbers() {
        return key.claim().endsWith("_id")
                && condition.values().stream()
                        .allMatch(value -> NUMBER.matcher(value.asText()).matches());
    }

    private static boolean isBoolean(String claim) {
        return claim.equalsIgnoreCase("true") || claim.equalsIgnoreCase("false");
    }

    private Ternary isNull(boolean missing, TokenRequest run) {
        return condition.operator().quantifier() == Quantifier.NONE
                ? any(Boolean.toString(missing), run)
                : Ternary.UNKNOWN;
    }

    private Ternary any(String claim, TokenRequest run) {
        if (exact.contains(claim)) {
            return Ternary.TRUE;
        }
        Ternary any = Ternary.FALSE;
        for (ValueMatcher value : others) {
            any = any.or(value.matches(claim, run));
            if (any == Ternary.TRUE) {
                return any;
            }
        }
        return any;
    }

    /** Whether this class evaluates the comparison. */
    public boolean isJudged() {
        return comparison() == OperatorKind.BOOL
                || (comparison() == OperatorKind.NULL && condition.operator().quantifier() == Quantifier.NONE)
                || comparison().iamName().startsWith("String");
    }
}

package io.github.cdkoidc.trust;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition, ready to be asked of many runs. */
final class ConditionJudge {

    private final Condition condition;
    private final Language language;
    private final ConditionKey key;
    private final List<ValueMatcher> values;
    private final Set<String> exact = new HashSet<>();
    private final List<ValueMatcher> others = new ArrayList<>();
    private final boolean dynamic;

    ConditionJudge(Condition condition, Language language) {
        this.condition = condition;
        this.language = language;
        this.key = new ConditionKey(condition.key(), language);
        Language own = knowsVariables(comparison()) ? language : new Language(false, language.commercial());
        this.values = condition.values().stream()
                .map(value -> new ValueMatcher(value, mode(comparison()), own))
                .toList();
        this.dynamic = values.stream().anyMatch(ValueMatcher::hasVariables);
        for (ValueMatcher value : values) {
            String text = value.exact();
            if (text == null) {
                others.add(value);
            } else {
                exact.add(text);
            }
        }
    }

    private static boolean knowsVariables(Comparison comparison) {
        return comparison != Comparison.BOOL && comparison != Comparison.NULL;
    }

    private static ValueMatcher.Mode mode(Comparison comparison) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> ValueMatcher.Mode.SAME;
            case STRING_LIKE, STRING_NOT_LIKE -> ValueMatcher.Mode.PATTERN;
            default -> ValueMatcher.Mode.SAME_IN_ANY_CASE;
        };
    }

    Condition condition() {
        return condition;
    }

    Language language() {
        return language;
    }

    ConditionKey key() {
        return key;
    }

    List<ValueMatcher> values() {
        return values;
    }

    private Comparison comparison() {
        return condition.operator().comparison();
    }

    /** Whether this holds for a run. */
    Truth test(Run run) {
        if (!key.isOfToken()) {
            return Truth.UNKNOWN;
        }
        String claim = key.value(run);
        Truth truth = test(claim, run);
        return claim == null || key.isSure(claim, run) ? truth : truth.either(test(null, run));
    }

    /** Whether this would hold for a run that presented this for the key: a text, or nothing. */
    Truth test(@Nullable String claim, Run run) {
        Truth truth = claim == null ? missing(run) : present(claim, run);
        return dynamic && values.stream().anyMatch(value -> value.unresolved(run) != null)
                ? truth.and(Truth.UNKNOWN)
                : truth;
    }

    private Truth missing(Run run) {
        ConditionOperator operator = condition.operator();
        if (comparison() == Comparison.NULL) {
            return isNull(true, run);
        }
        if (operator.ifExists() || operator.quantifier() == Quantifier.FOR_ALL_VALUES) {
            return Truth.TRUE;
        }
        return Truth.of(comparison().isNegated() && operator.quantifier() == Quantifier.NONE);
    }

    private Truth present(String claim, Run run) {
        return switch (comparison()) {
            case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> any(claim, run);
            case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, STRING_NOT_LIKE ->
                any(claim, run).not();
            case BOOL -> isBoolean(claim) ? any(claim, run) : Truth.UNKNOWN;
            case NULL -> isNull(false, run);
            default -> Truth.UNKNOWN;
        };
    }

    private static boolean isBoolean(String claim) {
        return claim.equalsIgnoreCase("true") || claim.equalsIgnoreCase("false");
    }

    private Truth isNull(boolean missing, Run run) {
        return condition.operator().quantifier() == Quantifier.NONE
                ? any(Boolean.toString(missing), run)
                : Truth.UNKNOWN;
    }

    private Truth any(String claim, Run run) {
        if (exact.contains(claim)) {
            return Truth.TRUE;
        }
        Truth any = Truth.FALSE;
        for (ValueMatcher value : others) {
            any = any.or(value.matches(claim, run));
            if (any == Truth.TRUE) {
                return any;
            }
        }
        return any;
    }

    /** Whether the comparison is one that this evaluator knows. */
    boolean isJudged() {
        return comparison() == Comparison.BOOL
                || (comparison() == Comparison.NULL && condition.operator().quantifier() == Quantifier.NONE)
                || comparison().iamName().startsWith("String");
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds values because of which a run is denied, and would not be if they were written a little differently. */
final class MiswrittenValues {

    private static final List<OperatorKind> EXACT =
            List.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_EQUALS_IGNORE_CASE);
    private static final List<OperatorKind> POSITIVE =
            List.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_EQUALS_IGNORE_CASE, OperatorKind.STRING_LIKE);

    private MiswrittenValues() {}

    /** Wildcards under an operator that has none. */
    static Stream<RuleMatch> literalWildcard(AllowStatement statement) {
        return ReplacedValue.in(statement, EXACT).stream()
                .filter(value -> value.text().indexOf('*') >= 0 || value.text().indexOf('?') >= 0)
                .flatMap(value -> value.compared(OperatorKind.STRING_LIKE).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "* and ? of \"" + value.text() + "\" stand for themselves under "
                                        + value.operator().iamName() + ", so a run is denied")));
    }

    /** The full name of a ref in {@code sub}, without {@code ref:} before it. */
    static Stream<RuleMatch> missingRef(AllowStatement statement) {
        return ReplacedValue.in(statement, POSITIVE).stream()
                .filter(value -> value.condition().key().claim().equals("sub"))
                .flatMap(value -> value.written(new SubjectValue(value.text()).withRef()).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "\"" + value.text() + "\" has no ref: before the ref, so a run is denied")));
    }

    /** Another case than GitHub's. */
    static Stream<RuleMatch> wrongCase(AllowStatement statement) {
        Set<String> presented = statement.presented();
        return ReplacedValue.in(statement, List.of(OperatorKind.STRING_EQUALS)).stream()
                .filter(value -> !presented.contains(value.text()) && value.isDead())
                .flatMap(value -> value.compared(OperatorKind.STRING_EQUALS_IGNORE_CASE).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "\"" + value.text()
                                        + "\" matches no run, and would in another case, so a run is denied whose "
                                        + value.condition().key().claim() + " is "
                                        + token.get(value.condition().key().claim())
                                                .orElse("missing"))));
    }
}

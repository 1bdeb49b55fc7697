package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.List;
import java.util.stream.Stream;

/** Finds wildcards under operators that know none: a run would get in if they were some, and is denied. */
final class LiteralWildcards {

    private static final List<OperatorKind> EXACT =
            List.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_EQUALS_IGNORE_CASE);

    private LiteralWildcards() {}

    static Stream<RuleMatch> of(AllowStatement grant) {
        return ReplacedValue.in(grant, EXACT).stream()
                .filter(value -> value.text().indexOf('*') >= 0 || value.text().indexOf('?') >= 0)
                .flatMap(value -> value.compared(OperatorKind.STRING_LIKE).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "* and ? of \"" + value.text() + "\" stand for themselves under "
                                        + value.operator().iamName() + ", so a run is denied: "
                                        + SubjectFormat.shown(token))));
    }
}

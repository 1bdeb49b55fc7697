package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.List;
import java.util.stream.Stream;

/** Finds wildcards under operators that know none: a run would get in if they were some, and is denied. */
final class LiteralWildcards {

    private static final List<Comparison> EXACT =
            List.of(Comparison.STRING_EQUALS, Comparison.STRING_EQUALS_IGNORE_CASE);

    private LiteralWildcards() {}

    static Stream<Evidence> of(Grant grant) {
        return LockOut.in(grant, EXACT).stream()
                .filter(value -> value.text().indexOf('*') >= 0 || value.text().indexOf('?') >= 0)
                .flatMap(value -> value.compared(Comparison.STRING_LIKE).stream()
                        .map(token -> Evidence.denied(
                                value.place(),
                                token,
                                "* and ? of \"" + value.text() + "\" stand for themselves under "
                                        + value.operator().iamName() + ", so a run is denied: " + SubjectFormat.shown(token))));
    }
}

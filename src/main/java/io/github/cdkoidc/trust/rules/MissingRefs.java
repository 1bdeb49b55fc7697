package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.policy.OperatorKind;
import java.util.List;
import java.util.stream.Stream;

/** Finds values of {@code sub} that let nobody in, and would with {@code ref:} before the full name of a ref. */
final class MissingRefs {

    private static final List<OperatorKind> POSITIVE =
            List.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_EQUALS_IGNORE_CASE, OperatorKind.STRING_LIKE);

    private MissingRefs() {}

    static Stream<RuleMatch> of(AllowStatement grant) {
        return ReplacedValue.in(grant, POSITIVE).stream()
                .filter(value -> value.test().key().claim().equals("sub"))
                .flatMap(value -> value.written(new SubjectValue(value.text()).withRef()).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "\"" + value.text() + "\" has no ref: before the ref, so a run is denied: "
                                        + SubjectFormat.shown(token))));
    }
}

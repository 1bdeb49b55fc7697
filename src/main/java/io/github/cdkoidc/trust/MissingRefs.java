package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.List;
import java.util.stream.Stream;

/** Finds values of {@code sub} that let nobody in, and would with {@code ref:} before the full name of a ref. */
final class MissingRefs {

    private static final List<Comparison> POSITIVE =
            List.of(Comparison.STRING_EQUALS, Comparison.STRING_EQUALS_IGNORE_CASE, Comparison.STRING_LIKE);

    private MissingRefs() {}

    static Stream<Evidence> of(Grant grant) {
        return LockOut.in(grant, POSITIVE).stream()
                .filter(value -> value.test().key().claim().equals("sub"))
                .flatMap(value -> value.written(Subject.withRef(value.text())).stream()
                        .map(token -> Evidence.denied(
                                value.place(),
                                token,
                                "\"" + value.text() + "\" has no ref: before the ref, so a run is denied: "
                                        + SubjectFormat.shown(token))));
    }
}

package io.github.cdkoidc.trust;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds values that let nobody in, and would if case did not matter. */
final class WrongCase {

    private WrongCase() {}

    static Stream<Evidence> of(Grant grant) {
        Set<String> alive = grant.presented();
        return LockOut.in(grant, List.of(Comparison.STRING_EQUALS)).stream()
                .filter(value -> !alive.contains(value.text()) && value.isDead())
                .flatMap(value -> value.compared(Comparison.STRING_EQUALS_IGNORE_CASE).stream()
                        .map(token -> Evidence.denied(
                                value.place(),
                                token,
                                "\"" + value.text()
                                        + "\" lets nobody in, and would in another case: a run is denied whose "
                                        + value.test().key().claim() + " is "
                                        + token.get(value.test().key().claim()).orElse("missing"))));
    }
}

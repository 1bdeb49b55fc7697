package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.policy.OperatorKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds values that let nobody in, and would if case did not matter. */
final class WrongCase {

    private WrongCase() {}

    static Stream<RuleMatch> of(AllowStatement grant) {
        Set<String> alive = grant.presented();
        return ReplacedValue.in(grant, List.of(OperatorKind.STRING_EQUALS)).stream()
                .filter(value -> !alive.contains(value.text()) && value.isDead())
                .flatMap(value -> value.compared(OperatorKind.STRING_EQUALS_IGNORE_CASE).stream()
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "\"" + value.text()
                                        + "\" lets nobody in, and would in another case: a run is denied whose "
                                        + value.test().key().claim() + " is "
                                        + token.get(value.test().key().claim()).orElse("missing"))));
    }
}

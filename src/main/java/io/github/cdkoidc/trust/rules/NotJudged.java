package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.stream.Stream;

/** Says what is not known of a statement. */
final class NotJudged {

    private NotJudged() {}

    static Stream<RuleMatch> of(AllowStatement statement) {
        Exposure exposure = statement.exposure();
        boolean known = exposure.isComputed()
                && exposure.admissions().stream()
                        .allMatch(admission -> admission.example().isPresent());
        return known
                ? Stream.empty()
                : Stream.of(RuleMatch.at(
                        statement.place(),
                        "who can assume the role is not known: " + String.join("; ", exposure.because())));
    }
}

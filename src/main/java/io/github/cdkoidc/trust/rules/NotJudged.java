package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.stream.Stream;

/** Says of a grant what nobody can tell of it. */
final class NotJudged {

    private NotJudged() {}

    static Stream<RuleMatch> of(AllowStatement grant) {
        Exposure exposure = grant.exposure();
        boolean known = exposure.isComputed()
                && exposure.admissions().stream()
                        .allMatch(admission -> admission.example().isPresent());
        return known
                ? Stream.empty()
                : Stream.of(RuleMatch.at(
                        grant.place(), "who gets in is not known: " + String.join("; ", exposure.because())));
    }
}

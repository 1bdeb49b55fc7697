package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says what is not known of a statement. */
final class NotJudged {

    private NotJudged() {}

    static Stream<RuleMatch> of(AllowStatement statement) {
        Exposure exposure = statement.exposure();
        boolean known = isKnown(exposure, admission -> true)
                && (CustomisedSubjects.areOfNamedOwners(statement)
                        || isKnown(statement.customised(), admission -> !admission.hasOneOwner()));
        return known
                ? Stream.empty()
                : Stream.of(RuleMatch.at(
                        statement.place(),
                        "who can assume the role is not known: "
                                + String.join("; ", (isKnown(exposure, admission -> true) ? statement.customised() : exposure).because())));
    }

    private static boolean isKnown(Exposure exposure, Predicate<Admission> asked) {
        return exposure.isComputed()
                && exposure.admissions().stream()
                        .filter(asked)
                        .allMatch(admission -> admission.example().isPresent());
    }
}

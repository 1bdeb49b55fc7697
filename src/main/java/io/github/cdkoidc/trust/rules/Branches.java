package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.Set;
import java.util.stream.Stream;

/** Finds branches on which outsiders may start runs. */
final class Branches {

    private static final Set<String> PLACES = Set.of("sub", "ref");

    private Branches() {}

    static Stream<RuleMatch> outsiders(AllowStatement grant) {
        return grant.exposure().admissions().stream()
                .filter(Admission::hasOneRepository)
                .filter(admission -> !admission.branches().isUnbounded())
                .flatMap(admission -> admission.branches().example().stream())
                .limit(1)
                .map(token -> RuleMatch.admitted(
                        grant.placeOf(PLACES),
                        token,
                        "runs of " + token.get("ref").orElse("the branch")
                                + " get in whatever event started them, and on the default branch outsiders can start some: "
                                + SubjectFormat.shown(token)));
    }
}

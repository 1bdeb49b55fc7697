package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import java.util.Set;
import java.util.stream.Stream;

/** Finds branches on which outsiders may start runs. */
final class Branches {

    private static final Set<String> PLACES = Set.of("sub", "ref");

    private Branches() {}

    static Stream<Evidence> outsiders(Grant grant) {
        return grant.exposure().admissions().stream()
                .filter(Admission::hasOneRepository)
                .filter(admission -> !admission.branches().isUnbounded())
                .flatMap(admission -> admission.branches().example().stream())
                .limit(1)
                .map(token -> Evidence.admitted(
                        grant.placeOf(PLACES),
                        token,
                        "runs of " + token.get("ref").orElse("the branch")
                                + " get in whatever event started them, and on the default branch outsiders can start some: "
                                + SubjectFormat.shown(token)));
    }
}

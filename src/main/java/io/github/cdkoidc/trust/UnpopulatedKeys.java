package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds tests of keys that AWS never populates. Asks what becomes of a run that the test is meant for, and of one that it is not. */
final class UnpopulatedKeys {

    private static final String OTHER = "something-else";

    private UnpopulatedKeys() {}

    static Stream<Evidence> of(Grant grant) {
        return grant.conditions().stream()
                .filter(test -> test.key().isOfToken() && !test.key().isPopulated())
                .flatMap(test -> of(grant, test).stream());
    }

    private static Optional<Evidence> of(Grant grant, ConditionJudge test) {
        String claim = test.key().claim();
        Optional<GitHubClaims> otherwise = Exposure.of(grant.without(test)).example();
        String wanted = test.condition().values().get(0).asText(OTHER);
        Optional<Evidence> lockedOut = otherwise
                .map(token -> Token.with(token, claim, wanted))
                .filter(grant::isDenied)
                .map(token -> Evidence.denied(
                        grant.place(test),
                        token,
                        "AWS makes no key of " + claim + ", so a run is denied whose " + claim + " is \"" + wanted
                                + "\": " + SubjectFormat.shown(token) + "; test " + GitHubClaim.instead(claim)));
        return lockedOut.or(() -> otherwise
                .map(token -> Token.with(token, claim, OTHER))
                .filter(grant::admits)
                .map(token -> Evidence.admitted(
                        grant.place(test),
                        token,
                        "AWS makes no key of " + claim + ", so "
                                + test.condition().operator().iamName()
                                + " tests nothing, and a run gets in whose " + claim + " is \"" + OTHER + "\": "
                                + SubjectFormat.shown(token) + "; test " + GitHubClaim.instead(claim))));
    }
}

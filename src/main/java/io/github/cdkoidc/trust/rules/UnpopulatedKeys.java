package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds tests of keys that AWS never populates. Asks what becomes of a run that the test is meant for, and of one that it is not. */
final class UnpopulatedKeys {

    private static final String OTHER = "something-else";

    private UnpopulatedKeys() {}

    static Stream<RuleMatch> of(AllowStatement grant) {
        return grant.conditions().stream()
                .filter(test -> test.key().isOfToken() && !test.key().isPopulated())
                .flatMap(test -> of(grant, test).stream());
    }

    private static Optional<RuleMatch> of(AllowStatement grant, ConditionEvaluator test) {
        String claim = test.key().claim();
        Optional<GitHubClaims> otherwise = Exposure.of(grant.without(test)).example();
        String wanted = test.condition().values().get(0).asText(OTHER);
        Optional<RuleMatch> lockedOut = otherwise
                .map(token -> TokenVariants.with(token, claim, wanted))
                .filter(grant::isDenied)
                .map(token -> RuleMatch.denied(
                        grant.place(test),
                        token,
                        "AWS makes no key of " + claim + ", so a run is denied whose " + claim + " is \"" + wanted
                                + "\": " + SubjectFormat.shown(token) + "; test " + GitHubClaim.instead(claim)));
        return lockedOut.or(() -> otherwise
                .map(token -> TokenVariants.with(token, claim, OTHER))
                .filter(grant::admits)
                .map(token -> RuleMatch.admitted(
                        grant.place(test),
                        token,
                        "AWS makes no key of " + claim + ", so "
                                + test.condition().operator().iamName()
                                + " tests nothing, and a run gets in whose " + claim + " is \"" + OTHER + "\": "
                                + SubjectFormat.shown(token) + "; test " + GitHubClaim.instead(claim))));
    }
}

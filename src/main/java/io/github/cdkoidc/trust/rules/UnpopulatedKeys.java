package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds tests of keys that AWS never populates, by a run that the test is meant for, and by one that it is not meant for. */
final class UnpopulatedKeys {

    private static final String OTHER = "something-else";

    private static final String ISSUER = "iss";
    private static final String WITHOUT_ISSUER = "delete the line that tests iss: the provider fixes the issuer";

    private UnpopulatedKeys() {}

    /** Tests of the issuer that hold for every run. They are not needed, because the provider is of one issuer. */
    static Stream<RuleMatch> needlessIssuer(AllowStatement statement) {
        return statement.conditions().stream()
                .filter(condition -> condition.key().isOfToken())
                .filter(condition -> condition.key().claim().equals(ISSUER))
                .flatMap(condition -> issuer(statement, condition)
                        .filter(statement::admits)
                        .map(token -> RuleMatch.admitted(
                                        statement.place(condition),
                                        token,
                                        "AWS makes no key of iss, so "
                                                + condition
                                                        .condition()
                                                        .operator()
                                                        .iamName()
                                                + " tests nothing, and the provider fixes the issuer")
                                .with(WITHOUT_ISSUER))
                        .stream());
    }

    /** A run that the rest of the statement admits. */
    private static Optional<GitHubClaims> issuer(AllowStatement statement, ConditionEvaluator condition) {
        return statement.exposureOf(statement.without(condition)).example();
    }

    static Stream<RuleMatch> of(AllowStatement statement) {
        return statement.conditions().stream()
                .filter(condition ->
                        condition.key().isOfToken() && !condition.key().isPopulated())
                .flatMap(condition -> of(statement, condition).stream());
    }

    private static Optional<RuleMatch> of(AllowStatement statement, ConditionEvaluator condition) {
        String claim = condition.key().claim();
        if (claim.equals(ISSUER)) {
            return issuer(statement, condition)
                    .filter(statement::isDenied)
                    .map(token -> RuleMatch.denied(
                                    statement.place(condition),
                                    token,
                                    "AWS makes no key of iss, so the test denies every run, although the provider fixes the issuer")
                            .with(WITHOUT_ISSUER));
        }
        Optional<GitHubClaims> otherwise =
                statement.exposureOf(statement.without(condition)).example();
        String wanted = condition.condition().values().stream()
                .findFirst()
                .map(value -> value.asText(OTHER))
                .orElse(OTHER);
        Optional<RuleMatch> denied = otherwise
                .map(token -> TokenVariants.with(token, claim, wanted))
                .filter(statement::isDenied)
                .map(token -> RuleMatch.denied(
                        statement.place(condition),
                        token,
                        "AWS makes no key of " + claim + ", so a run is denied whose " + claim + " is \"" + wanted
                                + "\", and " + GitHubClaim.instead(claim) + " can be tested instead"));
        return denied.or(() -> otherwise
                .map(token -> TokenVariants.with(token, claim, OTHER))
                .filter(statement::admits)
                .map(token -> RuleMatch.admitted(
                        statement.place(condition),
                        token,
                        "AWS makes no key of " + claim + ", so "
                                + condition.condition().operator().iamName()
                                + " tests nothing, and a run can assume the role whose " + claim + " is \"" + OTHER
                                + "\", and " + GitHubClaim.instead(claim) + " can be tested instead")));
    }
}

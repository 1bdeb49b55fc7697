package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds environments that are trusted, and those whose names are written in a way that {@code sub} does not tell. */
final class Environments {

    private static final Set<String> PLACES = Set.of("sub", "environment");

    private Environments() {}

    private static Stream<GitHubClaims> named(AllowStatement statement) {
        return statement.exposure().admissions().stream()
                .filter(Admission::hasOneRepository)
                .filter(admission -> !admission.environments().isUnbounded())
                .flatMap(admission -> admission.environments().examplesOfAll());
    }

    /** An environment's protection rules are GitHub's. */
    static Stream<RuleMatch> protection(AllowStatement statement) {
        return named(statement)
                .limit(1)
                .map(token -> RuleMatch.admitted(
                        statement.placeOf(PLACES),
                        token,
                        "environment \"" + token.get("environment").orElse("")
                                + "\" is trusted, and a policy does not show what protects it"));
    }

    /** Two names that make one {@code sub}, or one with a colon that {@code sub} never holds. */
    static Stream<RuleMatch> ambiguous(AllowStatement statement) {
        Set<String> subs = new HashSet<>();
        return Stream.concat(
                named(statement)
                        .flatMap(token -> twin(token).stream())
                        .filter(statement::admits)
                        .filter(token -> subs.add(token.get("sub").orElse("")))
                        .map(token -> RuleMatch.admitted(
                                statement.placeOf(PLACES),
                                token,
                                "environment \"" + token.get("environment").orElse("")
                                        + "\" can assume the role as well, because its sub is the same")),
                unescaped(statement));
    }

    private static Optional<GitHubClaims> twin(GitHubClaims token) {
        return token.get("environment")
                .flatMap(SubjectFormat::twin)
                .map(twin -> TokenVariants.with(token, "environment", twin));
    }

    private static Stream<RuleMatch> unescaped(AllowStatement statement) {
        return ReplacedValue.in(statement, List.of(OperatorKind.STRING_EQUALS, OperatorKind.STRING_LIKE)).stream()
                .filter(value -> value.condition().key().claim().equals("sub"))
                .flatMap(value -> value.written(new SubjectValue(value.text()).withColonsEscaped()).stream()
                        .filter(token -> !value.isCustomised())
                        .map(token -> twin(token).filter(statement::isDenied).orElse(token))
                        .map(token -> RuleMatch.denied(
                                value.place(),
                                token,
                                "environment \"" + token.get("environment").orElse("")
                                        + "\" is denied, because GitHub writes its colon into sub as %3A")));
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.Set;
import java.util.stream.Stream;

/** Finds repositories that are trusted in one of their two spellings. */
final class Spellings {

    private static final Set<String> SUBJECT = Set.of("sub");

    private Spellings() {}

    private static Stream<Admission> named(AllowStatement grant) {
        return grant.issuer().mintsImmutableSubjects()
                ? grant.exposure().admissions().stream().filter(Admission::hasOneRepository)
                : Stream.empty();
    }

    /** Names that somebody else can take over, because no number is told. */
    static Stream<RuleMatch> withoutIds(AllowStatement grant) {
        return named(grant)
                .filter(admission -> admission.classic() && !admission.immutable())
                .flatMap(admission -> admission.successor().stream()
                        .filter(grant::admits)
                        .map(token -> RuleMatch.admitted(
                                grant.placeOf(SUBJECT),
                                token,
                                admission.fullName()
                                        + " is trusted by name alone: every run is denied if the repository was created, renamed or "
                                        + "transferred since 2026-07-15, and somebody who takes over its name gets in otherwise: "
                                        + SubjectFormat.shown(token))));
    }

    /** Runs in one spelling alone, of a repository whose numbers are told. */
    static Stream<RuleMatch> one(AllowStatement grant) {
        return named(grant)
                .filter(admission -> admission.classic()
                        && (admission.immutable() || admission.successor().isEmpty()))
                .flatMap(admission -> admission.examples().map(token -> other(grant, token)))
                .filter(grant::isDenied)
                .limit(1)
                .map(token -> RuleMatch.denied(
                        grant.placeOf(SUBJECT),
                        token,
                        "a run is trusted in one spelling of its repository, and denied in the other: "
                                + SubjectFormat.shown(token)));
    }

    /** The same run in the other spelling of its repository. */
    static GitHubClaims other(AllowStatement grant, GitHubClaims token) {
        return TokenVariants.respelled(numbered(grant, token));
    }

    /** The token with the numbers of its repository that the policy writes out, if it does. */
    private static GitHubClaims numbered(AllowStatement grant, GitHubClaims token) {
        return SubjectRepository.of(token.get("repository").orElse("")).stream()
                .flatMap(repository -> grant.conditionsOn(SUBJECT).stream()
                        .flatMap(test -> test.condition().values().stream())
                        .flatMap(value -> new SubjectValue(value.asText()).numbersOf(repository).stream()))
                .findFirst()
                .map(found -> TokenVariants.with(
                        TokenVariants.with(token, "repository_owner_id", found.ownerId()),
                        "repository_id",
                        found.repositoryId()))
                .orElse(token);
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import io.github.cdkoidc.claims.SubjectValue;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.stream.Stream;

/** Finds repositories that are trusted in one of their two spellings. */
final class Spellings {

    private Spellings() {}

    private static Stream<Admission> named(AllowStatement statement) {
        return statement.issuer().mintsImmutableSubjects()
                ? statement.exposure().admissions().stream().filter(Admission::hasOneRepository)
                : Stream.empty();
    }

    /** Names that another account can take over, because the policy has no number. */
    static Stream<RuleMatch> withoutIds(AllowStatement statement) {
        return named(statement)
                .flatMap(admission ->
                        admission.successor().stream().flatMap(token -> withoutIds(statement, admission, token)));
    }

    private static Stream<RuleMatch> withoutIds(AllowStatement statement, Admission admission, GitHubClaims successor) {
        if (admission.classic() && !admission.immutable()) {
            return Stream.of(successor)
                    .filter(statement::admits)
                    .map(token -> taken(
                            statement,
                            token,
                            admission.fullName()
                                    + " is trusted by name alone: every run is denied if the repository was created, renamed or "
                                    + "transferred since 2026-07-15, and otherwise another account that takes over the name can "
                                    + "assume the role"));
        }
        return Stream.of(successor, TokenVariants.respelled(successor))
                .filter(token -> token.get("sub")
                        .flatMap(SubjectFormat::repository)
                        .filter(SubjectRepository::isImmutable)
                        .isPresent())
                .filter(statement::admits)
                .limit(1)
                .map(
                        token -> taken(
                                statement,
                                token,
                                admission.fullName()
                                        + " is trusted with any numbers, so another account that takes over the names can assume the role"));
    }

    private static RuleMatch taken(AllowStatement statement, GitHubClaims token, String message) {
        return RuleMatch.admitted(statement.placeOf(AllowStatement.SUBJECT), token, message);
    }

    /** Runs in one spelling alone, of a repository whose numbers the policy has. */
    static Stream<RuleMatch> one(AllowStatement statement) {
        return named(statement)
                .filter(admission -> admission.classic()
                        && (admission.immutable() || admission.successor().isEmpty()))
                .flatMap(admission -> admission.examples().map(token -> other(statement, token)))
                .filter(statement::isDenied)
                .limit(1)
                .map(token -> RuleMatch.denied(
                        statement.placeOf(AllowStatement.SUBJECT),
                        token,
                        "a run is trusted in one spelling of its repository, and denied in the other"));
    }

    /** The same run in the other spelling of its repository. */
    static GitHubClaims other(AllowStatement statement, GitHubClaims token) {
        return TokenVariants.respelled(numbered(statement, token));
    }

    /** The token with the numbers of its repository that the policy writes out, if it does. */
    private static GitHubClaims numbered(AllowStatement statement, GitHubClaims token) {
        return SubjectRepository.of(token.get("repository").orElse("")).stream()
                .flatMap(repository -> statement.conditionsOn(AllowStatement.SUBJECT).stream()
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

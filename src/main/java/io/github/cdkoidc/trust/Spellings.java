package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds repositories that are trusted in one of their two spellings. */
final class Spellings {

    private static final Set<String> SUBJECT = Set.of("sub");

    private Spellings() {}

    private static Stream<Admission> named(Grant grant) {
        return grant.issuer().mintsImmutableSubjects()
                ? grant.exposure().admissions().stream().filter(Admission::hasOneRepository)
                : Stream.empty();
    }

    /** Names that somebody else can take over, because no number is told. */
    static Stream<Evidence> withoutIds(Grant grant) {
        return named(grant)
                .filter(admission -> admission.classic() && !admission.immutable())
                .flatMap(admission -> admission.successor().stream()
                        .filter(grant::admits)
                        .map(token -> Evidence.admitted(
                                grant.placeOf(SUBJECT),
                                token,
                                admission.fullName()
                                        + " is trusted by name alone: every run is denied if the repository was created, renamed or "
                                        + "transferred since 2026-07-15, and somebody who takes over its name gets in otherwise: "
                                        + SubjectFormat.shown(token))));
    }

    /** Runs in one spelling alone, of a repository whose numbers are told. */
    static Stream<Evidence> one(Grant grant) {
        return named(grant)
                .filter(admission -> admission.classic()
                        && (admission.immutable() || admission.successor().isEmpty()))
                .flatMap(admission -> admission.examples().map(token -> other(grant, token)))
                .filter(grant::isDenied)
                .limit(1)
                .map(token -> Evidence.denied(
                        grant.placeOf(SUBJECT),
                        token,
                        "a run is trusted in one spelling of its repository, and denied in the other: "
                                + SubjectFormat.shown(token)));
    }

    /** The same run in the other spelling of its repository. */
    static GitHubClaims other(Grant grant, GitHubClaims token) {
        return Token.respelled(numbered(grant, token));
    }

    /** The token with the numbers of its repository that the policy writes out, if it does. */
    private static GitHubClaims numbered(Grant grant, GitHubClaims token) {
        String[] names = token.get("repository").orElse("").split("/", 2);
        Pattern numbers = Pattern.compile(
                "(?i)" + Pattern.quote(names[0]) + "@(\\d+)/" + Pattern.quote(names[names.length - 1]) + "@(\\d+)");
        return grant.conditionsOn(SUBJECT).stream()
                .flatMap(test -> test.condition().values().stream())
                .flatMap(value -> numbers.matcher(value.asText()).results())
                .findFirst()
                .map(found -> Token.with(
                        Token.with(token, "repository_owner_id", found.group(1)), "repository_id", found.group(2)))
                .orElse(token);
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.SubjectRepository;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes other tokens of one. */
final class TokenVariants {

    private TokenVariants() {}

    /** The same with another value of a claim. */
    static GitHubClaims with(GitHubClaims claims, String claim, String value) {
        Map<String, String> values = new TreeMap<>(claims.values());
        values.put(claim, value);
        return GitHubClaims.of(values);
    }

    /** The same without a claim. */
    static GitHubClaims without(GitHubClaims claims, String claim) {
        Map<String, String> values = new TreeMap<>(claims.values());
        values.remove(claim);
        return GitHubClaims.of(values);
    }

    private static GitHubClaims changed(GitHubClaims claims, String claim, UnaryOperator<String> change) {
        return claims.get(claim)
                .map(value -> with(claims, claim, change.apply(value)))
                .orElse(claims);
    }

    /** The same of an owner of another name. */
    static GitHubClaims ofOwner(GitHubClaims claims, String owner) {
        return changed(spelled(claims, repository -> repository.ofOwner(owner)), "repository_owner", value -> owner);
    }

    /** The same of a repository of another name. */
    static GitHubClaims ofRepository(GitHubClaims claims, String name) {
        return spelled(claims, repository -> repository.named(name));
    }

    private static GitHubClaims spelled(GitHubClaims claims, UnaryOperator<SubjectRepository> change) {
        GitHubClaims other = changed(claims, "sub", sub -> SubjectFormat.withRepository(sub, change));
        return changed(
                other,
                "repository",
                name -> SubjectRepository.of(name)
                        .map(change)
                        .map(SubjectRepository::text)
                        .orElse(name));
    }

    /** The same in the other spelling of its repository; the same again if its numbers are not known. */
    static GitHubClaims respelled(GitHubClaims claims) {
        String owner = claims.get("repository_owner_id").orElse("");
        String repository = claims.get("repository_id").orElse("");
        return changed(
                claims,
                "sub",
                sub -> SubjectFormat.withRepository(sub, spelled -> spelled.respelled(owner, repository)));
    }
}

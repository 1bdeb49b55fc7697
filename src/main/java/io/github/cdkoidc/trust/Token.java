package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes other tokens of one. */
final class Token {

    private static final Pattern OWNER = Pattern.compile("^(repo:)?[^/@:]+(?=[/@])");
    private static final Pattern NAME = Pattern.compile("(?<=/)[^/@:]+");
    private static final Pattern REPOSITORY = Pattern.compile("^repo:([^/@:]+)(?:@(\\d+))?/([^/@:]+)(?:@(\\d+))?");

    private Token() {}

    /** The same with another value of a claim. */
    static GitHubClaims with(GitHubClaims claims, String claim, String value) {
        Map<String, String> values = new TreeMap<>(claims.values());
        values.put(claim, value);
        return GitHubClaims.of(values);
    }

    private static GitHubClaims changed(GitHubClaims claims, String claim, UnaryOperator<String> change) {
        return claims.get(claim)
                .map(value -> with(claims, claim, change.apply(value)))
                .orElse(claims);
    }

    /** The same of an owner of another name. */
    static GitHubClaims ofOwner(GitHubClaims claims, String owner) {
        UnaryOperator<String> renamed =
                value -> OWNER.matcher(value).replaceFirst(found -> (found.group(1) == null ? "" : "repo:") + owner);
        GitHubClaims other = changed(changed(claims, "sub", renamed), "repository", renamed);
        return changed(other, "repository_owner", value -> owner);
    }

    /** The same of a repository of another name. */
    static GitHubClaims ofRepository(GitHubClaims claims, String name) {
        UnaryOperator<String> renamed = value -> NAME.matcher(value).replaceFirst(name);
        return changed(changed(claims, "sub", renamed), "repository", renamed);
    }

    /** The same in the other spelling of its repository; the same again if its numbers are not known. */
    static GitHubClaims respelled(GitHubClaims claims) {
        return changed(
                claims,
                "sub",
                sub -> REPOSITORY.matcher(sub).replaceFirst(found -> {
                    boolean immutable = found.group(2) != null;
                    String owner = claims.get("repository_owner_id").orElse("");
                    String repository = claims.get("repository_id").orElse("");
                    boolean known = !owner.isEmpty() && !repository.isEmpty();
                    return immutable || !known
                            ? "repo:" + found.group(1) + "/" + found.group(3)
                            : "repo:" + found.group(1) + "@" + owner + "/" + found.group(3) + "@" + repository;
                }));
    }
}

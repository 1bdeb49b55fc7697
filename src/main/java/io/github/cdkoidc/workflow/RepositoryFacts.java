package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of a repository beside its workflows. */
record RepositoryFacts(GitHubRepository repository, Optional<String> defaultBranch, GitHubIssuer issuer) {

    /** The name of the default branch. */
    ClaimText branch() {
        return defaultBranch
                .map(ClaimText::known)
                .orElseGet(() -> ClaimText.of(
                        new TextPart.Hole("default branch", "the default branch is not given", TextSet.notEmpty())));
    }

    /** The claims of every run that name the repository and its owner. */
    Map<String, String> claims() {
        Map<String, String> claims = new TreeMap<>();
        claims.put("repository", repository.fullName());
        claims.put("repository_owner", repository.owner());
        repository.ids().ifPresent(ids -> {
            claims.put("repository_id", Long.toString(ids.repository()));
            claims.put("repository_owner_id", Long.toString(ids.owner()));
        });
        return claims;
    }
}

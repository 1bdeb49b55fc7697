package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.TextSet;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.Optional;

/** What is known of a repository beside its workflows. */
record RepositoryFacts(GitHubRepository repository, Optional<String> defaultBranch, GitHubIssuer issuer) {

    /** The name of the default branch. */
    ClaimText branch() {
        return defaultBranch
                .map(ClaimText::known)
                .orElseGet(() -> ClaimText.of(
                        new TextPart.Hole("default branch", "the default branch is not given", TextSet.notEmpty())));
    }
}

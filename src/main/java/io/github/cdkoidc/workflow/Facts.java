package io.github.cdkoidc.workflow;

import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import java.util.Optional;

/** What is known of a repository beside its workflows. */
record Facts(GitHubRepository repository, Optional<String> defaultBranch, GitHubIssuer issuer) {

    /** The name of the default branch. */
    Value branch() {
        return defaultBranch
                .map(Value::known)
                .orElseGet(() -> Value.of(new Piece.Hole("default branch", "the default branch is not given", ".+")));
    }
}

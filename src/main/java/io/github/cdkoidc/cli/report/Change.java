package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.List;
import java.util.Optional;

/** How a role differs from what it was: {@code added}, {@code removed} or {@code changed}; unknown is what the answers depend on. */
public record Change(
        String role, Problem.Place place, String kind, List<Access> gained, List<Access> lost, List<String> unknown) {

    public Change {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        unknown = List.copyOf(unknown);
    }

    /** Whether it is different, and no token shows it. */
    boolean isWithoutToken() {
        return gained.isEmpty() && lost.isEmpty() && unknown.isEmpty();
    }

    /**
     * Runs that a role admits: {@code octo-org/*} is any repository of an owner; the token is of one of them, if one is surely admitted.
     * Or another principal, which has no repository and no runs, but a name and an action.
     */
    public record Access(boolean principal, String repository, String runs, Optional<GitHubClaims> token) {

        /** Runs of a repository, or of all that a wildcard stands for. */
        public static Access ofRuns(String repository, String runs, Optional<GitHubClaims> token) {
            return new Access(false, repository, runs, token);
        }

        /** A principal that is not a provider of GitHub, and what lets it in. */
        public static Access ofPrincipal(String name, String action) {
            return new Access(true, name, action, Optional.empty());
        }

        /** Whose runs they are, or which principal it is. */
        String who() {
            return principal ? "principal " + repository : repository;
        }
    }
}

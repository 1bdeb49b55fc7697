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
     */
    public record Access(String repository, String runs, Optional<GitHubClaims> token) {}
}

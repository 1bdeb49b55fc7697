package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.List;
import java.util.Optional;

/**
 * How a role differs from what it was.
 *
 * @param role the role
 * @param file where it is written
 * @param line the line, from 1; 0 if it is not known
 * @param kind {@code added}, {@code removed} or {@code changed}
 * @param gained the runs that it admits now and did not before
 * @param lost the runs that it admitted before and does not now
 * @param unknown what the answers depend on
 */
public record Change(
        String role, String file, int line, String kind, List<Access> gained, List<Access> lost, List<String> unknown) {

    public Change {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        unknown = List.copyOf(unknown);
    }

    /**
     * Runs that a role admits: {@code octo-org/*} is any repository of an owner; the token is of one of them, if one is surely
     * admitted.
     */
    public record Access(String repository, String runs, Optional<GitHubClaims> token) {}
}

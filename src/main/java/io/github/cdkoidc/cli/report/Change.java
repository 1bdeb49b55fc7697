package io.github.cdkoidc.cli.report;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.List;
import java.util.Optional;

/**
 * What has become of a role.
 *
 * @param role the role
 * @param file where it is written
 * @param line the line, from 1; 0 if it is not known
 * @param kind {@code added}, {@code removed} or {@code changed}
 * @param gained who gets in that did not
 * @param lost who got in and does not any more
 * @param unknown what the answers depend on
 */
public record Change(
        String role, String file, int line, String kind, List<Access> gained, List<Access> lost, List<String> unknown) {

    /** Takes copies. */
    public Change {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        unknown = List.copyOf(unknown);
    }

    /**
     * Who gets in.
     *
     * @param repository the repository, {@code octo-org/*} for any of an owner's
     * @param runs which of its runs
     * @param token the claims of one of them, if one surely is
     */
    public record Access(String repository, String runs, Optional<GitHubClaims> token) {}
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.TokenSet;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import java.util.Optional;

/**
 * A role that workflows may assume, as far as it is known before it is deployed.
 *
 * @param name the role for a reader: its logical id, construct path or file
 * @param roleName its name in IAM, which the deployment chooses unless the template does
 * @param logicalId its logical id in its template, from which CloudFormation makes the name of a role that has none
 * @param account the account's 12 digits
 * @param maxSessionSeconds how long a session may be at most; 3,600 unless the role says otherwise
 */
public record DoctorRole(
        String name,
        TrustPolicy policy,
        Optional<String> arn,
        Optional<String> roleName,
        Optional<String> logicalId,
        Optional<String> account,
        Optional<Integer> maxSessionSeconds) {

    /** One of some tokens, if one is surely admitted. */
    Optional<GitHubClaims> admitted(TokenSet tokens) {
        return Optional.of(policy.decide(tokens))
                .filter(RunCoverage::admitsSome)
                .flatMap(RunCoverage::admitted);
    }

    @Override
    public String toString() {
        return name;
    }
}

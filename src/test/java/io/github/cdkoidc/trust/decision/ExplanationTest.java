package io.github.cdkoidc.trust.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole text, as it is printed. */
class ExplanationTest {

    private static final String ALLOW = """
            {"Sid": "GitHub", "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
             "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
             "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:*"}}}""";

    private static final String DENY = """
            {"Effect": "Deny", "Action": "*", "Principal": "*",
             "Condition": {"StringNotEquals": {"token.actions.githubusercontent.com:ref": "refs/heads/main"}}}""";

    private static final String UNKNOWN = """
            {"Effect": "Deny", "Action": "*", "Principal": "*",
             "Condition": {"NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "Bool": {"aws:SecureTransport": "true"}}}""";

    @Test
    void whoIsLetInIsToldByWhat() {
        assertThat(explained(run().branch("main"), ALLOW, DENY)).isEqualTo("""
                        allowed: statement 1 "GitHub" (Allow) admits this run

                        the run presents
                          iss  https://token.actions.githubusercontent.com
                          aud  sts.amazonaws.com
                          sub  repo:octo-org/octo-repo:ref:refs/heads/main

                        statement 1 "GitHub" (Allow) applies
                          StringLike token.actions.githubusercontent.com:sub holds
                            wanted     repo:octo-org/octo-repo:ref:*
                            presented  repo:octo-org/octo-repo:ref:refs/heads/main
                            note       a wildcard stops at nothing: in "repo:octo-org/octo-repo:ref:*" it takes in / and : as well
                            remedy     write out the owner, the repository and what follows, as far as they are to be fixed
                        """);
    }

    @Test
    void whoMeetsNoStatementIsToldWhatFailed() {
        assertThat(explained(run().branch("main").environment("production"), ALLOW, DENY))
                .isEqualTo("""
                        denied: no statement admits this run

                        the run presents
                          iss  https://token.actions.githubusercontent.com
                          aud  sts.amazonaws.com
                          sub  repo:octo-org/octo-repo:environment:production

                        statement 1 "GitHub" (Allow) does not apply
                          StringLike token.actions.githubusercontent.com:sub fails
                            wanted     repo:octo-org/octo-repo:ref:*
                            presented  repo:octo-org/octo-repo:environment:production
                            cause      the environment replaced the ref: the job names an environment, and GitHub then writes that into sub and no ref
                            remedy     trust "repo:octo-org/octo-repo:environment:production", or take the environment out of the job
                            write      "token.actions.githubusercontent.com:sub": ["repo:octo-org/octo-repo:ref:*", "repo:octo-org/octo-repo:environment:production"]
                        """);
    }

    @Test
    void whoIsKeptOutIsToldByWhat() {
        assertThat(explained(run().branch("other"), ALLOW, DENY)).isEqualTo("""
                        denied: statement 2 (Deny) denies this run, whatever other statements allow

                        the run presents
                          iss  https://token.actions.githubusercontent.com
                          aud  sts.amazonaws.com
                          sub  repo:octo-org/octo-repo:ref:refs/heads/other

                        statement 2 (Deny) applies
                          StringNotEquals token.actions.githubusercontent.com:ref holds
                            wanted     not refs/heads/main
                            presented  refs/heads/other
                            cause      the statement denies every run whose ref is not listed
                            remedy     add "refs/heads/other" to what it spares if this run is meant to assume the role
                            write      "token.actions.githubusercontent.com:ref": ["refs/heads/main", "refs/heads/other"]
                        """);
    }

    @Test
    void whoCannotBeDecidedIsToldWhatIsNotKnown() {
        assertThat(explained(run().branch("main"), ALLOW, UNKNOWN)).isEqualTo("""
                        undecided, because key aws:SourceIp is not a claim of a token, so its value is not known here; and key \
                        aws:SecureTransport is not a claim of a token, so its value is not known here

                        the run presents
                          iss  https://token.actions.githubusercontent.com
                          aud  sts.amazonaws.com
                          sub  repo:octo-org/octo-repo:ref:refs/heads/main

                        statement 1 "GitHub" (Allow) admits this run, unless another statement denies it

                        statement 2 (Deny) may deny this run
                          because key aws:SourceIp is not a claim of a token, so its value is not known here
                          because key aws:SecureTransport is not a claim of a token, so its value is not known here
                        """);
    }

    @Test
    void whatIsNotPresentedIsToldWithTheReason() {
        String policy = ALLOW.replace(
                "\"StringLike\": {", "\"StringEquals\": {\"gitlab.com:sub\": \"a\", \"%s\": \"b\"}, \"StringLike\": {");

        assertThat(explained(GitHubClaims.of(Map.of()), policy.formatted("token.actions.githubusercontent.com:sha")))
                .contains("  aud  nothing\n  sub  nothing\n")
                .contains("presented  nothing: AWS fills keys of token.actions.githubusercontent.com alone\n")
                .contains("presented  nothing: AWS makes no key of a claim sha\n")
                .contains("presented  nothing: the token has no claim sub\n");
    }

    @Test
    void ofManyValuesTheFiveThatAreMostLikeWhatIsPresentedAreShown() {
        String five = "\"refs/a\", \"refs/heads/other\", \"refs/heads/master\", \"refs/heads\", \"x\"";

        assertThat(explained(run().branch("main"), refs(five))).contains("""
                            wanted     refs/heads/master
                            or         refs/heads/other
                            or         refs/heads
                            or         refs/a
                            or         x
                            presented  refs/heads/main
                        """);
        assertThat(explained(run().branch("main"), refs(five + ", \"re\", \"y\"")))
                .contains("""
                            wanted     refs/heads/master
                            or         refs/heads/other
                            or         refs/heads
                            or         refs/a
                            or         re
                            or         one of 2 more
                            presented  refs/heads/main
                        """);
    }

    private static String refs(String values) {
        return ALLOW.replaceFirst(
                "\\{\"StringLike.*",
                "{\"StringEquals\": {\"token.actions.githubusercontent.com:ref\": [" + values + "]}}}");
    }

    private static GitHubClaimsBuilder run() {
        return GitHubClaims.of(GitHubRepository.of("octo-org/octo-repo"));
    }

    private static String explained(GitHubClaimsBuilder run, String... statements) {
        return explained(run.build(), statements);
    }

    private static String explained(GitHubClaims claims, String... statements) {
        Decision decision = TrustPolicy.parse(
                        "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}")
                .decide(claims);
        assertThat(decision.isAllowed()).isEqualTo(decision.toString().equals("allowed"));
        assertThat(decision.isDenied()).isEqualTo(decision.toString().equals("denied"));
        assertThat(decision.isUndecided()).isEqualTo(decision.toString().equals("undecided"));
        return decision.explain();
    }
}

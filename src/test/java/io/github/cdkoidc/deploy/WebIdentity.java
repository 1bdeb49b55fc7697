package io.github.cdkoidc.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdkoidc.claims.GitHubClaims;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What configure-aws-credentials does in a workflow: it turns the run's token into temporary credentials. */
final class WebIdentity {

    private WebIdentity() {}

    /** A token with these claims that nobody signed. */
    static String token(GitHubClaims claims) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        return encoded(json.writeValueAsString(Map.of("alg", "none")))
                + "."
                + encoded(json.writeValueAsString(claims.values()))
                + ".";
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Assumes a role, and gives what the action then puts into the environment of the steps that follow. */
    static Map<String, String> assume(URI endpoint, String roleArn, String token) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            Credentials credentials = sts.assumeRoleWithWebIdentity(request -> request.roleArn(roleArn)
                            .roleSessionName("GitHubActions")
                            .webIdentityToken(token))
                    .credentials();
            System.out.println("$ sts assume-role-with-web-identity " + roleArn);
            return Map.of(
                    "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
                    "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey(),
                    "AWS_SESSION_TOKEN", credentials.sessionToken());
        }
    }
}

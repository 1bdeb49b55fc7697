package io.github.cdkoidc.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IAM's own HTTP API, for one question: no SDK is worth it. */
final class Iam {

    private static final Pattern TRUST = Pattern.compile("<AssumeRolePolicyDocument>(.*?)</AssumeRolePolicyDocument>");

    /** Tells the emulator which service is meant. It checks no signature. */
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=nobody/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none";

    private Iam() {}

    /** The trust policy of a role as it is deployed. */
    static String trustPolicy(URI endpoint, String roleArn) throws IOException, InterruptedException {
        String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("Action=GetRole&Version=2010-05-08&RoleName=" + name))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher document = TRUST.matcher(answer);
        if (!document.find()) {
            throw new AssertionError("IAM knows no role " + name + ":\n" + answer);
        }
        return URLDecoder.decode(document.group(1), StandardCharsets.UTF_8);
    }
}

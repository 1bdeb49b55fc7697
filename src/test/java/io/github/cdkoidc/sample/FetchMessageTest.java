package io.github.cdkoidc.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The program against a service on this machine that answers what it is told to. */
class FetchMessageTest {

    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer service;
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void itPrintsTheMessageAndNothingElse() {
        answers(200, "{\"Parameter\": {\"Name\": \"/message\", \"Value\": \"hello\"}}");

        assertThat(run(() -> Region.EU_CENTRAL_1, CREDENTIALS)).isZero();
        assertThat(out).hasToString("hello" + System.lineSeparator());
        assertThat(err).hasToString("");
        assertThat(asked).isEqualTo("{\"Name\":\"/message\"}");
    }

    @Test
    void withoutARegionItSaysWhereToSetOne() {
        AwsRegionProvider none = () -> {
            throw SdkClientException.create("no region");
        };

        refused(none, CREDENTIALS, "no region is set: set aws-region in the workflow, or AWS_REGION on a workstation");
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutCredentialsItSaysWhoBringsThem() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials");
        };

        refused(
                () -> Region.EU_CENTRAL_1,
                none,
                "no credentials are set: let configure-aws-credentials run before this step of the workflow, or log in on a "
                        + "workstation");
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutAnAnswerItSaysWhereToLook() {
        service.stop(0);

        assertThat(run(() -> Region.EU_CENTRAL_1, CREDENTIALS)).isEqualTo(1);
        assertThat(out).hasToString("");
        assertThat(err.toString(UTF_8))
                .startsWith(
                        "fetch-message: no answer from AWS in eu-central-1: look at the region's name and the network; ");
    }

    @Test
    void withoutTheParameterItSaysWhatDeploysIt() {
        answers(400, "{\"__type\": \"ParameterNotFound\"}");

        refused("parameter /message does not exist in eu-central-1: deploy the sample there first, with cdk deploy");
    }

    @Test
    void whenItIsDeniedItSaysWhatAwsSays() {
        answers(
                400,
                "{\"__type\": \"AccessDeniedException\", \"message\": \"not authorized to perform: ssm:GetParameter\"}");

        refused("AWS refused to read /message in eu-central-1: not authorized to perform: ssm:GetParameter");
    }

    @Test
    void whenAwsGivesNoReasonItSaysTheStatus() {
        answers(500, "");

        refused("AWS refused to read /message in eu-central-1: status 500, and no reason was given");
    }

    private void refused(String message) {
        refused(() -> Region.EU_CENTRAL_1, CREDENTIALS, message);
    }

    private void refused(AwsRegionProvider regions, AwsCredentialsProvider credentials, String message) {
        assertThat(run(regions, credentials)).isEqualTo(1);
        assertThat(out).hasToString("");
        assertThat(err).hasToString("fetch-message: " + message + System.lineSeparator());
    }

    private int run(AwsRegionProvider regions, AwsCredentialsProvider credentials) {
        URI endpoint = URI.create("http://" + service.getAddress().getAddress().getHostAddress() + ":"
                + service.getAddress().getPort());
        return FetchMessage.run(
                regions,
                credentials,
                SsmClient.builder()
                        .endpointOverride(endpoint)
                        .overrideConfiguration(sdk -> sdk.retryStrategy(DefaultRetryStrategy.doNotRetry())),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    private void answers(int status, String body) {
        service.createContext("/", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}

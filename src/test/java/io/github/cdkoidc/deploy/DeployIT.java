package io.github.cdkoidc.deploy;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole path: from {@code cdk deploy} of the sample to a run of its workflow that prints the message. In the order of the log. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployIT {

    @TempDir
    private static Path directory;

    private static MotoServer aws;
    private static Cdk cdk;
    private static FetchMessageProcess fetchMessage;

    @BeforeAll
    static void bootstrapAndDeploy() throws IOException, InterruptedException {
        aws = MotoServer.start(motoServer(), directory);
        System.out.println("$ moto_server, now at " + aws.endpoint());
        fetchMessage = new FetchMessageProcess(directory, aws.endpoint());
        cdk = new Cdk(directory, aws);
        cdk.bootstrap();
        cdk.deploy();
        cdk.withoutValidation();
    }

    private static Path motoServer() {
        return MotoServer.onPath().orElseGet(() -> {
            String missing = "moto_server is not on the PATH, and the sample is deployed to nothing but this emulator: "
                    + "install it with python3 -m pip install 'moto[server]==5.2.1'";
            System.out.println(missing);
            return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
        });
    }

    @AfterAll
    static void stop() {
        if (aws != null) {
            aws.close();
        }
    }

    @Test
    @Order(1)
    void theRoleTrustsAsDeployedWhatTheTemplateSays() throws IOException, InterruptedException {
        JsonNode template = cdk.template();
        String role =
                template.at("/Outputs/FetchMessageRoleArn/Value/Fn::GetAtt/0").asText();

        String deployed = Iam.trustPolicy(aws.endpoint(), cdk.output("FetchMessageRoleArn"));

        System.out.println("the role trusts (the provider is left out by the emulator) " + deployed);
        // The emulator makes no AWS::IAM::OIDCProvider of a template, so a Ref to one is nothing there.
        assertThatJson(deployed)
                .whenIgnoringPaths("Statement[*].Principal")
                .isEqualTo(template.path("Resources").path(role).at("/Properties/AssumeRolePolicyDocument"));
    }

    @Test
    @Order(2)
    void theTokenOfARunOfMainPresentsOneOfTheDeployedSubjectsInEitherSpelling()
            throws IOException, InterruptedException {
        String deployed = Iam.trustPolicy(aws.endpoint(), cdk.output("FetchMessageRoleArn"));
        JsonNode tests = new ObjectMapper().readTree(deployed).at("/Statement/0/Condition/StringEquals");

        for (GitHubClaimsBuilder run : List.of(runOfMain(), runOfMain().classicSubject())) {
            GitHubClaims claims = GitHubClaims.fromToken(WebIdentity.token(run.build()));
            String subject = claims.get(GitHubClaim.SUB).orElseThrow();
            System.out.println("a token of main presents " + subject);
            assertThat(tests.path("token.actions.githubusercontent.com:sub"))
                    .extracting(JsonNode::asText)
                    .contains(subject);
            assertThat(tests.path("token.actions.githubusercontent.com:aud").asText())
                    .isEqualTo(claims.get(GitHubClaim.AUD).orElseThrow());
        }
    }

    @Test
    @Order(3)
    void aRunOfMainAssumesTheRoleAndPrintsTheMessage() throws IOException, InterruptedException {
        Outcome outcome = fetchMessage.run("us-east-1", credentials());

        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .isEqualTo("Hello from a parameter that GitHub Actions read without a key." + System.lineSeparator());
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    @Order(4)
    void withoutARegionFetchMessageSaysSo() throws IOException, InterruptedException {
        refused(fetchMessage.run("", credentials()), "no region is set: set aws-region in the workflow");
    }

    @Test
    @Order(5)
    void inARegionWithoutTheParameterFetchMessageSaysSo() throws IOException, InterruptedException {
        refused(
                fetchMessage.run("eu-west-1", credentials()),
                "parameter /message does not exist in eu-west-1: deploy the sample there first");
    }

    @Test
    @Order(6)
    void withoutCredentialsFetchMessageSaysSo() throws IOException, InterruptedException {
        refused(
                fetchMessage.run("us-east-1", Map.of()),
                "no credentials are set: let configure-aws-credentials run before this step of the workflow");
    }

    @Test
    @Order(7)
    void aSecondDeployChangesNothing() throws IOException, InterruptedException {
        assertThat(cdk.deploy().out()).contains("(no changes)");
    }

    @Test
    @Order(8)
    void aDiffAfterwardsFindsNoDifference() throws IOException, InterruptedException {
        assertThat(cdk.diff().out()).contains("There were no differences");
    }

    private static GitHubClaimsBuilder runOfMain() {
        return GitHubClaims.of(GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789))
                .branch("main");
    }

    private static Map<String, String> credentials() throws IOException {
        String token = WebIdentity.token(runOfMain().build());
        return WebIdentity.assume(aws.endpoint(), cdk.output("FetchMessageRoleArn"), token);
    }

    private static void refused(Outcome outcome, String message) {
        assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("fetch-message: " + message);
        assertThat(outcome.out()).isEmpty();
    }
}

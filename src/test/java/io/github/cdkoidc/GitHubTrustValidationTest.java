package io.github.cdkoidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.assembly.AppFinding;
import io.github.cdkoidc.assembly.AppJudge;
import io.github.cdkoidc.assembly.CloudAssembly;
import io.github.cdkoidc.assembly.SynthesizedTemplate;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The guard as an app has it: through the CDK, whose report keeps what it finds. */
class GitHubTrustValidationTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROVIDER =
            "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
    private static final List<String> REPORTS = List.of("validation-report.json", "policy-validation-report.json");

    private static final String LOOSE = "repo:octo-org*";

    private final App app = TestApp.guarded(Map.of());

    /** Earlier tests, of another CDK, may have left theirs. */
    @BeforeEach
    void thereIsNoReportYet() throws IOException {
        for (String name : REPORTS) {
            Files.deleteIfExists(Path.of(app.getOutdir()).resolve(name));
        }
    }

    private static CfnRole role(Construct scope, String subject) {
        return CfnRole.Builder.create(scope, "HandWritten")
                .assumeRolePolicyDocument(Map.of(
                        "Version",
                        "2012-10-17",
                        "Statement",
                        Map.of(
                                "Effect",
                                "Allow",
                                "Principal",
                                Map.of("Federated", PROVIDER),
                                "Action",
                                "sts:AssumeRoleWithWebIdentity",
                                "Condition",
                                Map.of(
                                        "StringEquals",
                                        Map.of("token.actions.githubusercontent.com:aud", "sts.amazonaws.com"),
                                        "StringLike",
                                        Map.of("token.actions.githubusercontent.com:sub", subject)))))
                .build();
    }

    private static void acknowledge(Construct construct, String id) {
        Validations.of(construct)
                .acknowledge(
                        Acknowledgment.builder().id(id).reason("it is a test").build());
    }

    /** What a synth that fails says: in the exception, or in the report that the exception names. */
    private String failure() throws IOException {
        Throwable thrown = catchThrowable(app::synth);
        assertThat(thrown).isNotNull();
        return thrown.getMessage() + reports().map(JsonNode::toString).toList();
    }

    private Stream<JsonNode> reports() throws IOException {
        Stream.Builder<JsonNode> reports = Stream.builder();
        for (String name : REPORTS) {
            Path file = Path.of(app.getOutdir()).resolve(name);
            if (Files.exists(file)) {
                JSON.readTree(file.toFile()).path("pluginReports").forEach(reports::add);
            }
        }
        return reports.build();
    }

    private List<JsonNode> synthesized(String element) throws IOException {
        app.synth();
        return reports()
                .flatMap(report -> Stream.of("violations", "suppressedViolations")
                        .flatMap(list -> report.path(list).findValues(element).stream()))
                .toList();
    }

    @Test
    void aRoleThatLetsStrangersInFailsTheSynth() throws IOException {
        role(new Stack(app, "Stack"), LOOSE);

        assertThat(failure())
                .as("the construct, the resource, the place, the token and the fix")
                .contains("Stack/HandWritten", "HandWritten")
                .contains("/Resources/HandWritten/Properties/AssumeRolePolicyDocument/Statement/Condition/StringLike/")
                .contains(
                        "octo-orga/a, a repository outside the policy, can assume the role: sub repo:octo-orga/a:ref:refs/heads/a")
                .contains("admits {")
                .contains(TrustRule.NAME_PREFIX.fix());
    }

    @Test
    void aRoleThatIamRefusesFailsTheSynth() throws IOException {
        role(new Stack(app, "Stack"), "*");

        assertThat(failure()).contains("MalformedPolicyDocument", TrustRule.REFUSED_BY_IAM.fix());
    }

    @Test
    void aPrincipalOutsideTheAccountFailsTheSynth() throws IOException {
        GitHubOidcRole role = Example.role(new Stack(app, "Stack"), "Role");
        role.getAssumeRolePolicy()
                .addStatements(PolicyStatement.Builder.create()
                        .principals(List.of(new AnyPrincipal()))
                        .actions(List.of("sts:AssumeRole"))
                        .build());

        assertThat(failure()).contains("Stack/Role", TrustRule.FOREIGN_PRINCIPAL.fix());
    }

    @Test
    void aRoleOfANestedStackFailsTheSynth() throws IOException {
        role(new NestedStack(new Stack(app, "Stack"), "Nested"), LOOSE);

        assertThat(failure()).contains("Stack/Nested/HandWritten");
    }

    @Test
    void aRoleOfAStageFailsTheSynth() throws IOException {
        role(new Stack(new Stage(app, "Stage"), "Stack"), LOOSE);

        assertThat(failure()).contains("Stage/Stack/HandWritten");
    }

    @Test
    void aRoleOfTheLibraryPasses() {
        GitHubOidcRole.Builder.create(new Stack(app, "Stack"), "Role")
                .subjects(GitHubRepository.of("octo-org/octo-repo")
                        .withIds(123456, 456789)
                        .branch("main"))
                .build();

        assertThatCode(app::synth).doesNotThrowAnyException();
    }

    @Test
    void whatIsAcknowledgedPassesAndTheReportKeepsTheReason() throws IOException {
        acknowledge(role(new Stack(app, "Stack"), LOOSE), "github-oidc-role:namePrefix");

        assertThat(synthesized("acknowledged")).extracting(JsonNode::asText).contains("it is a test");
    }

    @Test
    void whatAStackAcknowledgesIsSoForItsRoles() {
        Stack stack = new Stack(app, "Stack");
        role(stack, LOOSE);
        role(new NestedStack(stack, "Nested"), LOOSE);
        acknowledge(stack, "github-oidc-role::namePrefix");

        assertThatCode(app::synth).doesNotThrowAnyException();
    }

    @Test
    void whatOneRoleAcknowledgesIsNotSoForAnother() throws IOException {
        acknowledge(role(new Stack(app, "One"), LOOSE), "github-oidc-role::namePrefix");
        role(new Stack(app, "Other"), LOOSE);

        assertThat(failure()).contains("Other/HandWritten");
    }

    @Test
    void whatTheReportOffersForOneRoleIsNotSoForAnother() throws IOException {
        acknowledge(role(new Stack(app, "One"), LOOSE), "github-oidc-role::namePrefix[One/HandWritten]");
        role(new Stack(app, "Other"), LOOSE);

        assertThat(failure()).contains("Other/HandWritten");
    }

    @Test
    void whatARoleOfTheLibraryWarnsOfItselfIsNotSaidTwice() throws IOException {
        GitHubOidcRole.Builder.create(new Stack(app, "Stack"), "Role")
                .subjects(GitHubRepository.of("octo-org/octo-repo")
                        .withIds(123456, 456789)
                        .pullRequest())
                .build();

        assertThat(synthesized("ruleName")).isEmpty();
        Path template = Path.of(app.getOutdir()).resolve("Stack.template.json");
        List<SynthesizedTemplate> templates =
                CloudAssembly.of(template.getParent()).stack(template);
        assertThat(AppJudge.findings(templates, templates))
                .as("it is still a finding, for whoever has not seen the synth")
                .extracting(AppFinding::rule)
                .containsExactly(TrustRule.PULL_REQUEST);
    }

    private GitHubOidcRole roleForTheWholeOrganisation() {
        return GitHubOidcRole.Builder.create(new Stack(app, "Stack"), "Role")
                .subjects(GitHubSubject.customLike("repo:octo-org/*"))
                .build();
    }

    @Test
    void anErrorThatARoleOfTheLibraryWarnsOfItselfFailsTheSynth() throws IOException {
        roleForTheWholeOrganisation();

        assertThat(failure()).contains("Stack/Role", TrustRule.ANY_REPOSITORY_OF_OWNER.fix());
    }

    @Test
    void oneAcknowledgementAnswersTheRoleAndTheGuard() throws IOException {
        GitHubOidcRole role = roleForTheWholeOrganisation();
        acknowledge(role, "github-oidc-role:anyRepositoryOfOwner");

        assertThat(synthesized("acknowledged")).extracting(JsonNode::asText).contains("it is a test");
        assertThat(TestApp.warnings(Stack.of(role))).isEmpty();
    }
}

package io.github.cdkoidc.sample;

import static io.github.cdkoidc.sample.SampleApps.EXAMPLE;
import static io.github.cdkoidc.sample.SampleApps.EXISTING_PROVIDER;
import static io.github.cdkoidc.sample.SampleApps.NAMED;
import static io.github.cdkoidc.sample.SampleApps.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.Snapshot;
import io.github.cdkoidc.TestApp;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the sample deploys. */
class SampleStackTest {

    private static final Map<String, Map<String, String>> GOLDEN =
            Map.of("example", EXAMPLE, "with-ids", NAMED, "existing-provider", EXISTING_PROVIDER);

    @Test
    void theTemplatesAreTheGoldenOnes() throws IOException {
        for (var golden : GOLDEN.entrySet()) {
            Snapshot.assertThat(sample(golden.getValue())).matches("sample/" + golden.getKey());
        }
    }

    @Test
    void everyGoldenTemplateIsOfSomeContext() throws IOException {
        assertThat(Snapshot.names("sample")).containsExactlyInAnyOrderElementsOf(GOLDEN.keySet());
    }

    @Test
    void theRoleOfFetchMessageMayReadTheMessageAndNothingElse() {
        JsonNode statement = onlyStatementOf("FetchMessage");

        assertThat(statement.path("Action"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "ssm:DescribeParameters", "ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters");
        String message = statement.at("/Resource/Fn::Join/1/7/Ref").asText();
        assertThat(resources().path(message).at("/Properties/Name").asText()).isEqualTo("/message");
        assertThat(statement.path("Resource").toString())
                .isEqualTo(
                        "{\"Fn::Join\":[\"\",[\"arn:\",{\"Ref\":\"AWS::Partition\"},\":ssm:\",{\"Ref\":\"AWS::Region\"},"
                                + "\":\",{\"Ref\":\"AWS::AccountId\"},\":parameter\",{\"Ref\":\"" + message + "\"}]]}");
    }

    @Test
    void theRoleOfTheDeploymentMayAssumeTheBootstrapRolesAndNothingElse() {
        JsonNode statement = onlyStatementOf("Deploy");

        assertThat(statement.path("Action").asText()).isEqualTo("sts:AssumeRole");
        assertThat(statement.path("Resource"))
                .hasSize(4)
                .allSatisfy(role -> assertThat(role.toString())
                        .contains(":role/cdk-hnb659fds-")
                        .doesNotContain("cfn-exec", "*"));
    }

    @Test
    void theRoleOfTheDiffMayOnlyLook() {
        JsonNode statement = onlyStatementOf("Diff");

        assertThat(statement.path("Action").asText()).isEqualTo("sts:AssumeRole");
        assertThat(statement.path("Resource").toString()).contains(":role/cdk-hnb659fds-lookup-role-");
    }

    @Test
    void itsOutputsAreTheRolesAndTheSubjects() {
        JsonNode outputs = TestApp.template(sample(NAMED)).path("Outputs");

        assertThat(outputs.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "FetchMessageRoleArn",
                        "FetchMessageSubjects",
                        "DeployRoleArn",
                        "DeploySubjects",
                        "DiffRoleArn",
                        "DiffSubjects");
        assertThat(outputs.at("/DeploySubjects/Value").asText())
                .isEqualTo("repo:octo-org/octo-repo:environment:production or "
                        + "repo:octo-org@123456/octo-repo@456789:environment:production");
        assertThat(outputs.at("/DeployRoleArn/Value/Fn::GetAtt").toString()).matches("\\[\"Deploy\\w+\",\"Arn\"]");
    }

    @Test
    void itWarnsOfNothingButMissingIds() {
        assertThat(TestApp.warnings(sample(NAMED))).isEmpty();
        assertThat(TestApp.warnings(sample(Map.of("repository", "octo-org/octo-repo"))))
                .hasSize(3)
                .allSatisfy(warning -> assertThat(warning.id()).endsWith("::github-oidc-role:repositoryWithoutIds"));
    }

    private static JsonNode onlyStatementOf(String role) {
        JsonNode statements = resources().properties().stream()
                .filter(resource -> resource.getKey().matches(role + "DefaultPolicy[0-9A-F]{8}"))
                .map(policy -> policy.getValue().at("/Properties/PolicyDocument/Statement"))
                .findFirst()
                .orElseThrow();
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }

    private static JsonNode resources() {
        return TestApp.template(sample(NAMED)).path("Resources");
    }
}

package io.github.cdkoidc.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of an app, also the ones that are not as the CDK writes them. */
class CloudAssemblyTest {

    private static final String REFUSED = """
            {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": {
              "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
              "Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"}
            }}}}""";

    private static final String HASH = "25056ea0bb3b7ace32966ad4de243bf7a7cc475220f006bff0d2f6a5e254d040";

    @TempDir
    private Path directory;

    @BeforeEach
    void anAppWithOneStack() throws IOException {
        write("cdk.out", "{}");
        write("manifest.json", """
                {"artifacts": {
                  "Stack": {
                    "type": "aws:cloudformation:stack",
                    "environment": "aws://111111111111/us-east-1",
                    "properties": {"templateFile": "Stack.template.json"},
                    "additionalMetadataFile": "Stack.metadata.json",
                    "displayName": "Stack"
                  },
                  "Stack.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Stack.assets.json"}}
                }}""");
        write(
                "Stack.assets.json",
                "{\"files\": {\"" + HASH + "\": {\"source\": {\"path\": \"Nested.template.json\"}}}}");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private List<AppFinding> findings(String... templates) {
        return AppJudge.findings(List.of(templates).stream()
                .map(name -> directory.resolve(name).toString())
                .toList());
    }

    private List<AppFinding> findings() {
        return findings("Stack.template.json");
    }

    @Test
    void aTemplateThatIsNotThereIsAFinding() {
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(TrustRule.UNREADABLE_TEMPLATE);
            assertThat(finding.path()).isEqualTo("Stack");
            assertThat(finding.message()).startsWith("template cannot be read: ");
        });
    }

    @Test
    void aTemplateThatIsNoJsonIsAFinding() throws IOException {
        for (String text : List.of("", "Resources:\n  Role: {}", "{\"Resources\": {", "[]", "1", "{} {}", "\0")) {
            write("Stack.template.json", text);

            assertThat(findings()).as(text).extracting(AppFinding::rule).containsExactly(TrustRule.UNREADABLE_TEMPLATE);
        }
    }

    @Test
    void aTemplateThatNoManifestNamesIsJudgedAllTheSame() throws IOException {
        write("Other.template.json", "{\"Resources\": {\"Role\": " + REFUSED + "}}");

        assertThat(findings("Other.template.json")).extracting(AppFinding::rule).contains(TrustRule.REFUSED_BY_IAM);
    }

    @Test
    void withoutAManifestTemplatesAreJudgedAllTheSame() throws IOException {
        for (String manifest : List.of("", "[]", "{\"artifacts\": 1}", "{\"artifacts\": {\"Stack\": null}}")) {
            write("manifest.json", manifest);
            write("Stack.template.json", "{\"Resources\": {\"Role\": " + REFUSED + "}}");

            assertThat(findings()).as(manifest).extracting(AppFinding::rule).contains(TrustRule.REFUSED_BY_IAM);
        }
    }

    @Test
    void aNestedStackIsFoundByTheHashOfItsTemplate() throws IOException {
        write("Stack.metadata.json", """
                {
                  "/Stack/Inner.NestedStack/Inner.NestedStackResource": [{"type": "aws:cdk:logicalId", "data": "Nested"}],
                  "/Stack/Role": [{"type": "aws:cdk:logicalId", "data": "Role"}],
                  "/Stack/Inner/Mine/Resource": [{"type": "aws:cdk:logicalId", "data": "Role"}],
                  "/Stack/Inner/Mine": [{
                    "type": "aws:cdk:acknowledged-rules",
                    "data": {"annotation::github-oidc-role:refusedByIam": "it is a test"}
                  }]
                }""");
        write("Stack.template.json", """
                {"Resources": {"Nested": {"Type": "AWS::CloudFormation::Stack", "Properties": {
                  "TemplateURL": {"Fn::Join": ["", ["https://s3/", "%s.json"]]}
                }}}}""".formatted(HASH));
        write("Nested.template.json", "{\"Resources\": {\"Role\": " + REFUSED + "}}");

        assertThat(findings())
                .filteredOn(finding -> finding.rule() == TrustRule.REFUSED_BY_IAM)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo("Stack/Inner/Mine");
                    assertThat(finding.location())
                            .startsWith("/Resources/Role/Properties/AssumeRolePolicyDocument/Statement")
                            .doesNotContain("/0");
                    assertThat(finding.fails()).isFalse();
                    assertThat(finding.acknowledgement())
                            .hasValueSatisfying(
                                    answer -> assertThat(answer.reason()).isEqualTo("it is a test"));
                });
    }

    @Test
    void aNestedStackOfAnotherTemplateIsAFinding() throws IOException {
        write("Stack.template.json", """
                {"Resources": {"Nested": {"Type": "AWS::CloudFormation::Stack", "Properties": {
                  "TemplateURL": "https://s3.amazonaws.com/octo-bucket/roles.yaml"
                }}}}""");

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(TrustRule.UNSEEN_TEMPLATE);
            assertThat(finding.location()).isEqualTo("/Resources/Nested");
        });
    }

    @Test
    void aStackThatIsNestedInItselfIsJudgedOnce() throws IOException {
        write("Stack.template.json", """
                {"Resources": {
                  "Role": %s,
                  "Nested": {"Type": "AWS::CloudFormation::Stack", "Metadata": {"aws:asset:path": "Stack.template.json"}}
                }}""".formatted(REFUSED));

        assertThat(findings())
                .filteredOn(finding -> finding.rule() == TrustRule.REFUSED_BY_IAM)
                .hasSize(1);
    }

    @Test
    void aStageThatIsInItselfIsReadOnce() throws IOException {
        write("manifest.json", """
                {"artifacts": {
                  "Stack": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Stack.template.json"}},
                  "Stage": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "."}}
                }}""");
        write("Stack.template.json", "{\"Resources\": {\"Role\": " + REFUSED + "}}");

        assertThat(CloudAssembly.of(directory).all()).hasSize(1);
    }

    @Test
    void anEnormousTemplateIsAFinding() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("Stack.template.json").toFile(), "rw")) {
            file.setLength(32 * 1024 * 1024 + 1);
        }

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("template cannot be read: it has 33554433 bytes, and CloudFormation takes 1048576"));
    }

    @Test
    void aTemplateThatIsNamedTwiceIsJudgedOnce() throws IOException {
        write("Stack.template.json", "{\"Resources\": {\"Role\": " + REFUSED + "}}");

        assertThat(findings("Stack.template.json", "Stack.template.json")).hasSameSizeAs(findings());
    }
}

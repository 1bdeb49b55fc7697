package io.github.cdkoidc.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in a manifest that lead out of the app's folder, or nowhere. */
class AssemblyFolderTest {

    private static final String EMPTY = "{\"Resources\": {}}";

    @TempDir
    private Path directory;

    private Path app;

    @BeforeEach
    void anAppBesideAnotherTemplate() throws IOException {
        app = Files.createDirectory(directory.resolve("app"));
        Files.writeString(directory.resolve("other.json"), EMPTY);
        Files.writeString(app.resolve("cdk.out"), "{}");
        Files.writeString(app.resolve("Own.template.json"), EMPTY);
    }

    private CloudAssembly manifest(String type, String property, String name) throws IOException {
        Files.writeString(app.resolve("manifest.json"), """
                {"artifacts": {"S": {"type": "%s", "displayName": "S", "properties": {"%s": "%s"}}}}""".formatted(type, property, name));
        return CloudAssembly.of(app);
    }

    private CloudAssembly stack(String template) throws IOException {
        return manifest("aws:cloudformation:stack", "templateFile", template);
    }

    private static void assertRefused(CloudAssembly assembly, String why) {
        assertThat(assembly.all()).isEmpty();
        assertThat(assembly.unreadable()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(TrustRule.UNREADABLE_TEMPLATE);
            assertThat(finding.message()).contains(why).hasSizeLessThan(300).doesNotContain("\n", "\0");
        });
    }

    @Test
    void aFileOutsideTheFolderIsNotRead() throws IOException {
        for (String name : List.of(
                "../other.json",
                "x/../../other.json",
                directory.resolve("other.json").toString(),
                "/etc/hostname")) {
            assertRefused(stack(name), "outside the folder of the app");
        }
    }

    @Test
    void aLinkToAFileOutsideTheFolderIsNotFollowed() throws IOException {
        Files.createSymbolicLink(app.resolve("Link.template.json"), directory.resolve("other.json"));
        Files.createSymbolicLink(app.resolve("up"), directory);

        assertRefused(stack("Link.template.json"), "outside the folder of the app");
        assertRefused(stack("up/other.json"), "outside the folder of the app");
    }

    @Test
    void aFileInTheFolderIsReadHoweverItIsNamed() throws IOException {
        Files.createSymbolicLink(app.resolve("Link.template.json"), app.resolve("Own.template.json"));
        Files.createSymbolicLink(directory.resolve("same"), app);

        for (String name : List.of(
                "Own.template.json",
                "./Own.template.json",
                "../app/Own.template.json",
                "Link.template.json",
                app.resolve("Own.template.json").toString())) {
            assertThat(stack(name).all()).as(name).hasSize(1);
        }
        stack("Own.template.json");
        assertThat(CloudAssembly.of(directory.resolve("same")).all()).hasSize(1);
    }

    @Test
    void aNameThatNoFileCanHaveIsSaidOnOneLine() throws IOException {
        assertRefused(stack("S\\u0000.template.json"), "no file can be called");
        assertRefused(stack("x".repeat(5_000)), "");
        assertRefused(stack("\\u001b[31m\\nx"), "");
        assertRefused(stack(""), "it is not a file");
        assertRefused(stack("."), "it is not a file");
    }

    @Test
    void aStageOutsideTheFolderIsNotRead() throws IOException {
        for (String name : List.of("..", "/", "a\\u0000b")) {
            assertRefused(manifest("cdk:cloud-assembly", "directoryName", name), "directoryName of the manifest");
        }
    }

    @Test
    void aStageThatIsItsOwnFolderEnds() throws IOException {
        Files.createSymbolicLink(app.resolve("self"), app);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> manifest("cdk:cloud-assembly", "directoryName", "self"));
    }

    @Test
    void aNestedTemplateOutsideTheFolderIsNotRead() throws IOException {
        for (String name : List.of("../other.json", "a\\u0000b")) {
            Files.writeString(app.resolve("Own.template.json"), """
                    {"Resources": {"N": {"Type": "AWS::CloudFormation::Stack",
                      "Metadata": {"aws:asset:path": "%s"}, "Properties": {}}}}""".formatted(name));

            assertThat(stack("Own.template.json").unreadable())
                    .singleElement()
                    .extracting(AppFinding::rule)
                    .isEqualTo(TrustRule.UNREADABLE_TEMPLATE);
        }
    }

    @Test
    void anAssetOfTheAppIsReadFromItsStage() throws IOException {
        Path stage = Files.createDirectory(app.resolve("assembly-Stage"));
        Files.writeString(stage.resolve("cdk.out"), "{}");
        Files.writeString(stage.resolve("manifest.json"), """
                {"artifacts": {"S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "../Own.template.json"}}}}""");
        manifest("cdk:cloud-assembly", "directoryName", "assembly-Stage");

        assertThat(CloudAssembly.of(app).all()).hasSize(1);
        assertThat(CloudAssembly.of(stage).all()).hasSize(1);
    }
}

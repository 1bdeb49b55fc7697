package io.github.cdkoidc.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.RoleTemplate;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.workflow.file.Workflow;
import io.github.cdkoidc.workflow.file.WorkflowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each rule a workflow that it finds something in, and the nearest one in which it does not, with what the doctor says written
 * beside them. {@code -Dsnapshots.update=true} writes that anew.
 */
class DoctorRuleCasesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<DoctorRule> ALL_TOGETHER =
            Set.of(DoctorRule.OUTSIDERS_REACH_ROLE, DoctorRule.AMBIGUOUS_ENVIRONMENT, DoctorRule.FOREIGN_WORKFLOW);

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource
    void theDoctorSaysWhatIsWrittenBesideTheWorkflow(String rule, String name) throws IOException {
        Path expected = folder(rule).resolve(name + ".expected.txt");
        String said = Diagnoses.written(diagnosis(rule, name));

        if (Boolean.getBoolean("snapshots.update") && System.getenv("CI") == null) {
            Files.writeString(
                    Path.of("src/test/resources")
                            .resolve(Path.of("target/test-classes")
                                    .toAbsolutePath()
                                    .relativize(expected)),
                    said);
            return;
        }
        assertThat(said).isEqualTo(Files.readString(expected));
    }

    static Stream<Arguments> theDoctorSaysWhatIsWrittenBesideTheWorkflow() {
        return Stream.of(DoctorRule.values())
                .flatMap(rule -> Stream.of("bad", "good").map(name -> Arguments.of(rule.id(), name)));
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleFindsTheBadWorkflowAndLeavesTheGoodOneAlone(DoctorRule rule) {
        assertThat(rules(rule.id(), "bad")).contains(rule);
        assertThat(rules(rule.id(), "good")).isEmpty();
    }

    /** Beside what is there, because a condition that is pasted into another's statement is ANDed with it. */
    @Test
    void aPastedStatementLetsTheDeniedTokenIn() {
        List<Boolean> allowed = new ArrayList<>();
        for (DoctorRule rule : DoctorRule.values()) {
            for (DoctorFinding finding : diagnosis(rule.id(), "bad").findings()) {
                finding.remedies().stream()
                        .filter(remedy -> remedy.language().equals("json"))
                        .forEach(remedy -> allowed.add(pasted(finding.role().orElseThrow(), remedy)
                                .decide(finding.token().orElseThrow())
                                .isAllowed()));
            }
        }

        assertThat(allowed).isNotEmpty().containsOnly(true);
    }

    /** What a person does who pastes: one of the alternatives, or all of them where the rule's fix asks for all. */
    @ParameterizedTest
    @EnumSource
    void aPastedRemedyEndsTheFinding(DoctorRule rule) {
        DoctorFinding found = diagnosis(rule.id(), "bad").findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
        List<List<Remedy>> ways = ALL_TOGETHER.contains(rule)
                ? List.of(found.remedies())
                : found.remedies().stream().map(List::of).toList();

        assertThat(ways).isNotEmpty().allSatisfy(way -> {
            Pasting pasting = new Pasting(
                    text(folder(rule.id()).resolve("bad.yml")),
                    roles(text(folder(rule.id()).resolve("roles.template.json"))));
            way.forEach(pasting::paste);
            assertThat(diagnosis(pasting.workflow(), pasting.roles()).findings())
                    .doesNotContain(found)
                    .hasSizeLessThan(diagnosis(rule.id(), "bad").findings().size());
        });
    }

    private static TrustPolicy pasted(DoctorRole role, Remedy remedy) {
        List<Statement> statements = new ArrayList<>(role.policy().document().statements());
        statements.addAll(TrustPolicy.parse("{\"Version\": \"2012-10-17\", \"Statement\": " + remedy.text() + "}")
                .document()
                .statements());
        return TrustPolicy.of(new PolicyDocument(statements));
    }

    private static List<DoctorRule> rules(String rule, String name) {
        return diagnosis(rule, name).findings().stream()
                .map(DoctorFinding::rule)
                .toList();
    }

    private static Diagnosis diagnosis(String rule, String name) {
        return diagnosis(
                text(folder(rule).resolve(name + ".yml")),
                roles(text(folder(rule).resolve("roles.template.json"))));
    }

    private static Diagnosis diagnosis(String yaml, List<DoctorRole> roles) {
        Workflow workflow = WorkflowReader.read(WorkflowReader.FOLDER + "/deploy.yml", yaml);
        return Doctor.of(GitHubRepository.of("octo-org/octo-repo"))
                .withDefaultBranch("main")
                .examine(List.of(workflow), roles);
    }

    static List<DoctorRole> roles(String json) {
        RoleTemplate template = RoleTemplate.parse(json);
        return template.roles().stream()
                .map(id -> role(id, template, properties(json, id)))
                .toList();
    }

    private static DoctorRole role(String id, RoleTemplate template, JsonNode properties) {
        DoctorRole role = DoctorRoles.of(id, TrustPolicy.of(template.trustPolicy(id)));
        return DoctorRoles.withMaxSessionSeconds(
                properties.has("RoleName")
                        ? DoctorRoles.withRoleName(
                                role, properties.get("RoleName").asText())
                        : role,
                properties.path("MaxSessionDuration").asInt(3600));
    }

    private static JsonNode properties(String json, String id) {
        try {
            return JSON.readTree(json).path("Resources").path(id).path("Properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String rule) {
        try {
            return Path.of(
                    DoctorRuleCasesTest.class.getResource("rules/" + rule).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

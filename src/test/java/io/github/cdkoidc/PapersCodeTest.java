package io.github.cdkoidc;

import static java.util.stream.Collectors.toMap;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.assertions.TrustAssertions;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** Holds the code, the policies and the tables of the documents to what the library does. */
class PapersCodeTest {

    /** What a block may take for granted: the imports of an IDE, and a construct with a message and a role. */
    private static final String AROUND = """
            import io.github.cdkoidc.*;
            import io.github.cdkoidc.claims.*;
            import static io.github.cdkoidc.assertions.TrustAssertions.assertThat;
            import java.util.*;
            import software.amazon.awscdk.Acknowledgment;
            import software.amazon.awscdk.App;
            import software.amazon.awscdk.Environment;
            import software.amazon.awscdk.Stack;
            import software.amazon.awscdk.Validations;
            import software.amazon.awscdk.services.ssm.StringParameter;

            abstract class NAME extends Stack {
                StringParameter message;
                GitHubOidcRole role;
                GitHubRepository repository;

                void block() {
            BLOCK
                }
            }
            """;

    private static GitHubRepository repository;
    private static GitHubOidcRole role;
    private static Template template;

    @TempDir
    private Path classes;

    @BeforeAll
    static void synthesizeTheFirstScreen() {
        Stack stack = new Stack(new App(), "Readme");
        repository = GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789);
        role = GitHubOidcRole.Builder.create(stack, "FetchMessage")
                .subjects(repository.branch("main"), repository.environment("production"))
                .build();
        template = Template.fromStack(stack);
    }

    @Test
    void everyJavaBlockCompiles() {
        assertThat(Paper.README.blocks("java")).isNotEmpty();
        assertThat(compile(Paper.blocksOfAll("java"))).isEmpty();
    }

    @Test
    void aBlockThatDoesNotCompileIsFound() {
        assertThat(compile(List.of("GitHubRepository.from(1);"))).contains("cannot find symbol");
    }

    @Test
    void theJsonBlocksAreWhatTheFirstScreenCreates() {
        List<String> blocks = Paper.blocksOfAll("json");

        assertThat(blocks).hasSize(2);
        assertThatJson(blocks.get(0))
                .isEqualTo(((Map<?, ?>) ofType("AWS::IAM::Role").get("Properties")).get("AssumeRolePolicyDocument"));
        assertThatJson(blocks.get(1)).isEqualTo(ofType("AWS::IAM::OIDCProvider"));
    }

    @Test
    void theExplanationIsTheOneThatIsPrinted() {
        GitHubClaims run = GitHubClaims.of(repository)
                .branch("main")
                .environment("staging")
                .build();

        assertThat(Paper.blocksOfAll("text"))
                .containsExactly(role.getTrustPolicy().decide(run).explain());
    }

    @Test
    void theAssertionsHold() {
        TrustAssertions.assertThat(role.getTrustPolicy())
                .allows(GitHubClaims.of(repository).branch("main").build())
                .denies(GitHubClaims.of(repository).pullRequest(1).build())
                .admitsOnly(repository)
                .hasNoFindings();
    }

    @Test
    void theCoordinatesAreThoseOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Pattern coordinates = Pattern.compile(
                "<groupId>io.github.cdkoidc</groupId>\\s*<artifactId>github-oidc-role</artifactId>\\s*<version>([^<]+)</version>");

        List<String> blocks = Paper.blocksOfAll("xml");
        assertThat(blocks).hasSize(1);
        assertThat(coordinates.matcher(blocks.get(0)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .hasSameElementsAs(coordinates
                        .matcher(pom)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void theTableOfSubjectsSaysWhatTheyRender() {
        GitHubRepository repository = GitHubRepository.of("octo-org/octo-repo");
        Map<String, GitHubSubject> subjects = Map.of(
                "branch(\"main\")", repository.branch("main"),
                "tag(\"v1.2.3\")", repository.tag("v1.2.3"),
                "environment(\"production\")", repository.environment("production"),
                "pullRequest()", repository.pullRequest(),
                "branchesLike(\"release/*\")", repository.branchesLike("release/*"),
                "tagsLike(\"v*\")", repository.tagsLike("v*"),
                "anyRun()", repository.anyRun());

        Map<String, String> table = Paper.findInAll("\\| `(\\w+\\([^`]*\\))` \\| [^|]+ \\| `([^`]+)` \\|")
                .collect(toMap(row -> row.group(1), row -> "repo:octo-org/octo-repo:" + row.group(2)));

        assertThat(table)
                .isEqualTo(subjects.entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                subject -> subject.getValue().values().get(0).text())));
    }

    @Test
    void theTablesOfWarningsHaveThemAll() throws IOException {
        Stream<String> ofRules = named("TrustWarnings", "TrustRule\\.([A-Z_]+)")
                .map(name -> TrustRule.valueOf(name).id())
                .distinct();
        Stream<String> own = Stream.concat(
                named("TrustWarnings", "new TrustWarning\\(\\s*\"(\\w+)\""),
                named("RoleWarning", "\\bof\\(\\s*\"(\\w+)\""));

        assertThat(Paper.findInAll("\\| `github-oidc-role:(\\w+)` \\|").map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ofRules, own).toList());
    }

    /** What a type's source names, whichever package it is in. */
    private static Stream<String> named(String type, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> found =
                    files.filter(file -> file.endsWith(type + ".java")).toList();
            assertThat(found).as(type).hasSize(1);
            return Pattern.compile(pattern)
                    .matcher(Files.readString(found.get(0)))
                    .results()
                    .map(name -> name.group(1));
        }
    }

    /** What the compiler says of the blocks, or nothing. */
    private String compile(List<String> blocks) {
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        said,
                        null,
                        null,
                        options,
                        null,
                        IntStream.range(0, blocks.size())
                                .mapToObj(i -> source("Block" + i, blocks.get(i)))
                                .toList())
                .call();
        return said.toString();
    }

    private static JavaFileObject source(String name, String block) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return AROUND.replace("NAME", name).replace("BLOCK", block);
            }
        };
    }

    private static Map<String, Object> ofType(String type) {
        var found = template.findResources(type).values();
        assertThat(found).hasSize(1);
        return found.iterator().next();
    }
}

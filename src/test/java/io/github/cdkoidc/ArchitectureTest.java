package io.github.cdkoidc;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.cdkoidc.assertions.TrustPolicyAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTest {

    private static final String ROOT = "io.github.cdkoidc";
    private static final String ASSERTIONS = ROOT + ".assertions";
    private static final String CLI = ROOT + ".cli";
    private static final String SAMPLE = ROOT + ".sample";
    private static final String ASSERTJ = "org.assertj..";
    private static final String[] CDK = {"software.amazon.awscdk..", "software.constructs..", "software.amazon.jsii.."};

    private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);
    private static final JavaClasses LIBRARY = classesOf("src/main/java");
    private static final JavaClasses SAMPLE_CLASSES = classesOf("src/sample/java");

    /** By source, because the sample is compiled beside the tests. */
    private static JavaClasses classesOf(String folder) {
        return ALL.that(describe("of " + folder, type -> {
            String file = type.getSource().orElseThrow().getFileName().orElseThrow();
            return Files.exists(Path.of(folder, type.getPackageName().replace('.', '/'), file));
        }));
    }

    /** Each package, and all that it may use. */
    private static final Map<String, List<String>> ARROWS = new TreeMap<>();

    static {
        arrow("internal.json");
        arrow("internal.yaml");
        arrow("claims", "internal.json");
        arrow("policy", "internal.json", "claims");
        arrow("internal.automata", "claims");
        arrow("internal.spelling", "claims");
        arrow("internal.evaluate", "claims", "policy", "internal.automata");
        arrow("internal.tokens", "claims", "policy", "internal.automata", "internal.evaluate");
        arrow("trust.decision", "claims", "policy", "internal.automata", "internal.evaluate");
        arrow("trust.exposure", "claims", "policy", "internal.automata", "internal.evaluate", "internal.tokens");
        arrow("trust.coverage", "claims", "policy", "internal.automata", "internal.evaluate", "internal.tokens");
        arrow(
                "trust.rules",
                "internal.json",
                "claims",
                "policy",
                "internal.automata",
                "internal.evaluate",
                "internal.spelling",
                "trust.exposure",
                "trust.coverage");
        arrow(
                "trust",
                "claims",
                "policy",
                "internal.evaluate",
                "trust.decision",
                "trust.exposure",
                "trust.coverage",
                "trust.rules");
        arrow("assertions", "claims", "trust", "trust.decision", "trust.exposure", "trust.rules");
        arrow("assembly", "internal.json", "claims", "policy", "trust", "trust.decision", "trust.rules");
        arrow("workflow.text", "claims");
        arrow("workflow.expression", "internal.yaml", "workflow.text");
        arrow("workflow.file", "internal.yaml", "workflow.text", "workflow.expression");
        arrow("workflow", "internal.yaml", "claims", "workflow.text", "workflow.expression", "workflow.file");
        arrow(
                "doctor",
                "internal.json",
                "internal.yaml",
                "claims",
                "policy",
                "trust",
                "trust.decision",
                "trust.coverage",
                "trust.rules",
                "workflow",
                "workflow.text",
                "workflow.expression",
                "workflow.file");
        arrow("cli.report", "internal.json", "claims", "trust.decision", "trust.rules");
        arrow("cli.input", "internal.json", "claims", "policy", "trust", "trust.decision", "trust.rules", "assembly");
        arrow(
                "cli",
                "internal.yaml",
                "claims",
                "policy",
                "trust",
                "trust.decision",
                "trust.exposure",
                "trust.coverage",
                "trust.rules",
                "assembly",
                "workflow",
                "workflow.text",
                "workflow.file",
                "doctor",
                "cli.report",
                "cli.input");
        arrow("", "claims", "policy", "trust", "trust.rules", "assembly");
    }

    /** What users may import. Everything else is for the packages next door. */
    private static final Set<String> API = Set.of(
            "GitHubOidcRole",
            "GitHubOidcRoleProps",
            "GitHubOidcProvider",
            "CdkBootstrapRoles",
            "CdkBootstrapRolesOptions",
            "GitHubTrustValidation",
            "claims.ClaimValue",
            "claims.GitHubClaim",
            "claims.GitHubClaims",
            "claims.GitHubClaimsBuilder",
            "claims.GitHubIssuer",
            "claims.GitHubRepository",
            "claims.GitHubSubject",
            "claims.RepositorySubject",
            "claims.SubjectTemplate",
            "policy.MalformedPolicyException",
            "trust.TrustPolicy",
            "trust.TrustRequest",
            "trust.TrustWarning",
            "trust.decision.Decision",
            "trust.decision.Reason",
            "trust.exposure.Admission",
            "trust.exposure.AdmittedPrincipal",
            "trust.exposure.Exposure",
            "trust.exposure.Extent",
            "trust.exposure.TrustChange",
            "trust.coverage.RunCoverage",
            "trust.rules.Finding",
            "trust.rules.Proof",
            "trust.rules.Rule",
            "trust.rules.Severity",
            "trust.rules.TrustRule",
            "assertions.TrustAssertions",
            "assertions.TrustPolicyAssert");

    private static final int MOST_FILES = 30;

    private static void arrow(String from, String... to) {
        ARROWS.put(from, List.of(to));
    }

    private static String named(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    private static String layer(String name) {
        return name.isEmpty() ? "constructs" : name;
    }

    @Test
    void thePackagesDependOnEachOtherInOneDirection() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : ARROWS.keySet()) {
            layers = layers.layer(layer(name)).definedBy(named(name));
        }
        for (Map.Entry<String, List<String>> arrow : ARROWS.entrySet()) {
            LayeredArchitecture.LayerDependencySpecification from = layers.whereLayer(layer(arrow.getKey()));
            String[] to = arrow.getValue().stream().map(ArchitectureTest::layer).toArray(String[]::new);
            layers = to.length == 0 ? from.mayNotAccessAnyLayer() : from.mayOnlyAccessLayers(to);
        }
        layers.ensureAllClassesAreContainedInArchitecture().check(LIBRARY);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void noFolderHasOverThirtyFilesAndNoNameStandsTwice() throws IOException {
        try (Stream<Path> walked = Files.walk(Path.of("src/main/java"))) {
            List<Path> files =
                    walked.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(files.stream().collect(groupingBy(Path::getParent, counting())))
                    .isNotEmpty()
                    .allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
            assertThat(files.stream()
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("package-info.java")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void onlyTheConstructsKnowAwsCdk() {
        noClasses()
                .that(not(resideInAPackage(ROOT)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CDK)
                .check(LIBRARY);
        assertThat(LIBRARY.get(GitHubOidcRole.class).getAllRawSuperclasses())
                .as("a class that does know it, so that the packages are spelled right")
                .anyMatch(resideInAPackage("software.amazon.awscdk.."));
    }

    /** The parser is optional, so a user of the constructs must never reach it. */
    @Test
    void onlyTheYamlParserKnowsItsLibrary() {
        noClasses()
                .that(not(describe(
                        "the YAML parser", type -> type.getFullName().startsWith(ROOT + ".internal.yaml.YamlParser"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(LIBRARY);
    }

    /** It is optional too, and the start of every command: who only renders or reads needs none of it. */
    @Test
    void onlyTheCommandsKnowPicocli() {
        noClasses()
                .that(not(resideInAPackage(CLI)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(LIBRARY);
    }

    @Test
    void onlyTheAssertionsKnowAssertJ() {
        noClasses()
                .that(not(resideInAPackage(ASSERTIONS)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ASSERTJ)
                .check(LIBRARY);
        assertThat(LIBRARY.get(TrustPolicyAssert.class).getAllRawSuperclasses())
                .as("a class that does know it, so that the package is spelled right")
                .anyMatch(resideInAPackage(ASSERTJ));
    }

    @Test
    void theApiIsThere() {
        assertThat(API)
                .allMatch(name -> LIBRARY.contain(named(name))
                        && LIBRARY.get(named(name)).getModifiers().contains(PUBLIC));
    }

    @Test
    void theSampleUsesOnlyTheApi() {
        usesOnlyTheApi().check(SAMPLE_CLASSES);
        assertThat(SAMPLE_CLASSES.get(SAMPLE + ".SampleStack").getDirectDependenciesFromSelf())
                .as("a class that does use the library")
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(GitHubOidcRole.class));
    }

    @Test
    void anotherAppUsesOnlyTheApi(@TempDir Path compiled) {
        Path source = Path.of("src/it/consumer/src/main/java/org/example/ConsumerApp.java");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-proc:none", "-d", compiled.toString(), source.toString()))
                .isZero();

        JavaClasses consumer = new ClassFileImporter().importPath(compiled);
        usesOnlyTheApi().check(consumer);
        assertThat(consumer).isNotEmpty();
    }

    private static ArchRule usesOnlyTheApi() {
        return classes()
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(ROOT + ".."))
                        .or(resideInAPackage(SAMPLE))
                        .or(describe("are of the API", ArchitectureTest::isApi)));
    }

    private static boolean isApi(JavaClass type) {
        String name = type.getName().replaceFirst("\\$.*", "");
        return API.stream().map(ArchitectureTest::named).anyMatch(name::equals);
    }

    @Test
    void nothingInTheLibraryKnowsTheSample() {
        noClasses().should().dependOnClassesThat().resideInAPackage(SAMPLE).check(LIBRARY);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(LIBRARY.stream().map(JavaClass::getPackage).distinct())
                .extracting(JavaPackage::getName)
                .containsExactlyInAnyOrderElementsOf(
                        ARROWS.keySet().stream().map(ArchitectureTest::named).toList());
        assertThat(LIBRARY.stream().map(JavaClass::getPackage).distinct())
                .allMatch(javaPackage -> javaPackage.isAnnotatedWith(NullMarked.class));
        assertThat(SAMPLE_CLASSES.stream().map(JavaClass::getPackage).distinct())
                .hasSize(1)
                .allMatch(javaPackage -> javaPackage.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void nobodyExtendsAPublicClassOfThePurePackages() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage(ROOT)
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(FINAL)
                .check(LIBRARY);
    }
}

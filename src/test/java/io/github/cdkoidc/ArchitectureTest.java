package io.github.cdkoidc;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.cdkoidc.assertions.TrustPolicyAssert;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.github.cdkoidc";
    private static final String JSON = ROOT + ".json";
    private static final String CLAIMS = ROOT + ".claims";
    private static final String TRUST = ROOT + ".trust";
    private static final String ASSERTIONS = ROOT + ".assertions";
    private static final String ASSEMBLY = ROOT + ".assembly";
    private static final String WORKFLOW = ROOT + ".workflow";
    private static final String CLI = ROOT + ".cli";
    private static final String REPORT = CLI + ".report";
    private static final String INPUT = CLI + ".input";
    private static final String DOCTOR = CLI + ".doctor";
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

    @Test
    void thePackagesDependOnEachOtherInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("json")
                .definedBy(JSON)
                .layer("claims")
                .definedBy(CLAIMS)
                .layer("trust")
                .definedBy(TRUST)
                .layer("assertions")
                .definedBy(ASSERTIONS)
                .layer("assembly")
                .definedBy(ASSEMBLY)
                .layer("workflow")
                .definedBy(WORKFLOW)
                .layer("doctor")
                .definedBy(DOCTOR)
                .layer("report")
                .definedBy(REPORT)
                .layer("input")
                .definedBy(INPUT)
                .layer("cli")
                .definedBy(CLI)
                .layer("constructs")
                .definedBy(ROOT)
                .whereLayer("json")
                .mayNotAccessAnyLayer()
                .whereLayer("claims")
                .mayOnlyAccessLayers("json")
                .whereLayer("trust")
                .mayOnlyAccessLayers("json", "claims")
                .whereLayer("assertions")
                .mayOnlyAccessLayers("claims", "trust")
                .whereLayer("assembly")
                .mayOnlyAccessLayers("json", "claims", "trust")
                .whereLayer("workflow")
                .mayOnlyAccessLayers("claims")
                .whereLayer("doctor")
                .mayOnlyAccessLayers("json", "claims", "trust", "workflow")
                .whereLayer("report")
                .mayOnlyAccessLayers("json", "claims", "trust")
                .whereLayer("input")
                .mayOnlyAccessLayers("json", "claims", "trust", "assembly")
                .whereLayer("cli")
                .mayOnlyAccessLayers("json", "claims", "trust", "assembly", "workflow", "report", "input", "doctor")
                .whereLayer("constructs")
                .mayOnlyAccessLayers("claims", "trust", "assembly")
                .ensureAllClassesAreContainedInArchitecture()
                .check(LIBRARY);
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
                .that(not(describe("the YAML parser", type -> type.getFullName().startsWith(WORKFLOW + ".YamlParser"))))
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
    void theSampleUsesOnlyThePublicPackages() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ROOT, CLAIMS, TRUST, SAMPLE)
                        .or(not(resideInAPackage(ROOT + "..")))
                        .as("are of the constructs, claims, trust or the sample"))
                .check(SAMPLE_CLASSES);
        assertThat(SAMPLE_CLASSES.get(SAMPLE + ".SampleStack").getDirectDependenciesFromSelf())
                .as("a class that does use the library")
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(GitHubOidcRole.class));
    }

    @Test
    void nothingInTheLibraryKnowsTheSample() {
        noClasses().should().dependOnClassesThat().resideInAPackage(SAMPLE).check(LIBRARY);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(LIBRARY.stream().map(JavaClass::getPackage).distinct())
                .extracting(JavaPackage::getName)
                .contains(ROOT, JSON, CLAIMS, TRUST, ASSEMBLY, ASSERTIONS, WORKFLOW, CLI, REPORT, INPUT, DOCTOR);
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
                .resideInAnyPackage(JSON, CLAIMS, TRUST, ASSEMBLY, ASSERTIONS, WORKFLOW, CLI, REPORT, INPUT, DOCTOR)
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(FINAL)
                .check(LIBRARY);
    }
}

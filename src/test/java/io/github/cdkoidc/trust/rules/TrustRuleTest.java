package io.github.cdkoidc.trust.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TestPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue: ids and severities are what users acknowledge and what fails a synth, so they are written out here. */
class TrustRuleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "anyRepository, ERROR",
        "anyOwner, ERROR",
        "namePrefix, ERROR",
        "looseValue, ERROR",
        "forAllValues, ERROR",
        "ifExists, ERROR",
        "denyList, ERROR",
        "chosenSubject, ERROR",
        "noTenant, ERROR",
        "anyRepositoryOfOwner, ERROR",
        "anyCaller, ERROR",
        "unpopulatedKey, ERROR",
        "literalWildcard, ERROR",
        "missingRef, ERROR",
        "nobody, ERROR",
        "duplicateKey, ERROR",
        "malformedPolicy, ERROR",
        "refusedByIam, ERROR",
        "illegalCharacter, ERROR",
        "trustPolicyTooLong, ERROR",
        "foreignProvider, ERROR",
        "providerTwice, ERROR",
        "unreadableTemplate, ERROR",
        "anyRun, WARNING",
        "pullRequest, WARNING",
        "unboundedBranches, WARNING",
        "unboundedTags, WARNING",
        "unboundedEnvironments, WARNING",
        "anyAudience, WARNING",
        "extraAudiences, WARNING",
        "anyWorkflowVersion, WARNING",
        "repositoryWithoutIds, WARNING",
        "oneSpelling, WARNING",
        "ambiguousEnvironment, WARNING",
        "wrongCase, WARNING",
        "deadStatement, WARNING",
        "ignoredCase, WARNING",
        "foreignPrincipal, ERROR",
        "roleName, ERROR",
        "sideDoor, WARNING",
        "otherPrincipal, INFO",
        "trustPolicyOverDefaultQuota, WARNING",
        "environmentProtection, INFO",
        "outsidersTrigger, INFO",
        "mistypedValue, ERROR",
        "mistypedKey, ERROR",
        "nearMiss, ERROR",
        "missingAudience, ERROR",
        "unlikelyValue, WARNING",
        "customisedSubject, INFO",
        "otherAudience, INFO",
        "needlessTest, INFO",
        "parameterDefault, INFO",
        "notJudged, WARNING",
        "unseenTemplate, INFO"
    })
    void everyRuleHasItsIdAndSeverity(String id, Severity severity) {
        assertThat(TrustRule.values())
                .filteredOn(rule -> rule.id().equals(id))
                .singleElement()
                .extracting(TrustRule::severity)
                .isEqualTo(severity);
        assertThat(TrustRule.values()).hasSize(55);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleSaysInOneLineWhatIsWrongAndWhatToDo(TrustRule rule) {
        assertThat(Stream.of(rule.title(), rule.fix()))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("\n")
                        .hasSizeBetween(10, 160)
                        .doesNotEndWith("."));
        assertThat(rule.source()).startsWith("https://docs.");
    }

    /** What no policy that can be read shows. Everything else has a finder. */
    @Test
    void aRuleWithoutAFinderIsOneOfThese() {
        assertThat(withoutFinder())
                .containsExactly(
                        TrustRule.DUPLICATE_KEY,
                        TrustRule.ROLE_NAME,
                        TrustRule.FOREIGN_PROVIDER,
                        TrustRule.MISSING_AUDIENCE,
                        TrustRule.PROVIDER_TWICE,
                        TrustRule.UNREADABLE_TEMPLATE,
                        TrustRule.EXTRA_AUDIENCES,
                        TrustRule.UNSEEN_TEMPLATE);
    }

    static Stream<TrustRule> withoutFinder() {
        return Stream.of(TrustRule.values()).filter(rule -> rule.finder() instanceof RuleFinder.Elsewhere);
    }

    @ParameterizedTest
    @MethodSource("withoutFinder")
    void aRuleWithoutAFinderLinksToTheTypesThatMakeItsFindings(TrustRule rule) throws IOException {
        String javadoc = Pattern.compile("/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*" + rule.name() + "\\(")
                .matcher(source("TrustRule"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();

        assertThat(Pattern.compile("\\{@link[\\s*]+([\\w.]+)").matcher(javadoc).results())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(source(link.group(1))).containsPattern("\\b" + rule.name() + "\\b"));
    }

    /** The source of a type of this package, or of one that is named with its own. */
    private static String source(String type) throws IOException {
        String name = type.contains(".") ? type : TrustRule.class.getPackageName() + "." + type;
        return Files.readString(Path.of("src/main/java", name.replace('.', '/') + ".java"));
    }

    @Test
    void aWitnessThatTheEvaluatorDoesNotConfirmIsNoFinding() {
        PolicyEvaluator nobody = new PolicyEvaluator(PolicyDocument.parse(
                "{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"sts:*\"}}"));
        GitHubClaims token = GitHubClaims.of(Map.of("sub", "repo:octo-org/octo-repo:ref:refs/heads/main"));

        assertThatThrownBy(() ->
                        Finding.of(TrustRule.ANY_OWNER, nobody, RuleMatch.admitted("", token, "a run is admitted")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("rule anyOwner says that the policy admits {");
        assertThat(Finding.of(TrustRule.WRONG_CASE, nobody, RuleMatch.denied("", token, "denied"))
                        .witness())
                .contains(token);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aud | neither sub nor job_workflow_ref is tested",
                "sub | sub and job_workflow_ref are tested in no way that IAM counts (negated, IfExists and Null do not, nor does a "
                        + "first value that is blank or starts with *)"
            })
    void whatIamAnswersIsForeseen(String claim, String why) {
        String provider = GitHubIssuer.GITHUB_COM.providerArn("aws", "123456789012");

        assertThat(TestPolicies.policy(TestPolicies.test("StringNotEquals", claim, "a"))
                        .lint())
                .filteredOn(finding -> finding.rule() == TrustRule.REFUSED_BY_IAM)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo(why + ", and IAM answers \"MalformedPolicyDocument: Trust policy with trusted principal "
                        + provider
                        + " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, "
                        + "token.actions.githubusercontent.com:sub or token.actions.githubusercontent.com:job_workflow_ref "
                        + "which is not scoped to all.\"");
    }

    @Test
    void aFindingNamesTheRepositoryAndTheToken() {
        assertThat(TestPolicies.policy(TestPolicies.like("sub", "repo:octo-org*"))
                        .lint())
                .extracting(Finding::message)
                .containsExactly("octo-orga/a, a repository outside the policy, can assume the role: "
                        + "sub repo:octo-orga/a:ref:refs/heads/a");
    }

    @Test
    void aFindingIsShownWithWhatToDo() {
        assertThat(Finding.of(TrustRule.TRUST_POLICY_TOO_LONG, "", "policy has 9000 characters"))
                .hasToString("ERROR trustPolicyTooLong at document: policy has 9000 characters: "
                        + "split the subjects over several roles");
    }
}

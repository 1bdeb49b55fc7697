package io.github.cdkoidc.trust.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.policy.MalformedPolicyException;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.TrustRequest;
import io.github.cdkoidc.trust.rules.RuleCase.Expected;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what is bad, proves it, and leaves its nearest good neighbour alone. */
class TrustRuleCasesTest {

    /** What no policy alone shows. */
    private static final Set<TrustRule> OF_TEMPLATES = EnumSet.of(
            TrustRule.ROLE_NAME,
            TrustRule.FOREIGN_PROVIDER,
            TrustRule.MISSING_AUDIENCE,
            TrustRule.PROVIDER_TWICE,
            TrustRule.UNREADABLE_TEMPLATE,
            TrustRule.UNSEEN_TEMPLATE,
            TrustRule.PARAMETER_DEFAULT,
            TrustRule.EXTRA_AUDIENCES);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatIsWrongIsFoundAndProvedTheWorstFirst(RuleCase one) {
        List<Finding> findings = TrustPolicy.lint(one.policy());

        assertThat(findings)
                .as(findings.toString())
                .extracting(finding -> Expected.of(finding, one.policy()))
                .containsExactlyElementsOf(one.findings());
        assertThat(findings).extracting(finding -> finding.rule().severity()).isSorted();
    }

    static Stream<RuleCase> cases() {
        return RuleCase.all().stream();
    }

    @Test
    void everyRuleHasABadPolicyAndAGoodNeighbour() {
        Set<String> rules = Stream.of(TrustRule.values())
                .filter(rule -> !OF_TEMPLATES.contains(rule))
                .map(TrustRule::id)
                .collect(Collectors.toSet());

        assertThat(ids(RuleCase::isBad)).isEqualTo(rules);
        assertThat(ids(one -> !one.isBad())).isEqualTo(rules);
    }

    private static Set<String> ids(Predicate<RuleCase> wanted) {
        return cases().filter(wanted).map(RuleCase::rule).collect(Collectors.toSet());
    }

    /** The question that is spared would have been answered so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("policies")
    void whereTheOwnerComesFirstNoOtherRepositoryCanChooseASubject(RuleCase one) {
        for (AllowStatement statement : AllowStatement.of(new PolicyEvaluator(PolicyDocument.parse(one.policy())))) {
            if (CustomisedSubjects.areOfNamedOwners(statement)) {
                assertThat(UnnamedOwner.isAdmitted(statement.customised())).isFalse();
            }
        }
    }

    static Stream<RuleCase> policies() {
        return cases().filter(TrustRuleCasesTest::isRead);
    }

    private static boolean isRead(RuleCase one) {
        try {
            TrustPolicy.parse(one.policy());
            return true;
        } catch (MalformedPolicyException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void whatTheLibraryWritesForASubjectHasNoError(GitHubSubject subject) {
        TrustPolicy policy = new TrustRequest(
                        GitHubIssuer.GITHUB_COM,
                        GitHubClaims.DEFAULT_AUDIENCE,
                        GitHubIssuer.GITHUB_COM.providerArn("aws", "123456789012"),
                        List.of(subject),
                        Map.of())
                .policy();

        assertThat(policy.lint())
                .extracting(finding -> finding.rule().severity())
                .doesNotContain(Severity.ERROR);
    }

    static Stream<GitHubSubject> subjects() {
        GitHubRepository byName = GitHubRepository.of("octo-org/octo-repo");
        GitHubRepository both = byName.withIds(123_456, 456_789);
        return Stream.of(byName, both, both.immutableOnly())
                .flatMap(repository -> Stream.of(
                        repository.branch("main"),
                        repository.tag("v1"),
                        repository.environment("eu:production"),
                        repository.pullRequest(),
                        repository.anyRun(),
                        repository.branchesLike("release/*"),
                        repository.tagsLike("v*")));
    }
}

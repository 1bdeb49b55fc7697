package io.github.cdkoidc;

import static io.github.cdkoidc.Example.ACCOUNT;
import static io.github.cdkoidc.Example.BY_NAME;
import static io.github.cdkoidc.Example.REPOSITORY;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.TestApp.Warning;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.SubjectTemplate;
import io.github.cdkoidc.trust.ClaimConflictCheck;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.TrustRequest;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;

/** What a role says of whom it trusts is what the rules find in its policy, although most of it is told without asking them. */
class TrustWarningsTest {

    private static final List<GitHubIssuer> ISSUERS = List.of(
            GitHubIssuer.GITHUB_COM,
            GitHubIssuer.enterprise("octo-enterprise"),
            GitHubIssuer.enterpriseServer("github.example.com"));

    private static final Map<GitHubClaim, ClaimValue> CLAIMS = Map.of(
            GitHubClaim.REPOSITORY_ID, new ClaimValue("456789"),
            GitHubClaim.REPOSITORY_OWNER_ID, new ClaimValue("123456"),
            GitHubClaim.REF, new ClaimValue("refs/heads/main"),
            GitHubClaim.ENVIRONMENT, new ClaimValue("eu:production"),
            GitHubClaim.ACTOR_ID, new ClaimValue("12"),
            GitHubClaim.JOB_WORKFLOW_REF, new ClaimValue("octo-org/automation/.github/workflows/deploy.yml@*"));

    private static final Set<TrustRule> DEAD = EnumSet.of(TrustRule.NOBODY, TrustRule.DEAD_STATEMENT);

    private static final SubjectTemplate CUSTOMISED =
            SubjectTemplate.of("repo", "context", "repository_visibility").given("repository_visibility", "private");

    /** Every kind of subject. */
    static Stream<GitHubSubject> subjectsOf(GitHubRepository repository) {
        return Stream.of(
                repository.branch("main"),
                repository.branchesLike("release/*"),
                repository.branchesLike("m?in"),
                repository.tag("v1"),
                repository.tagsLike("v*"),
                repository.environment("production"),
                repository.environment("eu:production"),
                repository.environment("eu%3Aproduction"),
                repository.pullRequest(),
                repository.anyRun());
    }

    static List<GitHubSubject> subjects() {
        return Stream.of(BY_NAME, REPOSITORY, REPOSITORY.immutableOnly())
                .flatMap(TrustWarningsTest::subjectsOf)
                .toList();
    }

    @Test
    void everyKindOfSubjectIsThere() {
        assertThat(subjectsOf(REPOSITORY).map(Object::getClass))
                .containsAll(List.of(GitHubSubject.class.getPermittedSubclasses()[0].getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aSubjectIsWarnedOfByTheRulesThatFindIt(GitHubSubject subject) {
        for (GitHubIssuer issuer : ISSUERS) {
            assertSameIfSomebodySurelyGetsIn(trust(issuer, Map.of(), subject));
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aSubjectBesideAClaimIsWarnedOfByTheRulesThatFindIt(GitHubSubject subject) {
        CLAIMS.forEach((claim, value) -> assertSameIfSomebodySurelyGetsIn(
                trust(GitHubIssuer.GITHUB_COM, Map.of(claim, List.of(value)), subject)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aSubjectBesideAClaimIsRefusedIfTheRulesFindThatNobodyGetsIn(GitHubSubject subject) {
        CLAIMS.forEach((claim, value) -> {
            TrustRequest trust = trust(GitHubIssuer.GITHUB_COM, Map.of(claim, List.of(value)), subject);
            boolean dead = policy(trust).lint().stream().map(Finding::rule).anyMatch(DEAD::contains);

            if (isRefused(trust) || subject.values().stream().noneMatch(ClaimValue::isPattern)) {
                assertThat(isRefused(trust)).as(trust.toString()).isEqualTo(dead);
            }
        });
    }

    private static boolean isRefused(TrustRequest trust) {
        try {
            ClaimConflictCheck.refuse(trust);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    @Test
    void severalSubjectsAreWarnedOfByTheRulesThatFindThem() {
        for (GitHubRepository repository : List.of(BY_NAME, REPOSITORY)) {
            List<GitHubSubject> all = subjectsOf(repository).toList();
            IntStream.range(1, all.size())
                    .mapToObj(i -> new GitHubSubject[] {all.get(i - 1), all.get(i)})
                    .forEach(two -> assertSame(trust(GitHubIssuer.GITHUB_COM, Map.of(), two)));
        }
    }

    @Test
    void aPolicyOverTheDefaultQuotaIsWarnedOfByTheRuleThatFindsIt() {
        GitHubSubject[] many =
                IntStream.range(0, 50).mapToObj(i -> REPOSITORY.branch("b" + i)).toArray(GitHubSubject[]::new);

        assertSame(trust(GitHubIssuer.GITHUB_COM, Map.of(), many));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${Token[TOKEN.7]}", "repo:${Token[TOKEN.7]}:pull_request", "repo:octo-org/${Token[TOKEN.7]}"})
    void aSubWrittenByHandThatOnlyTheDeploymentKnowsIsNotWarnedOf(String sub) {
        assertThat(warned(trust(GitHubIssuer.GITHUB_COM, Map.of(), GitHubSubject.custom(sub))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void ofACustomisedSubjectTheRoleKnowsMoreThanItsPolicyShows(GitHubSubject subject) {
        TrustRequest byDefault = trust(GitHubIssuer.GITHUB_COM, Map.of(), subject);
        TrustRequest customised = trust(GitHubIssuer.GITHUB_COM, Map.of(), customised(subject));

        assertThat(warned(customised)).isEqualTo(warned(byDefault));
        assertThat(found(policy(customised))).isSubsetOf(warned(customised));
    }

    private static GitHubSubject customised(GitHubSubject subject) {
        int kind = subjects().indexOf(subject);
        return Stream.of(BY_NAME, REPOSITORY, REPOSITORY.immutableOnly())
                .map(repository -> repository.withSubjectTemplate(CUSTOMISED))
                .flatMap(TrustWarningsTest::subjectsOf)
                .toList()
                .get(kind);
    }

    /** The rules, asked for the policy that the role itself tells, and the warnings, as the app has them. */
    @Test
    void aRoleIsWarnedOfByWhatTheRulesFindInItsOwnPolicy() {
        Stack stack = TestApp.stack();
        List<GitHubOidcRole> roles = new ArrayList<>();
        subjects()
                .forEach(subject -> roles.add(GitHubOidcRole.Builder.create(stack, "Role" + roles.size())
                        .subjects(subject)
                        .build()));

        List<Warning> warnings = TestApp.warnings(stack);
        for (int i = 0; i < roles.size(); i++) {
            String path = "/Stack/Role" + i;
            assertThat(warnings.stream()
                            .filter(warning -> warning.path().equals(path))
                            .map(warning -> warning.id().replaceFirst(".*:", "")))
                    .containsExactlyInAnyOrderElementsOf(found(roles.get(i).getTrustPolicy()));
        }
    }

    private static TrustRequest trust(
            GitHubIssuer issuer, Map<GitHubClaim, List<ClaimValue>> claims, GitHubSubject... subjects) {
        return new TrustRequest(issuer, GitHubClaims.DEFAULT_AUDIENCE, List.of(subjects), claims);
    }

    private static TrustPolicy policy(TrustRequest trust) {
        return trust.policy(trust.issuer().providerArn("aws", ACCOUNT));
    }

    private static void assertSameIfSomebodySurelyGetsIn(TrustRequest trust) {
        if (policy(trust).exposure().example().isPresent()) {
            assertSame(trust);
        }
    }

    private static void assertSame(TrustRequest trust) {
        TrustPolicy policy = policy(trust);
        assertThat(warned(trust)).as(trust.toString()).isEqualTo(found(policy));
        assertThat(policy.lint())
                .extracting(finding -> finding.rule().severity())
                .doesNotContain(Severity.ERROR);
    }

    private static Set<String> warned(TrustRequest trust) {
        return TrustWarnings.of(trust, policy(trust)).stream()
                .map(warning -> warning.id().replaceFirst(".*:", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> found(TrustPolicy policy) {
        return policy.lint().stream()
                .map(Finding::rule)
                .filter(rule -> rule.severity() == Severity.WARNING)
                .map(rule -> rule.id())
                .collect(toCollection(TreeSet::new));
    }
}

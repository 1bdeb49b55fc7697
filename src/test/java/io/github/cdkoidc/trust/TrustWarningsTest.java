package io.github.cdkoidc.trust;

import static io.github.cdkoidc.trust.Trusts.REPOSITORY;
import static io.github.cdkoidc.trust.Trusts.WITH_IDS;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.SubjectTemplate;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Statement;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The warnings of a request are what the rules find in its policy, although most of them are made without asking the rules. */
public class TrustWarningsTest {

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

    public static List<GitHubSubject> subjects() {
        return Stream.of(REPOSITORY, WITH_IDS, WITH_IDS.immutableOnly())
                .flatMap(TrustWarningsTest::subjectsOf)
                .toList();
    }

    @Test
    void everyKindOfSubjectIsThere() {
        assertThat(subjectsOf(WITH_IDS).map(Object::getClass))
                .containsAll(List.of(GitHubSubject.class.getPermittedSubclasses()[0].getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aSubjectIsWarnedOfByTheRulesThatFindIt(GitHubSubject subject) {
        for (GitHubIssuer issuer : ISSUERS) {
            accepted(issuer, Map.of(), subject).ifPresent(TrustWarningsTest::assertSameIfARunSurelyAssumesTheRole);
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aSubjectBesideAClaimIsWarnedOfByTheRulesThatFindIt(GitHubSubject subject) {
        CLAIMS.forEach((claim, value) -> accepted(GitHubIssuer.GITHUB_COM, Map.of(claim, List.of(value)), subject)
                .ifPresent(TrustWarningsTest::assertSameIfARunSurelyAssumesTheRole));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void aSubjectBesideAClaimIsRefusedIfTheRulesFindThatNoRunCanAssumeTheRole(GitHubSubject subject) {
        CLAIMS.forEach((claim, value) -> {
            boolean refused = accepted(GitHubIssuer.GITHUB_COM, Map.of(claim, List.of(value)), subject)
                    .isEmpty();
            boolean dead = unchecked(subject, claim, value).lint().stream()
                    .map(Finding::rule)
                    .anyMatch(DEAD::contains);

            if (refused || subject.values().stream().noneMatch(ClaimValue::isPattern)) {
                assertThat(refused).as(subject + " beside " + claim).isEqualTo(dead);
            }
        });
    }

    /** The request, unless it is refused. */
    private static Optional<TrustRequest> accepted(
            GitHubIssuer issuer, Map<GitHubClaim, List<ClaimValue>> claims, GitHubSubject subject) {
        try {
            return Optional.of(trust(issuer, claims, subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The policy that a request would be if nothing were checked. */
    private static TrustPolicy unchecked(GitHubSubject subject, GitHubClaim claim, ClaimValue value) {
        Condition more = Condition.of(
                value.isPattern() ? ConditionOperator.STRING_LIKE : ConditionOperator.STRING_EQUALS,
                GitHubIssuer.GITHUB_COM.conditionKey(claim),
                List.of(value));
        PolicyDocument document =
                trust(GitHubIssuer.GITHUB_COM, Map.of(), subject).policy().document();
        return TrustPolicy.of(document.withStatements(document.statements().stream()
                .map(statement -> new Statement(
                        statement.sid(),
                        statement.effect(),
                        statement.principals(),
                        statement.actions(),
                        Stream.concat(statement.conditions().stream(), Stream.of(more))
                                .toList()))
                .toList()));
    }

    @Test
    void severalSubjectsAreWarnedOfByTheRulesThatFindThem() {
        for (GitHubRepository repository : List.of(REPOSITORY, WITH_IDS)) {
            List<GitHubSubject> all = subjectsOf(repository).toList();
            IntStream.range(1, all.size())
                    .mapToObj(i -> new GitHubSubject[] {all.get(i - 1), all.get(i)})
                    .forEach(two -> assertSame(trust(GitHubIssuer.GITHUB_COM, Map.of(), two)));
        }
    }

    @Test
    void aPolicyOverTheDefaultQuotaIsWarnedOfByTheRuleThatFindsIt() {
        GitHubSubject[] many =
                IntStream.range(0, 50).mapToObj(i -> WITH_IDS.branch("b" + i)).toArray(GitHubSubject[]::new);

        assertSame(trust(GitHubIssuer.GITHUB_COM, Map.of(), many));
    }

    @Test
    void aSubWrittenByHandIsWarnedOfAsFarAsItIsKnown() {
        assertThat(warnedOfByHand("${Token[TOKEN.7]}")).containsExactly("notJudged");
        assertThat(warnedOfByHand("repo:${Token[TOKEN.7]}:pull_request"))
                .containsExactlyInAnyOrder("pullRequest", "repositoryWithoutIds", "notJudged");
        assertThat(warnedOfByHand("repo:octo-org/${Token[TOKEN.7]}")).containsExactly("notJudged");
    }

    private static Set<String> warnedOfByHand(String sub) {
        return warned(trust(GitHubIssuer.GITHUB_COM, Map.of(), GitHubSubject.custom(sub)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void ofACustomisedSubjectTheRoleKnowsMoreThanItsPolicyShows(GitHubSubject subject) {
        TrustRequest byDefault = trust(GitHubIssuer.GITHUB_COM, Map.of(), subject);
        TrustRequest customised = trust(GitHubIssuer.GITHUB_COM, Map.of(), customised(subject));

        assertThat(warned(customised)).isEqualTo(warned(byDefault));
        // A template whose context is an environment alone leaves of any run the environments.
        assertThat(found(customised.policy()))
                .allMatch(rule -> warned(customised).contains(rule)
                        || (rule.equals(TrustRule.UNBOUNDED_ENVIRONMENTS.id())
                                && warned(customised).contains("anyRun")));
    }

    private static GitHubSubject customised(GitHubSubject subject) {
        int kind = subjects().indexOf(subject);
        return Stream.of(REPOSITORY, WITH_IDS, WITH_IDS.immutableOnly())
                .map(repository -> repository.withSubjectTemplate(CUSTOMISED))
                .flatMap(TrustWarningsTest::subjectsOf)
                .toList()
                .get(kind);
    }

    private static TrustRequest trust(
            GitHubIssuer issuer, Map<GitHubClaim, List<ClaimValue>> claims, GitHubSubject... subjects) {
        return new TrustRequest(
                issuer,
                GitHubClaims.DEFAULT_AUDIENCE,
                issuer.providerArn("aws", "123456789012"),
                List.of(subjects),
                claims);
    }

    private static void assertSameIfARunSurelyAssumesTheRole(TrustRequest trust) {
        if (trust.policy().exposure().example().isPresent()) {
            assertSame(trust);
        }
    }

    private static void assertSame(TrustRequest trust) {
        TrustPolicy policy = trust.policy();
        assertThat(warned(trust)).as(trust.toString()).isEqualTo(found(policy));
        assertThat(policy.lint())
                .extracting(finding -> finding.rule().severity())
                .doesNotContain(Severity.ERROR);
    }

    private static Set<String> warned(TrustRequest trust) {
        return trust.warnings().stream().map(TrustWarning::id).collect(toCollection(TreeSet::new));
    }

    public static Set<String> found(TrustPolicy policy) {
        return policy.lint().stream()
                .map(Finding::rule)
                .filter(rule -> rule.severity() == Severity.WARNING)
                .map(rule -> rule.id())
                .collect(toCollection(TreeSet::new));
    }
}

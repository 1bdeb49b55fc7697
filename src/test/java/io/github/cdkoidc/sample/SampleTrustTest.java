package io.github.cdkoidc.sample;

import static io.github.cdkoidc.assertions.TrustAssertions.assertThat;
import static io.github.cdkoidc.sample.SampleApps.NAMED;
import static io.github.cdkoidc.sample.SampleApps.sample;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.cdkoidc.TestApp;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;

/** Whom each role of the sample lets in: the run of its own workflow, and nobody else's. */
class SampleTrustTest {

    private static final GitHubRepository REPOSITORY =
            GitHubRepository.of("octo-org/octo-repo").withIds(123456, 456789);

    private static final Map<String, TrustPolicy> POLICIES =
            TrustPolicy.inTemplate(TestApp.template(sample(NAMED)).toString());

    /** What a run is, whoever's it is. */
    private enum Kind {
        FETCH_MESSAGE,
        DEPLOY,
        DIFF,
        OTHER_BRANCH,
        TAG,
        OTHER_ENVIRONMENT,
        PULL_REQUEST_IN_AN_ENVIRONMENT;

        GitHubClaimsBuilder of(GitHubRepository repository) {
            GitHubClaimsBuilder run = GitHubClaims.of(repository);
            return switch (this) {
                case FETCH_MESSAGE -> run.event("workflow_dispatch").branch("main");
                case DEPLOY -> run.event("push").branch("main").environment("production");
                case DIFF -> run.pullRequest(1);
                case OTHER_BRANCH -> run.event("push").branch("main2");
                case TAG -> run.event("push").tag("main");
                case OTHER_ENVIRONMENT -> run.event("push").branch("main").environment("staging");
                case PULL_REQUEST_IN_AN_ENVIRONMENT -> run.pullRequest(1).environment("staging");
            };
        }

        GitHubClaims immutable(GitHubRepository repository) {
            return of(repository).build();
        }

        GitHubClaims classic(GitHubRepository repository) {
            return of(repository).classicSubject().build();
        }
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                Arguments.of("FetchMessage", Kind.FETCH_MESSAGE),
                Arguments.of("Deploy", Kind.DEPLOY),
                Arguments.of("Diff", Kind.DIFF));
    }

    private static TrustPolicy policy(String role) {
        return POLICIES.entrySet().stream()
                .filter(policy -> policy.getKey().matches(role + "[0-9A-F]{8}"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void itsOwnWorkflowGetsIn(String role, Kind own) {
        assertThat(policy(role)).allows(own.classic(REPOSITORY), own.immutable(REPOSITORY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void noOtherRunOfTheRepositoryDoes(String role, Kind own) {
        for (Kind other : Kind.values()) {
            if (other != own) {
                assertThat(policy(role)).denies(other.classic(REPOSITORY), other.immutable(REPOSITORY));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void theSameRunOfAnotherRepositoryDoesNot(String role, Kind own) {
        GitHubRepository ofOwner = GitHubRepository.of("octo-org/octo-repo2").withIds(123456, 456790);
        GitHubRepository ofAnother = GitHubRepository.of("octo-org2/octo-repo").withIds(123457, 456791);
        GitHubRepository successor = GitHubRepository.of("octo-org/octo-repo").withIds(123458, 456792);

        assertThat(policy(role))
                .denies(own.classic(ofOwner), own.immutable(ofOwner))
                .denies(own.classic(ofAnother), own.immutable(ofAnother))
                .denies(own.immutable(successor));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void noRunOfAnyOtherRepositoryDoes(String role, Kind own) {
        assertThat(policy(role)).admitsOnly(REPOSITORY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void aTokenThatWasMintedForSomebodyElseIsOfNoUse(String role, Kind own) {
        assertThat(policy(role))
                .denies(own.of(REPOSITORY)
                        .audience("https://github.com/octo-org")
                        .build());
    }

    @Test
    void noRuleFindsAnythingInTheRolesThatChangeSomething() {
        assertThat(policy("FetchMessage")).hasNoFindings();
        assertThat(policy("Deploy")).hasNoFindings();
    }

    @Test
    void theGuardLetsTheSamplePass() {
        App app = TestApp.guarded(NAMED);
        SampleApp.stack(app, Map.of());

        assertThatCode(app::synth).doesNotThrowAnyException();
    }
}

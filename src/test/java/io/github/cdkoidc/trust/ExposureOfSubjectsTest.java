package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubRepository;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is proved of the policies that the library itself renders. */
class ExposureOfSubjectsTest {

    @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void aSubjectAdmitsItsRepositoryAndNobodyElse(
            @ForAll("repositories") GitHubRepository repository, @ForAll("kinds") DecisionPropertiesTest.Kind kind) {
        TrustPolicy policy = kind.policy(repository);
        Exposure exposure = policy.exposure();

        assertThat(exposure.owners().names()).containsExactly(repository.owner());
        assertThat(exposure.repositories(repository.owner()).names()).containsExactly(repository.name());
        assertThat(exposure.except(List.of(repository)).isNone()).isTrue();
        assertThat(exposure.because()).isEmpty();
        assertThat(exposure.audiences().names()).containsExactly("sts.amazonaws.com");
        assertThat(policy.decide(exposure.example().orElseThrow()).isAllowed()).isTrue();
    }

    @Property(tries = 50, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void nobodyTakesOverANameThatIsTrustedWithItsNumbersAlone(
            @ForAll("repositoriesWithIds") GitHubRepository repository,
            @ForAll("kinds") DecisionPropertiesTest.Kind kind) {
        Admission only = kind.policy(repository.immutableOnly()).exposure()
                .admissions()
                .get(0);

        assertThat(only.successor()).isEmpty();
        assertThat(only.classic()).isFalse();
    }

    @Provide
    Arbitrary<GitHubRepository> repositories() {
        return new DecisionPropertiesTest().repositories();
    }

    @Provide
    Arbitrary<GitHubRepository> repositoriesWithIds() {
        return new DecisionPropertiesTest().repositoriesWithIds();
    }

    @Provide
    Arbitrary<DecisionPropertiesTest.Kind> kinds() {
        return new DecisionPropertiesTest().kinds();
    }
}

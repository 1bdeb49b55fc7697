package io.github.cdkoidc.trust.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.TrustRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a subject's policy says of the tokens of that subject, and of all others. */
public class DecisionPropertiesTest {

    private static final String PROVIDER = GitHubIssuer.GITHUB_COM.providerArn("aws", "123456789012");

    /**
     * A subject of any repository, and a run that is one of it.
     *
     * @param subject makes the subject
     * @param run says of a run what makes it one of the subject
     */
    public record Kind(Function<GitHubRepository, GitHubSubject> subject, UnaryOperator<GitHubClaimsBuilder> run) {

        public TrustPolicy policy(GitHubRepository repository) {
            return new TrustRequest(
                            GitHubIssuer.GITHUB_COM,
                            "sts.amazonaws.com",
                            PROVIDER,
                            List.of(subject.apply(repository)),
                            Map.of())
                    .policy();
        }

        GitHubClaims token(GitHubRepository repository) {
            return run.apply(GitHubClaims.of(repository)).build();
        }

        GitHubClaims classicToken(GitHubRepository repository) {
            return run.apply(GitHubClaims.of(repository).classicSubject()).build();
        }
    }

    @Property
    void aSubjectAdmitsItsOwnTokensInBothSpellings(
            @ForAll("repositories") GitHubRepository repository, @ForAll("kinds") Kind kind) {
        TrustPolicy policy = kind.policy(repository);

        assertAllowed(policy.decide(kind.token(repository)));
        assertAllowed(policy.decide(kind.classicToken(repository)));
    }

    @Property
    void aSubjectOfTheImmutableSpellingAloneDeniesTheClassicOne(
            @ForAll("repositoriesWithIds") GitHubRepository repository, @ForAll("kinds") Kind kind) {
        TrustPolicy policy = kind.policy(repository.immutableOnly());

        assertAllowed(policy.decide(kind.token(repository)));
        assertDenied(policy.decide(kind.classicToken(repository)));
    }

    @Property
    void aSubjectDeniesTheTokensOfAnyOtherRepository(
            @ForAll("repositories") GitHubRepository repository,
            @ForAll("repositories") GitHubRepository other,
            @ForAll("kinds") Kind kind) {
        Assume.that(!other.fullName().equals(repository.fullName()));
        TrustPolicy policy = kind.policy(repository);

        assertDenied(policy.decide(kind.token(other)));
        assertDenied(policy.decide(kind.classicToken(other)));
    }

    @Property
    void aSubjectDeniesWhoeverTakesOverTheNameAlone(
            @ForAll("repositoriesWithIds") GitHubRepository repository,
            @ForAll("repositoriesWithIds") GitHubRepository other,
            @ForAll("kinds") Kind kind) {
        Assume.that(!other.ids().equals(repository.ids()));
        GitHubRepository successor = GitHubRepository.of(repository.fullName())
                .withIds(
                        other.ids().orElseThrow().owner(),
                        other.ids().orElseThrow().repository());

        assertDenied(kind.policy(repository.immutableOnly()).decide(kind.token(successor)));
    }

    @Property
    void aSubjectDeniesItsTokensForAnotherAudienceOrOfAnotherIssuer(
            @ForAll("repositories") GitHubRepository repository, @ForAll("kinds") Kind kind) {
        TrustPolicy policy = kind.policy(repository);

        assertDenied(policy.decide(kind.run()
                .apply(GitHubClaims.of(repository).audience("https://github.com/octo-org"))
                .build()));
        assertDenied(policy.decide(kind.run()
                .apply(GitHubClaims.of(repository).issuer(GitHubIssuer.enterprise("octo")))
                .build()));
    }

    private static void assertAllowed(Decision decision) {
        assertThat(decision.isAllowed()).as(decision.explain()).isTrue();
    }

    private static void assertDenied(Decision decision) {
        assertThat(decision.isDenied()).as(decision.explain()).isTrue();
    }

    @Provide
    public Arbitrary<GitHubRepository> repositories() {
        return Arbitraries.oneOf(repositoriesWithIds(), names());
    }

    @Provide
    public Arbitrary<GitHubRepository> repositoriesWithIds() {
        Arbitrary<Long> ids = Arbitraries.longs().between(1, 999_999_999);
        return Combinators.combine(names(), ids, ids).as(GitHubRepository::withIds);
    }

    private static Arbitrary<GitHubRepository> names() {
        Arbitrary<String> owners = Arbitraries.of("octo-org", "octo", "o", "Octo-Org", "octo-org-evil", "x1");
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("abR.-_")
                .ofMinLength(1)
                .ofMaxLength(4)
                .filter(name -> !name.matches("\\.{1,2}"));
        return Combinators.combine(owners, names).as(GitHubRepository::of);
    }

    @Provide
    public Arbitrary<Kind> kinds() {
        Arbitrary<String> refs = Arbitraries.strings()
                .withChars("abZ019-_${}'%@+=é")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> !name.equals("@") && !name.contains("@{"));
        Arbitrary<String> environments = Arbitraries.strings()
                .withCharRange(' ', 'ÿ')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(name -> !name.isBlank() && name.indexOf('*') < 0 && name.indexOf('?') < 0);
        return Arbitraries.oneOf(
                refs.map(name -> new Kind(repository -> repository.branch(name), run -> run.branch(name))),
                refs.map(name -> new Kind(repository -> repository.tag(name), run -> run.tag(name))),
                refs.map(name -> new Kind(
                        repository -> repository.branchesLike(name + "/*"), run -> run.branch(name + "/" + name))),
                refs.map(name -> new Kind(repository -> repository.tagsLike(name + "?"), run -> run.tag(name + "1"))),
                environments.map(name -> new Kind(
                        repository -> repository.environment(name),
                        run -> run.branch("main").environment(name))),
                Arbitraries.of(new Kind(GitHubRepository::pullRequest, run -> run.pullRequest(7))),
                refs.map(name -> new Kind(GitHubRepository::anyRun, run -> run.branch(name))),
                environments.map(name -> new Kind(
                        GitHubRepository::anyRun, run -> run.branch("main").environment(name))));
    }
}

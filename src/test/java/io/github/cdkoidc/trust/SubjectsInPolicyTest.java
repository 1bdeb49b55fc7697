package io.github.cdkoidc.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubClaimsBuilder;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever subject is built, the policy names exactly it: the {@code sub}s are put together here once more, by hand. */
class SubjectsInPolicyTest {

    private static final long LARGEST_ID = 999_999_999_999_999_999L;
    private static final Predicate<String> NO_REF = Pattern.compile(
                    "\\.\\.|//|@\\{|^[./]|[./]$|/\\.|\\.lock(/|$)|^@$|^refs/")
            .asPredicate();

    @Property
    void aBranchIsExactInBothSpellings(
            @ForAll("owners") String owner,
            @ForAll("names") String name,
            @ForAll @LongRange(min = 1, max = LARGEST_ID) long ownerId,
            @ForAll @LongRange(min = 1, max = LARGEST_ID) long repositoryId,
            @ForAll("refs") String branch) {
        GitHubRepository repository = GitHubRepository.of(owner, name).withIds(ownerId, repositoryId);

        assertThat(subs(repository.branch(branch)))
                .containsExactly(
                        "repo:" + owner + "/" + name + ":ref:refs/heads/" + branch,
                        "repo:" + owner + "@" + ownerId + "/" + name + "@" + repositoryId + ":ref:refs/heads/"
                                + branch);
    }

    @Property
    void aTagIsExactInTheImmutableSpellingAlone(
            @ForAll("owners") String owner,
            @ForAll("names") String name,
            @ForAll @LongRange(min = 1, max = LARGEST_ID) long ownerId,
            @ForAll @LongRange(min = 1, max = LARGEST_ID) long repositoryId,
            @ForAll("refs") String tag) {
        GitHubRepository repository = GitHubRepository.of(owner + "@" + ownerId + "/" + name + "@" + repositoryId);

        assertThat(subs(repository.immutableOnly().tag(tag)))
                .containsExactly(
                        "repo:" + owner + "@" + ownerId + "/" + name + "@" + repositoryId + ":ref:refs/tags/" + tag);
    }

    @Property
    void anEnvironmentIsExactWithItsColonsEscaped(
            @ForAll("owners") String owner, @ForAll("names") String name, @ForAll("environments") String environment) {
        assertThat(subs(GitHubRepository.of(owner, name).environment(environment)))
                .containsExactly("repo:" + owner + "/" + name + ":environment:"
                        + String.join("%3A", environment.split(":", -1)));
    }

    @Property
    void aPatternIsUnderStringLikeWithItsWildcardsAlone(
            @ForAll("owners") String owner, @ForAll("names") String name, @ForAll("refs") String start) {
        GitHubRepository repository = GitHubRepository.of(owner, name);
        String pattern = "repo:" + owner + "/" + name + ":ref:refs/heads/" + start.replace("${", "${$}{") + "/*";

        assertThat(Trusts.document(repository.branchesLike(start + "/*")).subs("StringLike"))
                .containsExactly(pattern);
        assertThat(Trusts.document(repository.branchesLike(start + "/*")).subs("StringEquals"))
                .isEmpty();
    }

    @Property
    void theTokenOfARunIsInThePolicyOfItsSubjectAndOfNoOther(
            @ForAll("repositories") GitHubRepository repository,
            @ForAll("repositories") GitHubRepository other,
            @ForAll("refs") String branch,
            @ForAll("refs") String otherBranch,
            @ForAll boolean classic) {
        Assume.that(!repository.fullName().equals(other.fullName()) && !branch.equals(otherBranch));
        GitHubClaimsBuilder run = GitHubClaims.of(repository).branch(branch);
        String sub = (classic ? run.classicSubject() : run)
                .build()
                .get(GitHubClaim.SUB)
                .orElseThrow();

        assertThat(subs(repository.branch(branch))).contains(sub);
        assertThat(subs(repository.branch(otherBranch))).doesNotContain(sub);
        assertThat(subs(repository.tag(branch))).doesNotContain(sub);
        assertThat(subs(repository.environment(branch))).doesNotContain(sub);
        assertThat(subs(repository.pullRequest())).doesNotContain(sub);
        assertThat(subs(other.branch(branch))).doesNotContain(sub);
    }

    @Property
    void aRunWithAnEnvironmentIsInThePolicyOfTheEnvironmentAlone(
            @ForAll("repositories") GitHubRepository repository,
            @ForAll("refs") String branch,
            @ForAll("environments") String environment) {
        String sub = GitHubClaims.of(repository)
                .branch(branch)
                .environment(environment)
                .build()
                .get(GitHubClaim.SUB)
                .orElseThrow();

        assertThat(subs(repository.environment(environment))).contains(sub);
        assertThat(subs(repository.branch(branch))).doesNotContain(sub);
    }

    @Property
    void whoeverTakesOverANameIsNotInThePolicyOfTheIds(
            @ForAll("repositories") GitHubRepository repository,
            @ForAll @LongRange(min = 1, max = 1000) long ownerId,
            @ForAll @LongRange(min = 1, max = 1000) long otherOwnerId) {
        Assume.that(ownerId != otherOwnerId);
        String sub = GitHubClaims.of(repository.withIds(otherOwnerId, 1))
                .branch("main")
                .build()
                .get(GitHubClaim.SUB)
                .orElseThrow();

        assertThat(subs(repository.withIds(ownerId, 1).branch("main"))).doesNotContain(sub);
    }

    /** The exact {@code sub}s of a policy that tests no pattern and no policy variable. */
    private static List<String> subs(GitHubSubject subject) {
        RenderedPolicy policy = Trusts.document(subject);
        assertThat(policy.subs("StringLike")).isEmpty();
        return policy.exactSubs();
    }

    @Provide
    Arbitrary<GitHubRepository> repositories() {
        return Combinators.combine(
                        owners(),
                        names(),
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.longs().between(1, 5))
                .as((owner, name, ownerId, repositoryId) -> {
                    GitHubRepository repository = GitHubRepository.of(owner, name);
                    return ownerId == 0 ? repository : repository.withIds(ownerId, repositoryId);
                });
    }

    @Provide
    Arbitrary<String> owners() {
        Arbitrary<String> first = Arbitraries.strings().alpha().numeric().ofLength(1);
        Arbitrary<String> rest =
                Arbitraries.strings().alpha().numeric().withChars('-').ofMaxLength(38);
        return Combinators.combine(first, rest).as((a, b) -> a + b).withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(100)
                .filter(name -> !name.equals(".") && !name.equals(".."))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> refs() {
        return Arbitraries.of(
                        "a", "main", "X", "7", "/", ".", "-", "_", "@", "%", "%3A", "$", "${", "{", "}", "#", "\"", "'",
                        "é", "\u00FF")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts))
                .filter(NO_REF.negate())
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> environments() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u00FF')
                .withChars("${}:%")
                .ofMinLength(1)
                .ofMaxLength(255)
                .filter(name -> !name.isBlank() && !name.contains("*") && !name.contains("?"))
                .withoutEdgeCases();
    }
}

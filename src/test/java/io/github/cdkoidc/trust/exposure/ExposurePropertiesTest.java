package io.github.cdkoidc.trust.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.Assumption;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.tokens.EncodedToken;
import io.github.cdkoidc.internal.tokens.EncodedTokens;
import io.github.cdkoidc.internal.tokens.Issuers;
import io.github.cdkoidc.internal.tokens.TokenField;
import io.github.cdkoidc.internal.tokens.TokenPolicies;
import io.github.cdkoidc.trust.TestPolicies;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Exposures and changes of random policies, held against the evaluator. */
class ExposurePropertiesTest {

    @Property(tries = 40, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void noExampleIsDeniedAndEveryTokenThatIsAdmittedAtWorstIsListed(
            @ForAll("policies") TrustPolicy policy, @ForAll("tokens") List<EncodedToken> words) {
        Exposure exposure = policy.exposure();

        examples(exposure)
                .forEach(token -> assertThat(policy.decide(token).isDenied())
                        .as(policy.decide(token).explain())
                        .isFalse());
        Issuers issuers = EncodedTokens.issuers(policy);
        PolicyEvaluator atWorst = new PolicyEvaluator(policy.document(), Assumption.AT_WORST);
        for (EncodedToken word : words) {
            GitHubClaims token = word.claims(issuers);
            if (atWorst.evaluate(token).isAllowed()) {
                assertThat(exposure.admissions())
                        .as(policy + "\n" + token)
                        .anyMatch(admission -> lists(admission, word));
            }
        }
    }

    @Property(tries = 15, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void whatIsGainedIsNotDeniedAfterAndNotSurelyAllowedBefore(
            @ForAll("policies") TrustPolicy before,
            @ForAll("policies") TrustPolicy after,
            @ForAll("tokens") List<EncodedToken> words) {
        TrustChange change = after.comparedTo(before);

        examples(change.gained()).forEach(token -> assertGained(before, after, token));
        examples(change.lost()).forEach(token -> assertGained(after, before, token));
        Issuers issuers = EncodedTokens.issuers(before, after);
        for (EncodedToken word : words) {
            GitHubClaims token = word.claims(issuers);
            boolean gained =
                    after.decide(token).isAllowed() && before.decide(token).isDenied();
            assertThat(!gained || change.gained().admissions().stream().anyMatch(admission -> lists(admission, word)))
                    .isTrue();
        }
    }

    @Property(tries = 6, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void nothingChangesWhereNothingIsChanged(@ForAll("policies") TrustPolicy policy) {
        TrustChange change = policy.comparedTo(policy);

        assertThat(change.gained().example()).isEmpty();
        assertThat(change.lost().example()).isEmpty();
    }

    @Property(tries = 60, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void everyExampleOfACustomisedSubjectIsAllowedAndDoesNotContradictItself(@ForAll("customised") String pattern) {
        TrustPolicy policy = TestPolicies.policy(TestPolicies.like("sub", pattern));
        Exposure exposure = policy.exposureOfCustomisedSubjects();

        assertThat(exposure.isNone()).isFalse();
        examples(exposure).forEach(token -> {
            assertThat(policy.decide(token).isAllowed()).isTrue();
            String sub = ":" + token.get(GitHubClaim.SUB).orElseThrow() + ":";
            token.get(GitHubClaim.ENVIRONMENT)
                    .filter(environment -> sub.contains(":environment:"))
                    .ifPresent(environment -> assertThat(sub).contains(":environment:" + environment + ":"));
        });
    }

    /** A customised subject with a wildcard for some of it. */
    @Provide
    Arbitrary<String> customised() {
        Arbitrary<String> subjects = Arbitraries.of(
                "environment:production:ref:refs/heads/main",
                "repo:octo-org/octo-repo:environment:prod:workflow:deploy",
                "repository_owner:octo-org:job_workflow_ref:octo-org/ci/.github/workflows/ci.yml@refs/heads/main",
                "event_name:push:repository_id:456789");
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 40);
        return Combinators.combine(subjects, places, places)
                .as((subject, from, length) -> subject.substring(0, Math.min(from, subject.length()))
                        + "*"
                        + subject.substring(Math.min(from + length, subject.length())));
    }

    private static void assertGained(TrustPolicy before, TrustPolicy after, GitHubClaims token) {
        assertThat(after.decide(token).isDenied()).isFalse();
        assertThat(before.decide(token).isAllowed()).isFalse();
    }

    private static List<GitHubClaims> examples(Exposure exposure) {
        return exposure.admissions().stream()
                .flatMap(admission -> Stream.concat(
                        Stream.of(admission.example(), admission.successor()),
                        Stream.of(
                                        admission.branches(),
                                        admission.tags(),
                                        admission.environments(),
                                        admission.pullRequests())
                                .flatMap(ExposurePropertiesTest::examples)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Stream<Optional<GitHubClaims>> examples(Extent extent) {
        return extent instanceof Extent.These these ? these.examples().values().stream() : Stream.of(extent.witness());
    }

    private static boolean lists(Admission admission, EncodedToken word) {
        return lists(admission.owner(), word.get(TokenField.OWNER), word.get(TokenField.OWNER_ID))
                && lists(admission.repository(), word.get(TokenField.REPOSITORY), word.get(TokenField.REPOSITORY_ID))
                && listsRun(admission, word);
    }

    private static boolean lists(String listed, String name, String number) {
        return listed.equals("*") || listed.toLowerCase(Locale.ROOT).equals(name) || listed.equals("@" + number);
    }

    private static boolean listsRun(Admission admission, EncodedToken word) {
        String ref = word.get(TokenField.REF);
        return switch (word.context()) {
            case ENVIRONMENT -> lists(admission.environments(), word.get(TokenField.ENVIRONMENT));
            case REF ->
                ref.startsWith("refs/tags/")
                        ? lists(admission.tags(), ref.substring("refs/tags/".length()))
                        : lists(admission.branches(), ref.substring("refs/heads/".length()));
            default -> !admission.pullRequests().isNone();
        };
    }

    private static boolean lists(Extent extent, String name) {
        return !(extent instanceof Extent.These) || extent.names().contains(name);
    }

    @Provide
    Arbitrary<TrustPolicy> policies() {
        return TokenPolicies.policies();
    }

    @Provide
    Arbitrary<List<EncodedToken>> tokens() {
        return EncodedTokens.byDefault().list().ofSize(30);
    }
}

package io.github.cdkoidc.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.PredictedToken;
import io.github.cdkoidc.workflow.Predictor;
import io.github.cdkoidc.workflow.text.NameFilter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Random branch filters and policies, held against GitHub's reading of the filter and the evaluator's of the policy. */
class RoleCoveragePropertiesTest {

    private static final List<String> BRANCHES = List.of(
            "main",
            "dev",
            "release/1",
            "release/2",
            "release/1/a",
            "release/",
            "releases",
            "v1",
            "v12",
            "v1.2",
            "a",
            "a/b",
            "feature/x",
            "feature/x.lock",
            "gh-readonly-queue/main/pr-1-a",
            "feature/y/z");

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void theAnswersOfAFilterAreThoseOfItsBranches(
            @ForAll("filters") List<String> filter, @ForAll("patterns") List<String> patterns) {
        DoctorRole role = DoctorRoles.of(
                "Deploy",
                RoleCoverageTest.policy("\"StringLike\": {\"~sub\": [\""
                        + String.join(
                                "\", \"",
                                patterns.stream()
                                        .map(name -> "repo:octo-org/octo-repo:ref:refs/heads/" + name)
                                        .toList())
                        + "\"]}"));
        List<PredictedRun> runs = RoleCoverageTest.runs(
                Predictor.of(RoleCoverageTest.REPOSITORY),
                "{push: {branches: ['" + String.join("', '", filter) + "']}}",
                "");
        List<RoleCoverage> coverages = runs.stream()
                .map(run -> RoleCoverage.of(role, run, run.logins().get(0).audience()))
                .toList();
        coverages.forEach(coverage -> Statistics.collect(coverage.answer()));

        for (String branch : BRANCHES) {
            GitHubClaims token = GitHubClaims.of(RoleCoverageTest.REPOSITORY)
                    .branch("main")
                    .claim("ref", "refs/heads/" + branch)
                    .build();
            boolean allowed = role.policy().decide(token).isAllowed();
            List<RoleCoverage> own = coverages.stream()
                    .filter(coverage -> presents(coverage, branch))
                    .toList();
            assertThat(own).hasSize(NameFilter.of(filter).matches(branch) ? 1 : 0);
            own.forEach(coverage -> assertThat(
                            coverage.refused().isPresent() || coverage.answer() == RunCoverage.Answer.ALWAYS)
                    .isTrue());
            own.forEach(coverage -> assertThat(coverage.answer())
                    .isIn(
                            allowed ? RunCoverage.Answer.ALWAYS : RunCoverage.Answer.NEVER,
                            RunCoverage.Answer.SOMETIMES));
        }
        coverages.forEach(coverage -> assertProved(role, coverage));
    }

    private static boolean presents(RoleCoverage coverage, String branch) {
        return coverage.cases().stream()
                .anyMatch(one -> one.token().sub().matches("repo:octo-org/octo-repo:ref:refs/heads/" + branch));
    }

    private static void assertProved(DoctorRole role, RoleCoverage coverage) {
        RunCoverage only = coverage.cases().get(0).coverage();
        PredictedToken token = coverage.cases().get(0).token();
        boolean always = only.answer() == RunCoverage.Answer.ALWAYS;
        boolean never = only.answer() == RunCoverage.Answer.NEVER;
        assertThat(only.admitted().isPresent()).isEqualTo(!never);
        assertThat(only.refused().isPresent() && always).isFalse();
        only.admitted()
                .ifPresent(proof ->
                        assertThat(role.policy().decide(proof).isAllowed()).isTrue());
        only.refused()
                .ifPresent(proof ->
                        assertThat(role.policy().decide(proof).isDenied()).isTrue());
        Stream.of(only.admitted(), only.refused())
                .flatMap(Optional::stream)
                .forEach(proof -> proof.values()
                        .forEach((claim, value) -> assertThat(
                                        token.claim(claim).orElseThrow().matches(value))
                                .as(claim)
                                .isTrue()));
    }

    @Provide
    Arbitrary<List<String>> filters() {
        Arbitrary<String> adding = Arbitraries.of(
                "main",
                "**",
                "*",
                "release/*",
                "release/**",
                "v[0-9]",
                "v[0-9]+",
                "v1?",
                "feature/**",
                "*/*",
                "**/a",
                "re*");
        Arbitrary<String> taking = Arbitraries.of("!main", "!release/**", "!release/1", "!*", "!v*", "!**/a");
        return Combinators.combine(
                        adding, Arbitraries.oneOf(adding, taking).list().ofMaxSize(3))
                .as((first, more) ->
                        Stream.concat(Stream.of(first), more.stream()).toList());
    }

    @Provide
    Arbitrary<List<String>> patterns() {
        return Arbitraries.of("main", "*", "release/*", "release/1", "v*", "v?", "*/*", "feature/x", "*a", "re*s", "?*")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }
}

package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaim;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Tokens that GitHub mints, of few enough names for policies to hit some of them. */
final class Tokens {

    private Tokens() {}

    /** Tokens whose {@code sub} is GitHub's default, of the first or the second of the issuers. */
    static Arbitrary<TokenWord> byDefault() {
        return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of("C", "I"), repositories(), runs(), others())
                .as((issuer, spelling, repository, run, others) -> {
                    Map<Segment, String> segments = new EnumMap<>(Segment.class);
                    segments.put(Segment.ISSUER, issuer);
                    segments.put(Segment.SPELLING, spelling);
                    segments.put(Segment.BEFORE, "");
                    segments.put(Segment.AFTER, "");
                    segments.putAll(repository);
                    segments.putAll(run);
                    segments.putAll(others);
                    return new TokenWord(segments);
                });
    }

    /** The same word without what a policy does not ask for. */
    static TokenWord asked(TokenWord word, TrustPolicy policy) {
        TokenWord asked = word;
        for (GitHubClaim claim : GitHubClaim.values()) {
            Segment segment = new ClaimReading(claim).last();
            boolean independent = segment.compareTo(Segment.AUDIENCE) > 0;
            if (independent && !policy.toJson().contains(":" + claim.claimName() + "\"")) {
                asked = asked.with(segment, "");
            }
        }
        return asked;
    }

    private static Arbitrary<Map<Segment, String>> repositories() {
        return Combinators.combine(
                        Arbitraries.of("octo-org", "octo-orga", "hexa"),
                        Arbitraries.of("12", "123"),
                        Arbitraries.of("octo-repo", "octo.repo", "x"),
                        Arbitraries.of("45", "456"))
                .as((owner, ownerId, repository, repositoryId) -> Map.of(
                        Segment.OWNER,
                        owner,
                        Segment.OWNER_ID,
                        ownerId,
                        Segment.REPOSITORY,
                        repository,
                        Segment.REPOSITORY_ID,
                        repositoryId));
    }

    private static Arbitrary<Map<Segment, String>> runs() {
        Arbitrary<String> refs =
                Arbitraries.of("refs/heads/main", "refs/heads/Main", "refs/heads/release/1", "refs/tags/v1");
        Arbitrary<String> environments = Arbitraries.of("prod", "a:b", "a%3Ab", "*", "p?d", "prödc");
        return Arbitraries.oneOf(
                refs.map(ref -> run(Context.REF, "", ref)),
                Combinators.combine(environments, refs)
                        .as((environment, ref) -> run(Context.ENVIRONMENT, environment, ref)),
                Arbitraries.of("7", "12")
                        .map(number -> run(Context.PULL_REQUEST, "", "refs/pull/" + number + "/merge")));
    }

    private static Map<Segment, String> run(Context context, String environment, String ref) {
        return Map.of(
                Segment.CONTEXT, String.valueOf(context.mark()), Segment.ENVIRONMENT, environment, Segment.REF, ref);
    }

    private static Arbitrary<Map<Segment, String>> others() {
        return Combinators.combine(
                        Arbitraries.of("sts.amazonaws.com", "https://github.com/octo-org"),
                        Arbitraries.of("octocat", "dependabot[bot]"),
                        Arbitraries.of("refs/heads/main", "refs/tags/v1"),
                        Arbitraries.of("", "99"))
                .as((audience, actor, ref, enterprise) -> Map.of(
                        Segment.AUDIENCE,
                        audience,
                        Segment.ACTOR,
                        actor,
                        Segment.ACTOR_ID,
                        "12",
                        Segment.JOB_WORKFLOW_REF,
                        "octo-org/ci/.github/workflows/ci.yml@" + ref,
                        Segment.WORKFLOW,
                        "CI",
                        Segment.ENTERPRISE_ID,
                        enterprise));
    }
}

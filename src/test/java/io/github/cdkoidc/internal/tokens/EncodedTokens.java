package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.trust.TrustPolicy;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Tokens that GitHub mints, of few enough names for policies to hit some of them. */
public final class EncodedTokens {

    private EncodedTokens() {}

    /** Tokens whose {@code sub} is GitHub's default, of the first or the second of the issuers. */
    public static Arbitrary<EncodedToken> byDefault() {
        return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of("C", "I"), repositories(), runs(), others())
                .as((issuer, spelling, repository, run, others) -> {
                    Map<TokenField, String> segments = new EnumMap<>(TokenField.class);
                    segments.put(TokenField.ISSUER, issuer);
                    segments.put(TokenField.SPELLING, spelling);
                    segments.put(TokenField.BEFORE, "");
                    segments.put(TokenField.AFTER, "");
                    segments.putAll(repository);
                    segments.putAll(run);
                    segments.putAll(others);
                    return new EncodedToken(segments);
                });
    }

    /** The issuers of some policies. */
    public static Issuers issuers(TrustPolicy... policies) {
        return Issuers.of(Stream.of(policies)
                .flatMap(policy -> new PolicyEvaluator(policy.document()).statements().stream())
                .toList());
    }

    /** The same word without what a policy does not ask for. */
    public static EncodedToken asked(EncodedToken word, TrustPolicy policy) {
        EncodedToken asked = word;
        for (GitHubClaim claim : GitHubClaim.values()) {
            TokenField segment = new ClaimDecoder(claim).last();
            boolean independent = segment.compareTo(TokenField.AUDIENCE) > 0;
            if (independent && !policy.toJson().contains(":" + claim.claimName() + "\"")) {
                asked = asked.with(segment, "");
            }
        }
        return asked;
    }

    private static Arbitrary<Map<TokenField, String>> repositories() {
        return Combinators.combine(
                        Arbitraries.of("octo-org", "octo-orga", "hexa"),
                        Arbitraries.of("12", "123"),
                        Arbitraries.of("octo-repo", "octo.repo", "x"),
                        Arbitraries.of("45", "456"))
                .as((owner, ownerId, repository, repositoryId) -> Map.of(
                        TokenField.OWNER,
                        owner,
                        TokenField.OWNER_ID,
                        ownerId,
                        TokenField.REPOSITORY,
                        repository,
                        TokenField.REPOSITORY_ID,
                        repositoryId));
    }

    private static Arbitrary<Map<TokenField, String>> runs() {
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

    private static Map<TokenField, String> run(Context context, String environment, String ref) {
        return Map.of(
                TokenField.CONTEXT,
                String.valueOf(context.mark()),
                TokenField.ENVIRONMENT,
                environment,
                TokenField.REF,
                ref);
    }

    private static Arbitrary<Map<TokenField, String>> others() {
        return Combinators.combine(
                        Arbitraries.of("sts.amazonaws.com", "https://github.com/octo-org"),
                        Arbitraries.of("octocat", "dependabot[bot]"),
                        Arbitraries.of("refs/heads/main", "refs/tags/v1"),
                        Arbitraries.of("", "99"))
                .as((audience, actor, ref, enterprise) -> Map.of(
                        TokenField.AUDIENCE,
                        audience,
                        TokenField.ACTOR,
                        actor,
                        TokenField.ACTOR_ID,
                        "12",
                        TokenField.JOB_WORKFLOW_REF,
                        "octo-org/ci/.github/workflows/ci.yml@" + ref,
                        TokenField.WORKFLOW,
                        "CI",
                        TokenField.ENTERPRISE_ID,
                        enterprise));
    }
}

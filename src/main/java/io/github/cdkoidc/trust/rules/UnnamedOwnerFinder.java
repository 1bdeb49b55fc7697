package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a run of an owner whom nobody has named gets in. */
final class UnnamedOwnerFinder {

    /** A workflow file that nobody names. */
    static final String FILE = "mallory/stranger/.github/workflows/any.yml@refs/heads/main";

    /** The claims that name a tenant, and those two by which a policy may mean one. */
    private static final Set<String> TENANT = Stream.of(GitHubClaim.values())
            .filter(claim -> claim.namesTenant() || claim == GitHubClaim.SUB || claim == GitHubClaim.JOB_WORKFLOW_REF)
            .map(GitHubClaim::claimName)
            .collect(Collectors.toUnmodifiableSet());

    private UnnamedOwnerFinder() {}

    /** A run of an owner whom nobody has named, if one gets in. */
    static Optional<GitHubClaims> in(Exposure exposure) {
        return exposure.admissions().stream()
                .filter(admission -> !admission.hasOneOwner())
                .flatMap(admission -> admission.example().stream())
                .findFirst();
    }

    static UnintendedAccess leak(AllowStatement grant, GitHubClaims token) {
        String what = token.get("repository").orElse("anybody") + ", which nobody has named,";
        List<ConditionEvaluator> positive = grant.conditions().stream()
                .filter(test -> !test.condition().operator().comparison().isNegated())
                .filter(test -> test.key().isPopulated())
                .toList();
        boolean tenant =
                positive.stream().anyMatch(test -> TENANT.contains(test.key().claim()));
        if (!tenant) {
            return new UnintendedAccess(untested(grant, positive), grant.place() + "/Condition", token, what);
        }
        if (!grant.conditionsOn(Set.of("job_workflow_ref")).isEmpty()
                && !grant.admits(TokenVariants.with(token, "job_workflow_ref", FILE))) {
            return new UnintendedAccess(TrustRule.ANY_CALLER, grant.placeOf(Set.of("job_workflow_ref")), token, what);
        }
        return looseValue(grant, token, what)
                .orElseGet(() -> new UnintendedAccess(
                        isAnybody(grant, token) ? TrustRule.ANY_OWNER : TrustRule.NAME_PREFIX,
                        grant.placeOf(TENANT),
                        token,
                        what));
    }

    private static TrustRule untested(AllowStatement grant, List<ConditionEvaluator> positive) {
        if (!grant.conditionsOn(TENANT).isEmpty()) {
            return TrustRule.DENY_LIST;
        }
        boolean other = positive.stream().anyMatch(test -> !test.key().claim().equals("aud"));
        return other ? TrustRule.NO_TENANT : TrustRule.ANY_REPOSITORY;
    }

    /** The value without which no stranger would get in, if it stands beside others that let none in. */
    private static Optional<UnintendedAccess> looseValue(AllowStatement grant, GitHubClaims token, String what) {
        for (ConditionEvaluator test : grant.conditionsOn(TENANT)) {
            List<JsonNode> values = test.condition().values();
            for (int i = 0; values.size() > 1 && i < values.size(); i++) {
                PolicyEvaluator others = grant.without(test, values.get(i));
                if (others.evaluate(token).isDenied() && in(Exposure.of(others)).isEmpty()) {
                    return Optional.of(
                            new UnintendedAccess(TrustRule.LOOSE_VALUE, grant.place(test) + "/" + i, token, what));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it does not matter what the owner is called. */
    private static boolean isAnybody(AllowStatement grant, GitHubClaims token) {
        return grant.admits(TokenVariants.ofOwner(token, "mallory"))
                && grant.admits(TokenVariants.ofOwner(token, "stranger"));
    }
}

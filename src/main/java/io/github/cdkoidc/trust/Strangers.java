package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaims;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says why a run of an owner whom nobody has named gets in. */
final class Strangers {

    /** A workflow file that nobody names. */
    static final String FILE = "mallory/stranger/.github/workflows/any.yml@refs/heads/main";

    private static final Set<String> TENANT =
            Set.of("sub", "job_workflow_ref", "repository", "repository_id", "repository_owner_id", "enterprise_id");

    private Strangers() {}

    /** A run of an owner whom nobody has named, if one gets in. */
    static Optional<GitHubClaims> in(Exposure exposure) {
        return exposure.admissions().stream()
                .filter(admission -> !admission.hasOneOwner())
                .flatMap(admission -> admission.example().stream())
                .findFirst();
    }

    static Leak leak(Grant grant, GitHubClaims token) {
        String what = token.get("repository").orElse("anybody") + ", which nobody has named,";
        List<ConditionJudge> positive = grant.conditions().stream()
                .filter(test -> !test.condition().operator().comparison().isNegated())
                .filter(test -> test.key().isPopulated())
                .toList();
        boolean tenant =
                positive.stream().anyMatch(test -> TENANT.contains(test.key().claim()));
        if (!tenant) {
            return new Leak(untested(grant, positive), grant.place() + "/Condition", token, what);
        }
        if (!grant.conditionsOn(Set.of("job_workflow_ref")).isEmpty()
                && !grant.admits(Token.with(token, "job_workflow_ref", FILE))) {
            return new Leak(TrustRule.ANY_CALLER, grant.placeOf(Set.of("job_workflow_ref")), token, what);
        }
        return looseValue(grant, token, what)
                .orElseGet(() -> new Leak(
                        isAnybody(grant, token) ? TrustRule.ANY_OWNER : TrustRule.NAME_PREFIX,
                        grant.placeOf(TENANT),
                        token,
                        what));
    }

    private static TrustRule untested(Grant grant, List<ConditionJudge> positive) {
        if (!grant.conditionsOn(TENANT).isEmpty()) {
            return TrustRule.DENY_LIST;
        }
        boolean other = positive.stream().anyMatch(test -> !test.key().claim().equals("aud"));
        return other ? TrustRule.NO_TENANT : TrustRule.ANY_REPOSITORY;
    }

    /** The value without which no stranger would get in, if it stands beside others that let none in. */
    private static Optional<Leak> looseValue(Grant grant, GitHubClaims token, String what) {
        for (ConditionJudge test : grant.conditionsOn(TENANT)) {
            List<JsonNode> values = test.condition().values();
            for (int i = 0; values.size() > 1 && i < values.size(); i++) {
                Judge others = grant.without(test, values.get(i));
                if (others.evaluate(token).isDenied() && in(Exposure.of(others)).isEmpty()) {
                    return Optional.of(new Leak(TrustRule.LOOSE_VALUE, grant.place(test) + "/" + i, token, what));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it does not matter what the owner is called. */
    private static boolean isAnybody(Grant grant, GitHubClaims token) {
        return grant.admits(Token.ofOwner(token, "mallory")) && grant.admits(Token.ofOwner(token, "stranger"));
    }
}

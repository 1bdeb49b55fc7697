package io.github.cdkoidc.trust.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.trust.exposure.Admission;
import io.github.cdkoidc.trust.exposure.Exposure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out why a statement admits runs of an owner outside the policy. */
final class UnnamedOwner {

    /** The claims that name a tenant, and those two by which a policy may mean one. */
    private static final Set<String> TENANT = Stream.of(GitHubClaim.values())
            .filter(claim -> claim.namesTenant() || claim == GitHubClaim.SUB || claim == GitHubClaim.JOB_WORKFLOW_REF)
            .map(GitHubClaim::claimName)
            .collect(Collectors.toUnmodifiableSet());

    private UnnamedOwner() {}

    /** Claims of a tenant are tested with negated operators alone. */
    static Optional<RuleMatch> denyList(AllowStatement statement, Admission admission) {
        return statement.conditionsOn(TENANT).isEmpty() ? Optional.empty() : untested(statement, admission);
    }

    /** Claims are tested, but none of a tenant. */
    static Optional<RuleMatch> noTenant(AllowStatement statement, Admission admission) {
        return positive(statement).stream()
                        .allMatch(condition -> condition.key().claim().equals("aud"))
                ? Optional.empty()
                : untested(statement, admission);
    }

    /** No claim is tested, the audience apart. */
    static Optional<RuleMatch> anyRepository(AllowStatement statement, Admission admission) {
        return untested(statement, admission);
    }

    private static Optional<RuleMatch> untested(AllowStatement statement, Admission admission) {
        return positive(statement).stream()
                        .anyMatch(condition -> TENANT.contains(condition.key().claim()))
                ? Optional.empty()
                : admission.example().map(token -> access(statement.place() + "/Condition", token));
    }

    /** The conditions that a run must meet by presenting something. */
    private static List<ConditionEvaluator> positive(AllowStatement statement) {
        return statement.conditions().stream()
                .filter(condition ->
                        !condition.condition().operator().comparison().isNegated())
                .filter(condition -> condition.key().isPopulated())
                .toList();
    }

    /** One value admits the run, beside others that admit no owner outside the policy. */
    static Optional<RuleMatch> looseValue(AllowStatement statement, Admission admission) {
        return admission.example().flatMap(token -> looseValue(statement, token));
    }

    private static Optional<RuleMatch> looseValue(AllowStatement statement, GitHubClaims token) {
        for (ConditionEvaluator condition : statement.conditionsOn(TENANT)) {
            List<JsonNode> values = condition.condition().values();
            boolean several = values.stream().distinct().count() > 1;
            for (int i = 0; several && i < values.size(); i++) {
                PolicyEvaluator others = statement.without(condition, values.get(i));
                if (others.evaluate(token).isDenied() && !isAdmitted(statement.exposureOf(others))) {
                    return Optional.of(access(statement.place(condition) + "/" + i, token));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether runs of an owner outside the policy are admitted. */
    static boolean isAdmitted(Exposure exposure) {
        return UnintendedAccess.outside(exposure, Admission::hasOneOwner).isPresent();
    }

    /** The owner can have any name. */
    static Optional<RuleMatch> anyOwner(AllowStatement statement, Admission admission) {
        return admission
                .example()
                .filter(token -> statement.admits(TokenVariants.ofOwner(token, "mallory"))
                        && statement.admits(TokenVariants.ofOwner(token, "stranger")))
                .map(token -> access(statement.placeOf(TENANT), token));
    }

    /** The owner cannot have any name, so its name is like the one that is written out. */
    static Optional<RuleMatch> namePrefix(AllowStatement statement, Admission admission) {
        return admission.example().map(token -> access(statement.placeOf(TENANT), token));
    }

    static RuleMatch access(String place, GitHubClaims token) {
        return RuleMatch.access(
                place,
                token,
                token.get("repository").map(name -> name + ", a repository").orElse("a repository")
                        + " outside the policy,");
    }
}

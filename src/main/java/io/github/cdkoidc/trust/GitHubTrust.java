package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who is trusted, in GitHub's words: the runs that are any of the subjects, for the audience, with all of the claims.
 *
 * @param issuer who mints the tokens
 * @param audience whom the tokens are for, exact
 * @param subjects the subjects, one or more
 * @param claims further claims, each with the values of which one must match
 */
public record GitHubTrust(
        GitHubIssuer issuer, String audience, List<GitHubSubject> subjects, Map<GitHubClaim, List<ClaimValue>> claims) {

    private static final int LONGEST_AUDIENCE = 255;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no subject, the audience is no exact text of 1 to 255 characters, or a claim is
     *     {@code sub} or {@code aud}, has no value, or mixes exact values with patterns
     */
    public GitHubTrust {
        subjects = requireSubjects(subjects);
        claims = copy(claims);
        requireAudience(audience);
        claims.forEach(GitHubTrust::requireTestable);
    }

    private static Map<GitHubClaim, List<ClaimValue>> copy(Map<GitHubClaim, List<ClaimValue>> claims) {
        Map<GitHubClaim, List<ClaimValue>> copy = new EnumMap<>(GitHubClaim.class);
        claims.forEach((claim, values) -> copy.put(claim, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * The subjects, if there is one.
     *
     * @param subjects the subjects
     * @return a copy
     * @throws IllegalArgumentException if there is none
     */
    public static List<GitHubSubject> requireSubjects(List<? extends GitHubSubject> subjects) {
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException(
                    "subjects are empty, and a role that names none would trust every repository on "
                            + "GitHub: write subjects(GitHubRepository.of(\"octo-org/octo-repo\").branch(\"main\"))");
        }
        for (GitHubSubject subject : subjects) {
            Objects.requireNonNull(subject, "subject is null: write repository.branch(\"main\")");
        }
        return List.copyOf(subjects);
    }

    /**
     * The audience, if a provider and a policy can hold it.
     *
     * @param audience the audience
     * @return the audience
     * @throws IllegalArgumentException if it is no exact text of 1 to 255 characters
     */
    public static String requireAudience(String audience) {
        ClaimValue.exact(audience, "write the one audience that the workflow asks for, such as \"sts.amazonaws.com\"");
        if (audience.length() > LONGEST_AUDIENCE) {
            throw new IllegalArgumentException(
                    "audience of " + audience.length() + " characters is longer than the " + LONGEST_AUDIENCE
                            + " that an IAM OIDC provider takes: write a shorter one, such as \"sts.amazonaws.com\"");
        }
        return audience;
    }

    /**
     * Checks that a policy can test a claim for values.
     *
     * @param claim the claim
     * @param values its values
     * @throws IllegalArgumentException if the claim is {@code sub} or {@code aud}, or has no value, or mixes exact values with
     *     patterns
     */
    public static void requireTestable(GitHubClaim claim, List<ClaimValue> values) {
        if (claim == GitHubClaim.SUB || claim == GitHubClaim.AUD) {
            String method = claim == GitHubClaim.SUB ? "subjects(…)" : "audience(\"…\")";
            throw new IllegalArgumentException(
                    "claim " + claim + " is tested by every role already, and a second test would "
                            + "be ANDed with the first: write " + method);
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("claim " + claim + " has no value to match, so no run could get in: "
                    + "write claim(GitHubClaim." + claim + ", \"…\")");
        }
        if (values.stream().map(ClaimValue::isPattern).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "claim " + claim + " has exact values and patterns, and IAM would AND the two: "
                            + "write them all with claim(…), or all with claimLike(…)");
        }
    }

    /**
     * The same in IAM's words: one statement for the exact subjects and one for the patterns, because two operators on one key of
     * one statement are ANDed.
     *
     * @param providerArn the ARN of the issuer's provider in the role's account
     * @return the policy
     */
    public TrustPolicy policy(String providerArn) {
        List<ClaimValue> exact = new ArrayList<>();
        List<ClaimValue> patterns = new ArrayList<>();
        for (GitHubSubject subject : subjects) {
            subject.values().forEach(value -> (value.isPattern() ? patterns : exact).add(value));
        }
        List<Statement> statements = new ArrayList<>();
        for (List<ClaimValue> values : List.of(exact, patterns)) {
            if (!values.isEmpty()) {
                statements.add(Statement.allow(TextNode.valueOf(providerArn), conditions(values)));
            }
        }
        return TrustPolicy.of(new PolicyDocument(statements));
    }

    private List<Condition> conditions(List<ClaimValue> values) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(test(GitHubClaim.AUD, List.of(new ClaimValue(audience))));
        conditions.add(test(GitHubClaim.SUB, values));
        claims.forEach((claim, allowed) -> conditions.add(test(claim, allowed)));
        return conditions;
    }

    private Condition test(GitHubClaim claim, List<ClaimValue> values) {
        ConditionOperator operator =
                values.get(0).isPattern() ? ConditionOperator.STRING_LIKE : ConditionOperator.STRING_EQUALS;
        return Condition.of(operator, issuer.conditionKey(claim), values);
    }
}

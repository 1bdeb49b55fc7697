package io.github.cdkoidc.trust;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.RepositorySubject;
import io.github.cdkoidc.policy.Condition;
import io.github.cdkoidc.policy.ConditionOperator;
import io.github.cdkoidc.policy.OperatorKind;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.ProviderArn;
import io.github.cdkoidc.policy.Quantifier;
import io.github.cdkoidc.policy.ScopeCheck;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is trusted, in GitHub's words: the runs that are any of the subjects, for the audience, with all of the claims. Whatever can be
 * checked without AWS is checked when it is made, so its policy is one that IAM takes and that some run is admitted by.
 */
public final class TrustRequest {

    private static final int LONGEST_AUDIENCE = 255;
    private static final ConditionOperator LIKE_ANY_VALUE =
            new ConditionOperator(OperatorKind.STRING_LIKE, Quantifier.FOR_ANY_VALUE, false);

    private final GitHubIssuer issuer;
    private final String audience;
    private final String provider;
    private final List<GitHubSubject> subjects;
    private final Map<GitHubClaim, List<ClaimValue>> claims;
    private final TrustPolicy policy;

    /**
     * Checks the parts, and what they are together, and makes the policy.
     *
     * @param issuer who mints the tokens
     * @param audience whom the tokens are for, exact, 1 to 255 characters
     * @param provider the ARN of the issuer's provider in the role's account, such as {@link GitHubIssuer#providerArn} makes
     * @param subjects the subjects, one or more
     * @param claims further claims, each with the values of which one must match
     * @throws IllegalArgumentException if there is no subject, the audience is not an exact text of 1 to 255 characters, the provider
     *     is of another issuer, a claim is {@code sub} or {@code aud}, has no value or mixes exact values with patterns, any repository
     *     on GitHub could present a subject, the issuer never mints one, a claim excludes every run of one, or the policy is longer
     *     than IAM takes
     */
    public TrustRequest(
            GitHubIssuer issuer,
            String audience,
            String provider,
            List<? extends GitHubSubject> subjects,
            Map<GitHubClaim, List<ClaimValue>> claims) {
        this.issuer = issuer;
        this.subjects = requireSubjects(subjects);
        Map<GitHubClaim, List<ClaimValue>> copy = new EnumMap<>(GitHubClaim.class);
        claims.forEach((claim, values) -> copy.put(claim, List.copyOf(values)));
        this.claims = Collections.unmodifiableMap(copy);
        this.audience = requireAudience(audience);
        this.provider = provider;
        this.claims.forEach(TrustRequest::requireTestable);
        ProviderArn.parse(provider).ifPresent(arn -> requireIssuer(GitHubIssuer.ofUrl(arn.name()), issuer));
        this.subjects.forEach(subject -> requireMinted(subject, issuer));
        TenantCheck.require(issuer, this.subjects, this.claims);
        ClaimConflictCheck.refuse(this.subjects, this.claims);
        this.policy = render();
        int length = policy.document().length();
        if (length > PolicyDocument.LARGEST_QUOTA) {
            throw new IllegalArgumentException("trust policy has " + length + " characters, and IAM takes "
                    + PolicyDocument.LARGEST_QUOTA + " at the most: split the subjects over several roles, or trust an "
                    + "environment that several branches share");
        }
    }

    /** {@return who mints the tokens} */
    public GitHubIssuer issuer() {
        return issuer;
    }

    /** {@return further claims, each with the values of which one must match, unmodifiable} */
    public Map<GitHubClaim, List<ClaimValue>> claims() {
        return claims;
    }

    /** {@return the runs that are trusted, one subject or more} */
    public List<GitHubSubject> subjects() {
        return subjects;
    }

    /**
     * {@return the same in IAM's words, the same on every call} It has one statement for the exact subjects and one for the patterns,
     * because two operators on one key of one statement are ANDed.
     */
    public TrustPolicy policy() {
        return policy;
    }

    /** {@return what is risky but may be meant; none if nothing is risky} */
    public List<TrustWarning> warnings() {
        return TrustWarnings.of(this);
    }

    /** The same request for some of its subjects. */
    TrustRequest of(List<GitHubSubject> some) {
        return new TrustRequest(issuer, audience, provider, some, claims);
    }

    @Override
    public String toString() {
        return policy.toJson();
    }

    /**
     * {@return a copy of the subjects}
     *
     * @param subjects the subjects
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
     * {@return the audience, if a provider and a policy can hold it}
     *
     * @param audience the audience
     * @throws IllegalArgumentException if it is not an exact text of 1 to 255 characters
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
            throw new IllegalArgumentException(
                    "claim " + claim + " has no value to match, so no run could assume the role: "
                            + "write claim(GitHubClaim." + claim + ", \"…\")");
        }
        if (values.stream().map(ClaimValue::isPattern).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "claim " + claim + " has exact values and patterns, and IAM would AND the two: "
                            + "write them all with claim(…), or all with claimLike(…)");
        }
    }

    /**
     * Checks that a provider takes the tokens of an issuer.
     *
     * @param known whose tokens the provider takes
     * @param issuer who mints the tokens
     * @throws IllegalArgumentException if they are not the same
     */
    public static void requireIssuer(GitHubIssuer known, GitHubIssuer issuer) {
        if (!issuer.equals(known)) {
            throw new IllegalArgumentException("provider is of " + known + " and issuer is " + issuer
                    + ", and a provider takes the tokens of its own issuer only: leave issuer(…) out, or give the provider of "
                    + issuer);
        }
    }

    private static void requireMinted(GitHubSubject subject, GitHubIssuer issuer) {
        if (subject instanceof RepositorySubject runs
                && !runs.repository().classic()
                && !issuer.mintsImmutableSubjects()) {
            throw new IllegalArgumentException("repository " + runs.repository().fullName()
                    + " is trusted in the immutable spelling only, and " + issuer
                    + " is an Enterprise Server, which never mints it: leave immutableOnly() out");
        }
    }

    private TrustPolicy render() {
        Map<Boolean, List<ClaimValue>> values = subjects.stream()
                .flatMap(subject -> subject.values().stream())
                .collect(Collectors.partitioningBy(ClaimValue::isPattern));
        return TrustPolicy.of(new PolicyDocument(Stream.of(values.get(false), values.get(true))
                .filter(some -> !some.isEmpty())
                .map(some -> Statement.allow(TextNode.valueOf(provider), conditions(some)))
                .toList()));
    }

    private List<Condition> conditions(List<ClaimValue> values) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(test(GitHubClaim.AUD, List.of(new ClaimValue(audience))));
        conditions.add(test(GitHubClaim.SUB, values));
        claims.forEach((claim, allowed) -> conditions.add(test(claim, allowed)));
        return ScopeCheck.isMadeFor(issuer.url()) ? separated(conditions) : conditions;
    }

    /**
     * IAM refuses an operator that tests both {@code sub} and {@code job_workflow_ref} if the first value of one of them starts with a
     * star; no subject does. Under an operator of its own the other is accepted, and {@code ForAnyValue:} asks the same of a claim of
     * one value.
     */
    private static List<Condition> separated(List<Condition> conditions) {
        return ScopeCheck.of(conditions) == ScopeCheck.Answer.LOOSE_BESIDE
                ? conditions.stream()
                        .map(condition -> ScopeCheck.isDemanded(condition) && !ScopeCheck.isScoped(condition)
                                ? new Condition(LIKE_ANY_VALUE, condition.key(), condition.values())
                                : condition)
                        .toList()
                : conditions;
    }

    private Condition test(GitHubClaim claim, List<ClaimValue> values) {
        ConditionOperator operator =
                values.get(0).isPattern() ? ConditionOperator.STRING_LIKE : ConditionOperator.STRING_EQUALS;
        return Condition.of(operator, issuer.conditionKey(claim), values);
    }
}

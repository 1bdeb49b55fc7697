package io.github.cdkoidc.claims;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The claims of GitHub's token that AWS makes condition keys of. All hold one string.
 *
 * <p>GitHub's token holds more, such as {@code event_name} or {@code repository_owner}. AWS never populates a key for those:
 * a policy that tests one either locks everybody out or tests nothing. {@link #named} says so.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif">
 *     IAM: available keys for AWS OIDC federation</a>
 */
public enum GitHubClaim {
    /** Whom the token is for: {@code sts.amazonaws.com}. A role sets it with {@code audience}. */
    AUD,
    /** Who presents the token: {@code repo:octo-org/octo-repo:ref:refs/heads/main}. A role sets it with {@code subjects}. */
    SUB,
    /** The account that started the run: {@code octocat}. Logins can be renamed and taken over. */
    ACTOR,
    /** The number of the account that started the run: {@code 12}. */
    ACTOR_ID,
    /** The workflow file that the job is written in: {@code octo-org/automation/.github/workflows/deploy.yml@refs/heads/main}. */
    JOB_WORKFLOW_REF,
    /** The repository that runs: {@code octo-org/octo-repo}. */
    REPOSITORY,
    /** The number of the repository that runs: {@code 456789}. It outlives renames. */
    REPOSITORY_ID,
    /** The number of the repository's owner: {@code 123456}. It outlives renames. */
    REPOSITORY_OWNER_ID,
    /** The name of the workflow: {@code Deploy}. Any repository can call one so. */
    WORKFLOW,
    /** The ref that the run is of: {@code refs/heads/main}. Present whether or not the job names an environment. */
    REF,
    /** The environment that the job names, with its {@code :} as it is; absent if it names none. */
    ENVIRONMENT,
    /** The number of the enterprise that owns the repository's organization. */
    ENTERPRISE_ID;

    private static final Set<String> IN_THE_TOKEN_ONLY = Set.of(
            "base_ref",
            "check_run_id",
            "enterprise",
            "environment_node_id",
            "event_name",
            "exp",
            "head_ref",
            "iat",
            "iss",
            "issuer_scope",
            "job_workflow_sha",
            "jti",
            "nbf",
            "ref_protected",
            "ref_type",
            "repository_owner",
            "repository_visibility",
            "run_attempt",
            "run_id",
            "run_number",
            "runner_environment",
            "sha",
            "workflow_ref",
            "workflow_sha");

    /**
     * The claim's name in the token and in the condition key.
     *
     * @return for example {@code job_workflow_ref}
     */
    public String claimName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether its value names a repository, an owner or an enterprise. {@code sub} as a rule does too, but a customised one need not; and
     * {@code job_workflow_ref} names the repository of the file, which any repository may call.
     *
     * @return true if not every repository on GitHub can present the value
     */
    public boolean namesTenant() {
        return Stream.of(TenantKey.values()).anyMatch(key -> key.is(claimName()));
    }

    /**
     * The claim of a name.
     *
     * @param claimName for example {@code job_workflow_ref}
     * @return the claim
     * @throws IllegalArgumentException if AWS populates no condition key for it; the message says what to test instead
     */
    public static GitHubClaim named(String claimName) {
        Objects.requireNonNull(claimName, () -> "claim is null: write " + oneOfAll());
        return Stream.of(values())
                .filter(claim -> claim.claimName().equals(claimName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(notAKey(claimName)));
    }

    /** Whether GitHub's token holds a claim of this name, be it a key of AWS or not. */
    static boolean isInToken(String name) {
        return isInTokenOnly(name)
                || Stream.of(values()).anyMatch(claim -> claim.claimName().equals(name));
    }

    private static boolean isInTokenOnly(String name) {
        return IN_THE_TOKEN_ONLY.contains(name) || name.startsWith("repo_property_");
    }

    private static String notAKey(String claimName) {
        String why = isInTokenOnly(claimName)
                ? "is in GitHub's token, but AWS populates no condition key for it, so testing it denies every run"
                : "is not a claim of GitHub's token";
        return "claim \"" + claimName + "\" " + why + ": write " + instead(claimName);
    }

    /**
     * What a policy can test instead of a claim that AWS populates no condition key for.
     *
     * @param claimName for example {@code event_name}
     * @return a claim, or other words for the end of a sentence
     */
    public static String instead(String claimName) {
        return switch (claimName) {
            case "repository_owner", "enterprise" -> claimName + "_id, whose number outlives renames";
            case "workflow_ref", "workflow_sha", "job_workflow_sha" -> "job_workflow_ref";
            case "event_name", "ref_protected" -> "an environment with required reviewers as the subject";
            case "head_ref", "base_ref", "ref_type" -> "ref, or a branch or tag as the subject";
            default -> oneOfAll();
        };
    }

    private static String oneOfAll() {
        return "one of " + Stream.of(values()).map(GitHubClaim::claimName).collect(joining(", "));
    }
}

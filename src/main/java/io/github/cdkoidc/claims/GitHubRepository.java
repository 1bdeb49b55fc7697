package io.github.cdkoidc.claims;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A repository on GitHub, and the source of the subjects that a role trusts.
 *
 * <p>GitHub writes a repository into {@code sub} in one of two ways: classic, {@code octo-org/octo-repo}, or immutable, {@code
 * octo-org@123456/octo-repo@456789}. Repositories created, renamed or transferred on github.com since 2026-07-15 present the
 * immutable one. With {@linkplain #withIds ids} both are trusted, each exact; without, only the classic one.
 *
 * @param owner the organization or account, 1 to 39 characters of {@code [A-Za-z0-9-]}, case as on GitHub
 * @param name the repository's name, 1 to 100 characters of {@code [A-Za-z0-9._-]}, case as on GitHub
 * @param ids the two numbers, which stay the same when names change, if known. {@code sub} holds the names beside them, so a run of a
 *     renamed repository presents another {@code sub}
 * @param classic whether the classic spelling is trusted; without ids it is the only one
 * @param subjectTemplate what the repository's {@code sub} is made of
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect reference</a>
 */
public record GitHubRepository(
        String owner, String name, Optional<Ids> ids, boolean classic, SubjectTemplate subjectTemplate) {

    /**
     * The numbers that GitHub keeps for an owner and a repository, whatever their names become.
     *
     * @param owner the owner's number, positive
     * @param repository the repository's number, positive
     */
    public record Ids(long owner, long repository) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is not positive
         */
        public Ids {
            if (owner <= 0 || repository <= 0) {
                throw new IllegalArgumentException(
                        "ids " + owner + " and " + repository + " are not both positive, and "
                                + "GitHub's are: write withIds(ownerId, repositoryId) with the numbers of `gh api repos/OWNER/NAME "
                                + "--jq '.owner.id, .id'`");
            }
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if owner or name is not valid on GitHub, or only the immutable spelling is wanted of a
     *     repository without ids
     */
    public GitHubRepository {
        RepositoryPart.OWNER.require(owner);
        RepositoryPart.NAME.require(name);
        Objects.requireNonNull(subjectTemplate, "subject template is null: write SubjectTemplate.DEFAULT");
        if (!classic && ids.isEmpty()) {
            throw new IllegalArgumentException(
                    "repository " + owner + "/" + name + " has no ids, and the immutable subject is "
                            + "made of them: write withIds(ownerId, repositoryId).immutableOnly()");
        }
    }

    /**
     * A repository by its full name.
     *
     * @param fullName {@code octo-org/octo-repo}, or {@code octo-org@123456/octo-repo@456789} to give the ids as well
     * @return the repository
     * @throws IllegalArgumentException if it is not of that form
     */
    public static GitHubRepository of(String fullName) {
        Objects.requireNonNull(fullName, "repository is null: write \"octo-org/octo-repo\"");
        if (CdkToken.isIn(fullName)) {
            throw new IllegalArgumentException(
                    "repository \"" + fullName + "\" holds a CDK token, which has no value yet to tell "
                            + "owner from name: write GitHubRepository.of(owner, name) with a token for each");
        }
        String[] parts = fullName.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("repository \"" + fullName
                    + "\" is not an owner and a name with one / between: write \"octo-org/octo-repo\"");
        }
        return fullName.indexOf('@') < 0 ? of(parts[0], parts[1]) : ofBoth(fullName);
    }

    private static GitHubRepository ofBoth(String fullName) {
        SubjectRepository parts = SubjectRepository.of(fullName)
                .filter(spelled ->
                        !spelled.ownerId().isEmpty() && !spelled.repositoryId().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "repository \"" + fullName + "\" holds @, which is in no name, but not as owner@id/name@id: "
                                + "write \"octo-org/octo-repo\" or \"octo-org@123456/octo-repo@456789\""));
        return of(parts.owner(), parts.name())
                .withIds(
                        RepositoryPart.id("owner id", parts.ownerId()),
                        RepositoryPart.id("repository id", parts.repositoryId()));
    }

    /**
     * A repository by owner and name. Either can be a CDK token, as long as the subject is exact. A value that holds <code>${…}</code> is
     * then a policy variable at deployment: an {@code AllowedPattern} of the parameter keeps it out.
     *
     * @param owner the organization or account
     * @param name the repository's name
     * @return the repository
     * @throws IllegalArgumentException if one is not valid on GitHub
     */
    public static GitHubRepository of(String owner, String name) {
        return new GitHubRepository(owner, name, Optional.empty(), true, SubjectTemplate.DEFAULT);
    }

    /**
     * The repository whose workflow is running, with its ids.
     *
     * @param env the environment of a workflow: {@code GITHUB_REPOSITORY}, {@code GITHUB_REPOSITORY_OWNER_ID} and {@code
     *     GITHUB_REPOSITORY_ID}, which GitHub sets for every step
     * @return the repository
     * @throws IllegalArgumentException if one of the three is missing or malformed
     */
    public static GitHubRepository fromActionsEnvironment(Map<String, String> env) {
        return of(variable(env, "GITHUB_REPOSITORY"))
                .withIds(idVariable(env, "GITHUB_REPOSITORY_OWNER_ID"), idVariable(env, "GITHUB_REPOSITORY_ID"));
    }

    private static long idVariable(Map<String, String> env, String name) {
        return RepositoryPart.id("variable " + name, variable(env, name));
    }

    private static String variable(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "variable " + name + " is not set, and GitHub sets it for every step of a "
                            + "workflow: outside of one, write GitHubRepository.of(\"octo-org/octo-repo\").withIds(…)");
        }
        return value;
    }

    /**
     * The same repository with the numbers that the immutable subject is made of. {@code gh api repos/OWNER/NAME --jq '.owner.id,
     * .id'} prints them.
     *
     * @param ownerId the owner's number
     * @param repositoryId the repository's number
     * @return the repository, trusted in both spellings unless it was {@link #immutableOnly}
     * @throws IllegalArgumentException if one is not positive
     */
    public GitHubRepository withIds(long ownerId, long repositoryId) {
        return new GitHubRepository(owner, name, Optional.of(new Ids(ownerId, repositoryId)), classic, subjectTemplate);
    }

    /**
     * The same repository, trusted in the immutable spelling alone, so that no run of a new owner of the name assumes the role.
     *
     * @return the repository
     * @throws IllegalArgumentException if it has no ids
     */
    public GitHubRepository immutableOnly() {
        return new GitHubRepository(owner, name, ids, false, subjectTemplate);
    }

    /**
     * The same repository with the subject that it has opted in to.
     *
     * @param template the {@code include_claim_keys}; an organization's have no effect until the repository opts in
     * @return the repository
     */
    public GitHubRepository withSubjectTemplate(SubjectTemplate template) {
        return new GitHubRepository(owner, name, ids, classic, template);
    }

    /**
     * Owner and name.
     *
     * @return for example {@code octo-org/octo-repo}
     */
    public String fullName() {
        return owner + "/" + name;
    }

    /**
     * The runs of a branch that name no environment.
     *
     * @param name the branch, such as {@code main}, without {@code refs/heads/}
     * @return the subject, exact
     * @throws IllegalArgumentException if no branch can be called so, or the subject template does not tell branches apart
     */
    public GitHubSubject branch(String name) {
        return checked(new GitHubSubject.Branch(this, name));
    }

    /**
     * The runs of the branches that match a pattern and name no environment.
     *
     * @param pattern such as {@code release/*}; {@code *} does not stop at {@code /}
     * @return the subject, a pattern
     * @throws IllegalArgumentException if it holds no wildcard, no branch can match it, or the subject template does not tell
     *     branches apart
     */
    public GitHubSubject branchesLike(String pattern) {
        return checked(new GitHubSubject.BranchesLike(this, pattern));
    }

    /**
     * The runs of a tag that name no environment.
     *
     * @param name the tag, such as {@code v1.2.3}, without {@code refs/tags/}
     * @return the subject, exact
     * @throws IllegalArgumentException if no tag can be called so, or the subject template does not tell tags apart
     */
    public GitHubSubject tag(String name) {
        return checked(new GitHubSubject.Tag(this, name));
    }

    /**
     * The runs of the tags that match a pattern and name no environment.
     *
     * @param pattern such as {@code v*}; {@code *} does not stop at {@code /}
     * @return the subject, a pattern
     * @throws IllegalArgumentException if it holds no wildcard, no tag can match it, or the subject template does not tell tags
     *     apart
     */
    public GitHubSubject tagsLike(String pattern) {
        return checked(new GitHubSubject.TagsLike(this, pattern));
    }

    /**
     * The jobs that name an environment, of whatever ref and event. Its required reviewers are the gate: a rule for
     * branches alone admits every run of the default branch, also those that people outside the repository start.
     *
     * @param name the environment as GitHub shows it, such as {@code production}
     * @return the subject, exact
     * @throws IllegalArgumentException if the name is blank, over 255 characters or holds a wildcard, or the subject template
     *     does not tell environments apart
     */
    public GitHubSubject environment(String name) {
        return checked(new GitHubSubject.Environment(this, name));
    }

    /**
     * The pull requests, whose code is not reviewed.
     *
     * @return the subject, exact
     * @throws IllegalArgumentException if the subject template does not tell pull requests apart
     */
    public GitHubSubject pullRequest() {
        return checked(new GitHubSubject.PullRequest(this));
    }

    /**
     * Every run: any branch, any tag, any environment, and the pull requests.
     *
     * @return the subject, a pattern unless the subject template holds the repository alone
     * @throws IllegalArgumentException if the subject template does not put the repository first
     */
    public GitHubSubject anyRun() {
        return checked(new GitHubSubject.AnyRun(this));
    }

    /** Renders once, so that what cannot be rendered fails on the line that asked for it. */
    private static GitHubSubject checked(RepositorySubject subject) {
        subject.values();
        return subject;
    }

    /** The repository as {@code sub} has it, in each spelling that is trusted, the classic one first. */
    List<String> spellings() {
        return Stream.concat(
                        classic ? Stream.of(SubjectRepository.classic(this)) : Stream.empty(),
                        SubjectRepository.immutable(this).stream())
                .map(SubjectRepository::text)
                .toList();
    }

    /** The value of a claim that every run of this repository presents, where it is known. */
    Optional<String> claim(String claim) {
        return switch (claim) {
            case "repository" -> Optional.of(fullName());
            case "repository_owner" -> Optional.of(owner);
            case "repository_id" -> ids.map(known -> Long.toString(known.repository()));
            case "repository_owner_id" -> ids.map(known -> Long.toString(known.owner()));
            default -> Optional.empty();
        };
    }
}

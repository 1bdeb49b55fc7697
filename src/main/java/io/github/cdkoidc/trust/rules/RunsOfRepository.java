package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds runs of a named repository that a statement admits and does not name. */
final class RunsOfRepository {

    private static final Set<String> AUDIENCE = Set.of("aud");
    private static final Set<String> REF = Set.of("sub", "ref");

    private RunsOfRepository() {}

    /** Runs of every kind; a pull request shows it best. */
    static Optional<RuleMatch> anyRun(AllowStatement statement, Admission admission) {
        return admission
                .example()
                .map(token -> access(
                        statement,
                        admission.pullRequests().example().orElse(token),
                        "any run of " + admission.fullName()));
    }

    /** Pull requests that are open: the run of one that is merged is of the branch that it was merged into. */
    static Optional<RuleMatch> pullRequest(AllowStatement statement, Admission admission) {
        return admission
                .pullRequests()
                .example()
                .filter(token -> token.get("ref")
                        .filter(ref -> ref.startsWith("refs/pull/"))
                        .isPresent())
                .map(token -> access(statement, token, "a pull request of " + admission.fullName()));
    }

    static Optional<RuleMatch> unboundedBranches(AllowStatement statement, Admission admission) {
        return admission.branches().witness().map(token -> access(statement, token, "a branch outside the policy"));
    }

    static Optional<RuleMatch> unboundedTags(AllowStatement statement, Admission admission) {
        return admission.tags().witness().map(token -> access(statement, token, "a tag outside the policy"));
    }

    /** Environments, unless the branch is tested beside them. */
    static Optional<RuleMatch> unboundedEnvironments(AllowStatement statement, Admission admission) {
        return admission
                .environments()
                .witness()
                .filter(token -> statement.admits(TokenVariants.with(token, "ref", "refs/heads/any-branch")))
                .map(token -> access(statement, token, "an environment outside the policy"));
    }

    /** Tokens for another audience than AWS. */
    static Optional<RuleMatch> anyAudience(AllowStatement statement) {
        return statement
                .exposure()
                .audiences()
                .witness()
                .map(token -> RuleMatch.access(
                        statement.placeOf(AUDIENCE),
                        token,
                        "a token for the audience " + token.get("aud").orElse("")));
    }

    /** Branches that are named, and may be the default branch. */
    static Stream<RuleMatch> outsidersTrigger(AllowStatement statement) {
        return statement.exposure().admissions().stream()
                .filter(Admission::hasOneRepository)
                .filter(admission -> !admission.branches().isUnbounded())
                .flatMap(admission -> admission.branches().example().stream())
                .limit(1)
                .map(
                        token -> RuleMatch.admitted(
                                statement.placeOf(REF),
                                token,
                                "runs of " + token.get("ref").orElse("the branch")
                                        + " can assume the role whatever event "
                                        + "started them, and people outside the repository can start some on its default branch"));
    }

    private static RuleMatch access(AllowStatement statement, GitHubClaims token, String who) {
        return RuleMatch.access(statement.placeOf(AllowStatement.SUBJECT), token, who);
    }
}

package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.spelling.ClaimSpelling;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds runs of a named repository that a statement admits and does not name. */
final class RunsOfRepository {

    private static final Set<String> AUDIENCE = Set.of("aud");
    private static final Set<String> REF = Set.of("sub", "ref");

    private static final String OF_CHINA = "sts.amazonaws.com.cn";

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

    /** Audiences that the login action does not ask for unless it is told to. */
    static Stream<RuleMatch> otherAudience(AllowStatement statement) {
        List<ConditionEvaluator> tests = statement.conditionsOn(AUDIENCE);
        Set<String> audiences = new LinkedHashSet<>();
        tests.forEach(test -> test.condition().values().forEach(value -> audiences.add(value.asText())));
        boolean mistyped = audiences.stream()
                .anyMatch(audience -> ClaimSpelling.mistake("aud", audience).isPresent());
        if (mistyped || audiences.contains(OF_CHINA)) {
            return Stream.empty();
        }
        return statement.exposure().example().stream().flatMap(token -> otherAudience(statement, token, audiences));
    }

    private static Stream<RuleMatch> otherAudience(
            AllowStatement statement, GitHubClaims token, Set<String> audiences) {
        GitHubClaims login = TokenVariants.with(token, "aud", GitHubClaims.DEFAULT_AUDIENCE);
        if (statement.isDenied(login)) {
            return Stream.of(onlyOther(statement, login, token.get("aud").orElse("")));
        }
        return audiences.stream()
                .filter(audience -> !audience.equals(GitHubClaims.DEFAULT_AUDIENCE))
                .filter(audience -> audience.indexOf('*') < 0 && audience.indexOf('?') < 0)
                .map(audience -> TokenVariants.with(token, "aud", audience))
                .filter(statement::admits)
                .map(other -> alsoOther(statement, other));
    }

    private static RuleMatch onlyOther(AllowStatement statement, GitHubClaims login, String audience) {
        return RuleMatch.denied(
                        statement.placeOf(AUDIENCE),
                        login,
                        "the login action asks for the audience " + GitHubClaims.DEFAULT_AUDIENCE
                                + ", and aud admits \"" + audience
                                + "\", so its runs are denied unless they ask for that")
                .with("write " + GitHubClaims.DEFAULT_AUDIENCE + ", or ask for \"" + audience
                        + "\" with the action's input audience and add it to the provider's client ids");
    }

    private static RuleMatch alsoOther(AllowStatement statement, GitHubClaims other) {
        String audience = other.get("aud").orElse("");
        return RuleMatch.admitted(
                        statement.placeOf(AUDIENCE),
                        other,
                        "a token for the audience \"" + audience
                                + "\" can assume the role as well, if the provider's client ids hold it")
                .with("write " + GitHubClaims.DEFAULT_AUDIENCE + " alone, unless a workflow asks for \"" + audience
                        + "\"");
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

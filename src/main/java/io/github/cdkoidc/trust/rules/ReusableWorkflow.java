package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.Optional;
import java.util.Set;

/** Finds runs of a named workflow file that a statement admits and does not name. */
final class ReusableWorkflow {

    private static final String CLAIM = "job_workflow_ref";
    private static final Set<String> CLAIMS = Set.of(CLAIM);
    private static final String OTHER_FILE = "mallory/stranger/.github/workflows/any.yml@refs/heads/main";

    private ReusableWorkflow() {}

    /** The file is tested, and a repository of any owner can call it. */
    static Optional<RuleMatch> anyCaller(AllowStatement statement, Admission admission) {
        return admission
                .example()
                .filter(token -> isFileDemanded(statement, token))
                .map(token -> UnnamedOwner.access(statement.placeOf(CLAIMS), token));
    }

    /** The file is tested, and its ref is not. */
    static Optional<RuleMatch> anyWorkflowVersion(AllowStatement statement) {
        return statement.conditionsOn(CLAIMS).isEmpty()
                ? Optional.empty()
                : statement
                        .exposure()
                        .workflowFiles()
                        .witness()
                        .filter(token -> isFileDemanded(statement, token))
                        .map(token -> RuleMatch.access(
                                statement.placeOf(CLAIMS),
                                token,
                                "the workflow file " + token.get(CLAIM).orElse("")));
    }

    /** Whether the run is not admitted if it calls another file. */
    private static boolean isFileDemanded(AllowStatement statement, GitHubClaims token) {
        return !statement.conditionsOn(CLAIMS).isEmpty()
                && !statement.admits(TokenVariants.with(token, CLAIM, OTHER_FILE));
    }
}

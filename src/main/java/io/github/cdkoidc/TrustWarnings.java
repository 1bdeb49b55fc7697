package io.github.cdkoidc;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.RepositorySubject;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.TrustRequest;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules of the catalogue say of whom a role trusts. The subjects of a repository tell by their kind which rule they are about,
 * so that nothing has to be computed for most roles; a {@code sub} that is written by hand is judged by {@link TrustPolicy#lint}.
 */
final class TrustWarnings {

    private final TrustRequest trust;
    private final Set<RoleWarning> warnings = new LinkedHashSet<>();

    private TrustWarnings(TrustRequest trust) {
        this.trust = trust;
    }

    /**
     * What is to be said.
     *
     * @param trust whom the role trusts
     * @param policy the same as a policy, with whatever is known of the provider
     */
    static List<RoleWarning> of(TrustRequest trust, TrustPolicy policy) {
        TrustWarnings all = new TrustWarnings(trust);
        for (GitHubSubject subject : trust.subjects()) {
            if (subject instanceof RepositorySubject runs) {
                all.ofRuns(runs);
                all.ofNames(runs);
            }
        }
        all.ofWorkflowFiles();
        all.ofSubjectsByHand();
        int length = policy.document().length();
        if (length > PolicyDocument.DEFAULT_QUOTA) {
            String what = "trust policy has " + length + " characters";
            all.add(TrustRule.TRUST_POLICY_OVER_DEFAULT_QUOTA, what, "");
        }
        return List.copyOf(all.warnings);
    }

    private void add(TrustRule rule, String what, String instead) {
        warnings.add(RoleWarning.of(rule, what + ": " + rule.title(), instead));
    }

    private void ofRuns(RepositorySubject runs) {
        String what = runs.context() + " of " + shown(runs);
        if (runs instanceof GitHubSubject.Environment environment) {
            if (SubjectFormat.twin(environment.name()).isPresent() && !isExact(GitHubClaim.ENVIRONMENT)) {
                String claim = "claim(GitHubClaim.ENVIRONMENT, \"" + environment.name() + "\")";
                add(TrustRule.AMBIGUOUS_ENVIRONMENT, what, claim);
            }
        } else if (isExact(GitHubClaim.ENVIRONMENT) || isExact(GitHubClaim.REF)) {
            return;
        } else if (runs instanceof GitHubSubject.AnyRun) {
            add(TrustRule.ANY_RUN, what, "branch(\"main\") or environment(\"production\")");
        } else if (runs instanceof GitHubSubject.PullRequest) {
            add(TrustRule.PULL_REQUEST, what, "environment(\"…\")");
        } else if (runs instanceof GitHubSubject.BranchesLike) {
            add(TrustRule.UNBOUNDED_BRANCHES, what, "branch(\"…\") for each");
        } else if (runs instanceof GitHubSubject.TagsLike) {
            add(TrustRule.UNBOUNDED_TAGS, what, "tag(\"…\") for each");
        }
    }

    /** Whether a claim is tested for names that are written out. */
    private boolean isExact(GitHubClaim claim) {
        List<ClaimValue> values = trust.claims().getOrDefault(claim, List.of());
        return !values.isEmpty() && values.stream().noneMatch(ClaimValue::isPattern);
    }

    private void ofNames(RepositorySubject runs) {
        if (runs.repository().ids().isEmpty() && trust.issuer().mintsImmutableSubjects()) {
            boolean numbered = isExact(GitHubClaim.REPOSITORY_ID) || isExact(GitHubClaim.REPOSITORY_OWNER_ID);
            String name = shown(runs);
            add(
                    numbered ? TrustRule.ONE_SPELLING : TrustRule.REPOSITORY_WITHOUT_IDS,
                    name,
                    "withIds(ownerId, repositoryId) with the numbers of `gh api repos/" + name
                            + " --jq '.owner.id, .id'`");
        }
    }

    /** A repository that is a token of the CDK has no name yet. */
    private static String shown(RepositorySubject runs) {
        String name = runs.repository().fullName();
        return CdkToken.isIn(name) ? "OWNER/NAME" : name;
    }

    private void ofWorkflowFiles() {
        for (ClaimValue file : trust.claims().getOrDefault(GitHubClaim.JOB_WORKFLOW_REF, List.of())) {
            if (file.isPattern()) {
                add(TrustRule.ANY_WORKFLOW_VERSION, file.text(), "claim(GitHubClaim.JOB_WORKFLOW_REF, \"…\")");
            }
        }
    }

    private void ofSubjectsByHand() {
        List<GitHubSubject> byHand = trust.subjects().stream()
                .filter(GitHubSubject.Custom.class::isInstance)
                .toList();
        if (!byHand.isEmpty()) {
            TrustRequest part = new TrustRequest(trust.issuer(), trust.audience(), byHand, trust.claims());
            part.policy(trust.issuer().providerArn("aws", RolePlan.ANY_ACCOUNT)).lint().stream()
                    .filter(finding -> finding.rule().severity() != Severity.INFO)
                    .filter(finding -> finding.rule() != TrustRule.TRUST_POLICY_OVER_DEFAULT_QUOTA)
                    .map(TrustWarnings::found)
                    .forEach(warnings::add);
        }
    }

    private static RoleWarning found(Finding finding) {
        return RoleWarning.of(finding.rule(), finding.message(), "");
    }
}

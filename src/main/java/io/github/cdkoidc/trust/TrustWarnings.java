package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.CdkToken;
import io.github.cdkoidc.claims.ClaimValue;
import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.claims.GitHubIssuer;
import io.github.cdkoidc.claims.GitHubSubject;
import io.github.cdkoidc.claims.RepositorySubject;
import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.trust.rules.Severity;
import io.github.cdkoidc.trust.rules.TrustRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the warnings of a request. The kind of a repository's subject says which rule it is about, so nothing is computed for most roles;
 * a {@code sub} that is written by hand is checked by {@link TrustPolicy#lint}.
 */
final class TrustWarnings {

    private final TrustRequest trust;
    private final Set<TrustWarning> warnings = new LinkedHashSet<>();

    private TrustWarnings(TrustRequest trust) {
        this.trust = trust;
    }

    static List<TrustWarning> of(TrustRequest trust) {
        TrustWarnings all = new TrustWarnings(trust);
        for (GitHubSubject subject : trust.subjects()) {
            if (subject instanceof RepositorySubject runs) {
                all.ofRuns(runs);
                all.ofNames(runs);
            }
        }
        all.ofWorkflowFiles();
        all.ofSubjectsByHand();
        int length = trust.policy().document().length();
        if (length > PolicyDocument.DEFAULT_QUOTA) {
            all.add(TrustRule.TRUST_POLICY_OVER_DEFAULT_QUOTA, "trust policy has " + length + " characters", "");
        }
        all.ofUndocumentedClaims();
        all.ofDeployedValues();
        return List.copyOf(all.warnings);
    }

    private void add(TrustRule rule, String what, String instead) {
        warnings.add(TrustWarning.of(rule, what + ": " + rule.title(), instead));
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
            String numbers = "`gh api repos/" + name + " --jq '.owner.id, .id'`";
            TrustRule rule = numbered ? TrustRule.ONE_SPELLING : TrustRule.REPOSITORY_WITHOUT_IDS;
            add(rule, name, "withIds(ownerId, repositoryId) with the numbers of " + numbers);
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
            trust.of(byHand).policy().lint().stream()
                    .filter(finding -> finding.rule().severity() != Severity.INFO)
                    .filter(finding -> finding.rule() != TrustRule.TRUST_POLICY_OVER_DEFAULT_QUOTA)
                    .map(TrustWarning::of)
                    .forEach(warnings::add);
        }
    }

    /** What the deployment puts into a value is a policy variable if it holds a dollar sign with a brace, and cannot be escaped before. */
    private void ofDeployedValues() {
        boolean deployed = Stream.concat(
                        trust.subjects().stream().flatMap(subject -> subject.values().stream()),
                        trust.claims().values().stream().flatMap(List::stream))
                .anyMatch(value -> CdkToken.isIn(value.text()));
        if (deployed) {
            warnings.add(new TrustWarning(
                    TrustRule.NOT_JUDGED.id(),
                    "a subject or claim holds a CDK token, and a value that holds ${…} is a policy variable at deployment, which "
                            + "other runs can meet: write the name, or give the parameter an AllowedPattern that takes no $, such as "
                            + "[A-Za-z0-9._/-]+"));
        }
    }

    private void ofUndocumentedClaims() {
        if (!trust.claims().isEmpty() && !trust.issuer().equals(GitHubIssuer.GITHUB_COM)) {
            warnings.add(new TrustWarning(
                    "undocumentedClaim",
                    "claims " + trust.claims().keySet() + " are tested in tokens of " + trust.issuer()
                            + ", and AWS documents their condition keys for github.com alone, so every run may be denied: "
                            + "try one run before you rely on it, or leave claim(…) out"));
        }
    }
}

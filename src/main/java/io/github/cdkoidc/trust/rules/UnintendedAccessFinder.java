package io.github.cdkoidc.trust.rules;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.exposure.Admission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds out who gets in by a grant that nobody has named. */
final class UnintendedAccessFinder {

    private static final Set<String> SUBJECT = Set.of("sub");
    private static final Set<String> AUDIENCE = Set.of("aud");
    private static final Set<String> WORKFLOW = Set.of("job_workflow_ref");

    private final AllowStatement grant;
    private final List<UnintendedAccess> leaks = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();

    private UnintendedAccessFinder(AllowStatement grant) {
        this.grant = grant;
    }

    static List<UnintendedAccess> of(AllowStatement grant) {
        UnintendedAccessFinder leaks = new UnintendedAccessFinder(grant);
        leaks.find();
        return List.copyOf(leaks.leaks);
    }

    private void find() {
        List<Admission> admissions = grant.exposure().admissions();
        Optional<GitHubClaims> stranger = UnnamedOwnerFinder.in(grant.exposure());
        if (stranger.isPresent()) {
            add(UnnamedOwnerFinder.leak(grant, stranger.get()));
        } else {
            if (!FixedRepositoryPrefix.isDemandedBy(grant)) {
                chosenSubject();
            }
            first(admissions, admission -> !admission.hasOneRepository()).ifPresent(this::otherRepository);
            admissions.stream().filter(Admission::hasOneRepository).forEach(this::runs);
        }
        grant.exposure()
                .audiences()
                .witness()
                .ifPresent(token -> add(
                        TrustRule.ANY_AUDIENCE,
                        AUDIENCE,
                        token,
                        "a token for " + token.get("aud").orElse("")));
        if (!grant.conditionsOn(WORKFLOW).isEmpty()) {
            grant.exposure().workflowFiles().witness().ifPresent(this::workflow);
        }
    }

    private static Optional<GitHubClaims> first(List<Admission> admissions, Predicate<Admission> wanted) {
        return admissions.stream()
                .filter(wanted)
                .flatMap(admission -> admission.example().stream())
                .findFirst();
    }

    private void chosenSubject() {
        first(grant.customised().admissions(), admission -> !admission.hasOneOwner())
                .ifPresent(token ->
                        add(TrustRule.CHOSEN_SUBJECT, SUBJECT, token, "any repository that customises its subject"));
    }

    private void otherRepository(GitHubClaims token) {
        String name = token.get("repository").orElse("a repository");
        boolean any = grant.admits(TokenVariants.ofRepository(token, "any-repo"))
                && grant.admits(TokenVariants.ofRepository(token, "stranger"));
        add(
                any ? TrustRule.ANY_REPOSITORY_OF_OWNER : TrustRule.NAME_PREFIX,
                SUBJECT,
                token,
                name + ", which nobody has named,");
    }

    private void runs(Admission of) {
        if (of.isAnyRun()) {
            of.example()
                    .ifPresent(token ->
                            add(TrustRule.ANY_RUN, SUBJECT, pullRequest(of, token), "any run of " + of.fullName()));
            return;
        }
        of.pullRequests()
                .example()
                .ifPresent(token -> add(TrustRule.PULL_REQUEST, SUBJECT, token, "a pull request of " + of.fullName()));
        of.branches()
                .witness()
                .ifPresent(
                        token -> add(TrustRule.UNBOUNDED_BRANCHES, SUBJECT, token, "a branch that nobody has named"));
        of.tags()
                .witness()
                .ifPresent(token -> add(TrustRule.UNBOUNDED_TAGS, SUBJECT, token, "a tag that nobody has named"));
        of.environments()
                .witness()
                .filter(token -> grant.admits(TokenVariants.with(token, "ref", "refs/heads/any-branch")))
                .ifPresent(token ->
                        add(TrustRule.UNBOUNDED_ENVIRONMENTS, SUBJECT, token, "an environment that nobody has named"));
    }

    private static GitHubClaims pullRequest(Admission of, GitHubClaims otherwise) {
        return of.pullRequests().example().orElse(otherwise);
    }

    private void workflow(GitHubClaims token) {
        GitHubClaims elsewhere = TokenVariants.with(token, "job_workflow_ref", UnnamedOwnerFinder.FILE);
        if (!grant.admits(elsewhere)) {
            add(
                    TrustRule.ANY_WORKFLOW_VERSION,
                    WORKFLOW,
                    token,
                    "the workflow file " + token.get("job_workflow_ref").orElse(""));
        }
    }

    private void add(TrustRule rule, Set<String> claims, GitHubClaims token, String what) {
        add(new UnintendedAccess(rule, grant.placeOf(claims), token, what));
    }

    private void add(UnintendedAccess leak) {
        if (grant.admits(leak.witness())) {
            UnintendedAccess blamed =
                    OperatorModifierFinder.toBlame(grant, leak).orElse(leak);
            if (seen.add(List.of(blamed.rule(), blamed.place(), blamed.rule() == leak.rule() ? leak.what() : ""))) {
                leaks.add(blamed);
            }
        }
    }
}

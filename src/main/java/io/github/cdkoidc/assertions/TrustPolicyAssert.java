package io.github.cdkoidc.assertions;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.claims.GitHubRepository;
import io.github.cdkoidc.trust.TrustPolicy;
import io.github.cdkoidc.trust.decision.Decision;
import io.github.cdkoidc.trust.exposure.AdmittedPrincipal;
import io.github.cdkoidc.trust.exposure.Exposure;
import io.github.cdkoidc.trust.rules.Finding;
import io.github.cdkoidc.trust.rules.Severity;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a trust policy. One that fails says why the policy decides otherwise. */
public final class TrustPolicyAssert extends AbstractAssert<TrustPolicyAssert, TrustPolicy> {

    TrustPolicyAssert(@Nullable TrustPolicy policy) {
        super(policy, TrustPolicyAssert.class);
    }

    /**
     * The policy admits each of these runs. An answer that is undecided fails.
     *
     * @param runs the claims of the runs, at least one
     * @return this
     * @throws AssertionError if it does not admit one, with {@link Decision#explain}
     */
    public TrustPolicyAssert allows(GitHubClaims... runs) {
        return all(runs, Decision::isAllowed, "to be allowed");
    }

    /**
     * The policy denies each of these runs. An answer that is undecided fails.
     *
     * @param runs the claims of the runs, at least one
     * @return this
     * @throws AssertionError if it does not deny one, with {@link Decision#explain}
     */
    public TrustPolicyAssert denies(GitHubClaims... runs) {
        return all(runs, Decision::isDenied, "to be denied");
    }

    private TrustPolicyAssert all(GitHubClaims[] runs, Predicate<Decision> wanted, String expectation) {
        isNotNull();
        if (runs.length == 0) {
            throw new IllegalArgumentException(
                    "there is no run, and nothing would be asserted: write GitHubClaims.of(repository)…build()");
        }
        String failures = Stream.of(runs)
                .map(actual::decide)
                .filter(wanted.negate())
                .map(Decision::explain)
                .collect(joining("\n"));
        if (!failures.isEmpty()) {
            failWithMessage("%nExpecting a run %s, but it is %s", expectation, failures);
        }
        return this;
    }

    /**
     * The policy admits no run of another repository, whatever its branch, tag, environment or event, and also if its {@code sub} is
     * customised, and no principal of an account that is not known to be the role's own. That it admits runs of these is for {@link
     * #allows} to assert.
     *
     * @param repositories the repositories, at least one; one with ids is also known by its ids alone
     * @return this
     * @throws AssertionError if it admits one, with {@link Decision#explain} of that run or the name of the principal, or if that is
     *     not known
     */
    public TrustPolicyAssert admitsOnly(GitHubRepository... repositories) {
        isNotNull();
        if (repositories.length == 0) {
            throw new IllegalArgumentException(
                    "there is no repository, and nothing would be asserted: write GitHubRepository.of(\"octo-org/octo-repo\")");
        }
        for (Exposure all : List.of(actual.exposure(), actual.exposureOfCustomisedSubjects())) {
            Exposure others = all.except(List.of(repositories));
            if (!others.isNone()) {
                failWithMessage(
                        "%nExpecting only runs of %s to be allowed, but %s", names(repositories), refuted(others));
            }
        }
        String principals = actual.otherPrincipals().stream()
                .filter(principal ->
                        principal.isAdmitted() && principal.origin().mayBeForeign())
                .map(AdmittedPrincipal::toString)
                .collect(joining("; "));
        if (!principals.isEmpty()) {
            failWithMessage("%nExpecting only runs of %s to be allowed, but %s", names(repositories), principals);
        }
        return this;
    }

    private static String names(GitHubRepository... repositories) {
        return Stream.of(repositories).map(GitHubRepository::fullName).collect(joining(", "));
    }

    private String refuted(Exposure others) {
        return others.example()
                .map(run -> "another is " + actual.decide(run).explain())
                .orElseGet(() -> "others may be, " + others);
    }

    /**
     * No rule finds an error or a warning. What a policy cannot show, such as an environment's protection rules, is not counted here.
     *
     * @return this
     * @throws AssertionError if one does, with all findings and {@link Decision#explain} of the runs that prove them
     */
    public TrustPolicyAssert hasNoFindings() {
        isNotNull();
        String findings = actual.lint().stream()
                .filter(finding -> finding.rule().severity() != Severity.INFO)
                .map(this::shown)
                .collect(joining("\n"));
        if (!findings.isEmpty()) {
            failWithMessage("%nExpecting no findings, but there are%n%s", findings);
        }
        return this;
    }

    private String shown(Finding finding) {
        return finding
                + finding.witness()
                        .map(run -> "\nthe run that proves it is "
                                + actual.decide(run).explain())
                        .orElse("");
    }
}

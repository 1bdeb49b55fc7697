package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.AwsLogin;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.PredictedToken;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a role lets in a run. Where something outside of the workflow decides what the run presents, there is an answer for each.
 *
 * @param role the role
 * @param cases the answers, one or more
 */
public record RoleCoverage(DoctorRole role, List<Case> cases) {

    /**
     * The answer to one of the tokens that a run presents.
     *
     * @param token the token
     * @param verdict the answer
     */
    public record Case(PredictedToken token, RunCoverage verdict) {

        /** The answer and what it takes; the subject, where tokens take the same. */
        private String shown(List<Case> all) {
            boolean alone = all.stream()
                    .filter(other -> other.token.assuming().equals(token.assuming()))
                    .allMatch(this::equals);
            String assuming = String.join(" and ", token.assuming());
            String answer = verdict.answer() == RunCoverage.Answer.UNKNOWN ? "unknown" : "" + verdict.answer();
            return "it is " + answer + " if "
                    + (alone ? assuming : "sub is " + token.sub().shown() + " (" + assuming + ")");
        }
    }

    /** Takes a copy. */
    public RoleCoverage {
        cases = List.copyOf(cases);
    }

    /**
     * Asks a role's policy.
     *
     * @param role the role
     * @param run the run
     * @param audience whom its token is for
     * @return the answer
     */
    static RoleCoverage of(DoctorRole role, PredictedRun run, ClaimText audience) {
        return new RoleCoverage(
                role,
                run.tokens().stream()
                        .map(token -> token.withAudience(audience))
                        .map(token -> new Case(token, role.policy().decide(token.possibleClaims())))
                        .toList());
    }

    /**
     * Asks a role's policy.
     *
     * @param role the role
     * @param run the run
     * @param login the login, which says whom the token is for
     * @return the answer, whether or not the run gets a token at all
     */
    public static RoleCoverage of(DoctorRole role, PredictedRun run, AwsLogin login) {
        return of(role, run, login.audience());
    }

    /**
     * The answer.
     *
     * @return the one of all cases; that it cannot be known, if they differ
     */
    public RunCoverage.Answer answer() {
        Set<RunCoverage.Answer> answers = answers();
        return answers.size() == 1 ? answers.iterator().next() : RunCoverage.Answer.UNKNOWN;
    }

    private Set<RunCoverage.Answer> answers() {
        return cases.stream().map(one -> one.verdict().answer()).collect(Collectors.toSet());
    }

    /**
     * Why the answer cannot be known.
     *
     * @return the reasons, each once; none if it is known
     */
    public List<String> because() {
        if (answers().size() > 1) {
            return List.of(
                    cases.stream().map(one -> one.shown(cases)).distinct().collect(Collectors.joining("; ")));
        }
        return cases.stream()
                .flatMap(one -> one.verdict().because().stream())
                .distinct()
                .toList();
    }

    /** Whether some token surely gets in, whatever is not known. */
    boolean surelyAdmits() {
        return cases.stream().allMatch(one -> one.verdict().admitsSome());
    }

    /** A token that gets in, if any surely does or could. */
    Optional<GitHubClaims> admitted() {
        return cases.stream().flatMap(one -> one.verdict().admitted().stream()).findFirst();
    }

    /** A token that does not get in. */
    Optional<GitHubClaims> refused() {
        return cases.stream().flatMap(one -> one.verdict().refused().stream()).findFirst();
    }

    /** The answer, and what proves it or what it depends on. */
    @Override
    public String toString() {
        return answers().size() == 1 && answer() != RunCoverage.Answer.UNKNOWN
                ? cases.get(0).verdict().toString()
                : answer() + ", because " + String.join("; and ", because());
    }
}

package io.github.cdkoidc.doctor;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.trust.coverage.RunCoverage;
import io.github.cdkoidc.workflow.PredictedRun;
import io.github.cdkoidc.workflow.PredictedToken;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a role admits a run: one case for each answer, where something outside the workflow decides what the run presents. */
public record RoleCoverage(DoctorRole role, List<Case> cases) {

    /** The answer to one of the tokens that a run presents. */
    public record Case(PredictedToken token, RunCoverage coverage) {

        /** The answer and what it takes; the subject, where tokens take the same. */
        private String shown(List<Case> all) {
            boolean alone = all.stream()
                    .filter(other -> other.token.assuming().equals(token.assuming()))
                    .allMatch(this::equals);
            String assuming = String.join(" and ", token.assuming());
            String answer = coverage.answer() == RunCoverage.Answer.UNKNOWN ? "unknown" : "" + coverage.answer();
            return "it is " + answer + " if "
                    + (alone ? assuming : "sub is " + token.sub().shown() + " (" + assuming + ")");
        }
    }

    public RoleCoverage {
        cases = List.copyOf(cases);
    }

    /** Asks a role's policy about the tokens of a run for an audience, whether or not the run gets a token at all. */
    static RoleCoverage of(DoctorRole role, PredictedRun run, ClaimText audience) {
        return new RoleCoverage(
                role,
                run.tokens().stream()
                        .map(token -> token.withAudience(audience))
                        .map(token -> new Case(token, role.policy().decide(token.possibleClaims())))
                        .toList());
    }

    /** The answer of all cases; unknown, if they differ. */
    public RunCoverage.Answer answer() {
        Set<RunCoverage.Answer> answers = answers();
        return answers.size() == 1 ? answers.iterator().next() : RunCoverage.Answer.UNKNOWN;
    }

    private Set<RunCoverage.Answer> answers() {
        return cases.stream().map(one -> one.coverage().answer()).collect(Collectors.toSet());
    }

    /** Why the answer is not known, each reason once; none if it is known. */
    public List<String> because() {
        if (answers().size() > 1) {
            return List.of(
                    cases.stream().map(one -> one.shown(cases)).distinct().collect(Collectors.joining("; ")));
        }
        return cases.stream()
                .flatMap(one -> one.coverage().because().stream())
                .distinct()
                .toList();
    }

    /** Whether some token is surely admitted, whatever is not known. */
    boolean surelyAdmits() {
        return cases.stream().allMatch(one -> one.coverage().admitsSome());
    }

    /** A token that is admitted, if any surely is or could be. */
    Optional<GitHubClaims> admitted() {
        return cases.stream().flatMap(one -> one.coverage().admitted().stream()).findFirst();
    }

    /** A token that is denied. */
    Optional<GitHubClaims> refused() {
        return cases.stream().flatMap(one -> one.coverage().refused().stream()).findFirst();
    }

    /** The answer, and what proves it or what it depends on. */
    @Override
    public String toString() {
        return answers().size() == 1 && answer() != RunCoverage.Answer.UNKNOWN
                ? cases.get(0).coverage().toString()
                : answer() + ", because " + String.join("; and ", because());
    }
}

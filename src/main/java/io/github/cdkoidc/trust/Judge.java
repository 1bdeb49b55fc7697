package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.GitHubClaims;
import java.util.ArrayList;
import java.util.List;

/** A policy, ready to be asked of many runs. */
final class Judge {

    private final PolicyDocument document;
    private final List<StatementJudge> statements = new ArrayList<>();

    Judge(PolicyDocument document) {
        this.document = document;
        for (Statement statement : document.statements()) {
            statements.add(new StatementJudge(statement, statements.size() + 1, document));
        }
    }

    PolicyDocument document() {
        return document;
    }

    List<StatementJudge> statements() {
        return statements;
    }

    /** Any statement that applies and denies wins; otherwise any that applies and allows; otherwise the run is denied. */
    Evaluation evaluate(GitHubClaims claims) {
        Run run = Run.of(claims);
        List<StatementJudge.Outcome> outcomes = new ArrayList<>(statements.size());
        Truth allowed = Truth.FALSE;
        Truth denied = Truth.FALSE;
        for (StatementJudge statement : statements) {
            StatementJudge.Outcome outcome = statement.outcome(run);
            outcomes.add(outcome);
            if (outcome.effect() == Effect.DENY) {
                denied = denied.or(outcome.applies());
            } else {
                allowed = allowed.or(outcome.applies());
            }
        }
        return new Evaluation(run, outcomes, allowed.and(denied.not()));
    }
}

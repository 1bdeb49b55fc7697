package io.github.cdkoidc.internal.evaluate;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** Decides many runs by one policy. */
public final class PolicyEvaluator {

    private final PolicyDocument document;
    private final Assumption assumption;
    private final List<StatementEvaluator> statements = new ArrayList<>();

    /** Decides runs by what is surely known of a policy. */
    public PolicyEvaluator(PolicyDocument document) {
        this(document, Assumption.NONE);
    }

    /** Decides runs by a policy whose unknown parts count as is assumed. */
    public PolicyEvaluator(PolicyDocument document, Assumption assumption) {
        this.document = document;
        this.assumption = assumption;
        for (Statement statement : document.statements()) {
            statements.add(new StatementEvaluator(statement, statements.size() + 1, document, assumption));
        }
    }

    /** Decides runs by the same policy under another assumption. */
    public PolicyEvaluator assuming(Assumption other) {
        return assumption.equals(other) ? this : new PolicyEvaluator(document, other);
    }

    public PolicyDocument document() {
        return document;
    }

    public List<StatementEvaluator> statements() {
        return statements;
    }

    /** Any statement that applies and denies wins; otherwise any that applies and allows; otherwise the run is denied. */
    public Evaluation evaluate(GitHubClaims claims) {
        TokenRequest run = TokenRequest.of(claims);
        List<StatementEvaluator.Outcome> outcomes = new ArrayList<>(statements.size());
        Ternary allowed = Ternary.FALSE;
        Ternary denied = Ternary.FALSE;
        for (StatementEvaluator statement : statements) {
            StatementEvaluator.Outcome outcome = statement.outcome(run);
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

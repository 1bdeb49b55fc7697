package io.github.cdkoidc.trust.decision;

import io.github.cdkoidc.claims.GitHubClaims;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.PolicyEvaluator;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one statement does wrong by a run that is denied: an Allow that does not apply, or a Deny that does. */
final class StatementDenial {

    private static final int HOPELESS = 100;

    private final StatementEvaluator statement;
    private final TokenRequest run;
    private final Optional<DenialReason> action;
    private final Optional<DenialReason> principal;
    private final List<ConditionEvaluator> wrong = new ArrayList<>();
    private final Ternary result;

    /** Conditions are tested as they would be after the edits of action and principal. */
    StatementDenial(PolicyDocument document, StatementEvaluator.Outcome outcome, TokenRequest run) {
        int number = outcome.test().number();
        this.run = run;
        this.result = Ternary.of(outcome.effect() == Effect.DENY);
        this.action = outcome.action() == Ternary.FALSE
                ? Optional.of(new ActionCause(outcome.test().statement(), number).diagnosis())
                : Optional.empty();
        this.principal = outcome.principal() == Ternary.FALSE
                ? Optional.of(new PrincipalCause(outcome.test().statement(), number, run).diagnosis())
                : Optional.empty();
        List<PolicyEdit> edits = new ArrayList<>();
        action.ifPresent(diagnosis -> edits.addAll(diagnosis.edits()));
        principal.ifPresent(diagnosis -> edits.addAll(diagnosis.edits()));
        this.statement = edits.isEmpty()
                ? outcome.test()
                : new PolicyEvaluator(PolicyEdit.all(edits, document))
                        .statements()
                        .get(number - 1);
        if (!isHopeless()) {
            for (ConditionEvaluator condition : statement.conditions()) {
                if (condition.test(run) == result) {
                    wrong.add(condition);
                }
            }
        }
    }

    /** Whether the statement is about other tokens altogether. */
    private boolean isHopeless() {
        return principal.filter(diagnosis -> diagnosis.edits().isEmpty()).isPresent();
    }

    int number() {
        return statement.number();
    }

    Optional<DenialReason> action() {
        return action;
    }

    Optional<DenialReason> principal() {
        return principal;
    }

    /** The conditions that are to turn out the other way. */
    List<ConditionEvaluator> wrong() {
        return wrong;
    }

    Ternary result() {
        return result;
    }

    /** How far the statement is from admitting the run; the less, the nearer. */
    int distance() {
        return (isHopeless() ? HOPELESS : 0)
                + (action.isPresent() ? 1 : 0)
                + (principal.isPresent() ? 1 : 0)
                + wrong.size();
    }

    /** What the statement wants of {@code sub} has so many characters in common with what is presented. */
    int likeness() {
        int most = 0;
        for (ConditionEvaluator condition : wrong) {
            String presented = run.claim(condition.key());
            if (presented != null) {
                Counterfactual counterfactual = Counterfactual.of(statement, condition, run);
                most = Math.max(most, Likeness.of(counterfactual.nearest(presented), presented));
            }
        }
        return most;
    }

    /** What is wrong with a condition. */
    List<DenialReason> of(ConditionEvaluator condition) {
        return DenialReason.of(Counterfactual.of(statement, condition, run), result);
    }

    /** The statement that is nearest to admitting a run. */
    static Optional<StatementDenial> nearest(List<StatementDenial> statements) {
        StatementDenial nearest = null;
        for (StatementDenial one : statements) {
            if (nearest == null
                    || one.distance() < nearest.distance()
                    || (one.distance() == nearest.distance() && one.likeness() > nearest.likeness())) {
                nearest = one;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Whether a document admits a run, as far as that is known, and no run of another owner that it denied before. */
    static boolean isSafe(PolicyDocument before, PolicyDocument after, TokenRequest run, boolean admits) {
        PolicyEvaluator was = new PolicyEvaluator(before);
        PolicyEvaluator is = new PolicyEvaluator(after);
        if (!isWritable(after) || (admits && is.evaluate(run.claims()).isDenied())) {
            return false;
        }
        for (GitHubClaims foreign : ForeignRuns.of(run)) {
            if (!is.evaluate(foreign).isDenied() && was.evaluate(foreign).isDenied()) {
                return false;
            }
        }
        return true;
    }

    /** Whether JSON holds all of it: of two conditions of one operator and key, it keeps one. */
    private static boolean isWritable(PolicyDocument document) {
        return PolicyDocument.parse(document.toJson()).equals(document);
    }
}

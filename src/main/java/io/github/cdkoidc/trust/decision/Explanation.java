package io.github.cdkoidc.trust.decision;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.Evaluation;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.UndecidedReason;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.OneOrMany;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts an answer into words, from the results that the answer was made of. */
final class Explanation {

    private final TokenRequest run;
    private final List<StatementEvaluator.Outcome> outcomes;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Evaluation evaluation) {
        this.run = evaluation.run();
        this.outcomes = evaluation.outcomes();
    }

    static String of(Evaluation evaluation) {
        Explanation explanation = new Explanation(evaluation);
        switch (evaluation.allowed()) {
            case TRUE -> explanation.allowed();
            case FALSE -> explanation.denied();
            case UNKNOWN -> explanation.undecided();
        }
        return String.join("\n", explanation.lines) + "\n";
    }

    private List<StatementEvaluator.Outcome> that(Effect effect, Ternary applies) {
        List<StatementEvaluator.Outcome> those = new ArrayList<>();
        for (StatementEvaluator.Outcome outcome : outcomes) {
            if (outcome.effect() == effect && outcome.applies() == applies) {
                those.add(outcome);
            }
        }
        return those;
    }

    private void allowed() {
        StatementEvaluator.Outcome deciding = that(Effect.ALLOW, Ternary.TRUE).get(0);
        lines.add("allowed: " + name(deciding) + " admits this run");
        run();
        applies(deciding);
    }

    private void denied() {
        List<StatementEvaluator.Outcome> denying = that(Effect.DENY, Ternary.TRUE);
        if (denying.isEmpty()) {
            lines.add("denied: no statement admits this run");
            run();
            for (StatementEvaluator.Outcome outcome : that(Effect.ALLOW, Ternary.FALSE)) {
                failed(outcome);
            }
            return;
        }
        lines.add("denied: " + name(denying.get(0)) + " denies this run, whatever other statements allow");
        run();
        denying.forEach(this::applies);
    }

    private void paragraph(String text) {
        lines.add("");
        lines.add(text);
    }

    private void applies(StatementEvaluator.Outcome outcome) {
        paragraph(name(outcome) + " applies");
        conditions(outcome, Ternary.TRUE);
    }

    private void undecided() {
        List<StatementEvaluator.Outcome> open = Stream.of(Effect.values())
                .flatMap(effect -> that(effect, Ternary.UNKNOWN).stream())
                .toList();
        lines.add("undecided, because "
                + open.stream()
                        .flatMap(outcome -> UndecidedReason.of(outcome, run).stream())
                        .distinct()
                        .collect(joining("; and ")));
        run();
        that(Effect.ALLOW, Ternary.TRUE)
                .forEach(outcome -> paragraph(name(outcome) + " admits this run, unless another statement denies it"));
        for (StatementEvaluator.Outcome outcome : open) {
            paragraph(
                    name(outcome) + (outcome.effect() == Effect.ALLOW ? " may admit this run" : " may deny this run"));
            UndecidedReason.of(outcome, run).forEach(reason -> lines.add("  because " + reason));
        }
    }

    private void run() {
        paragraph("the run presents");
        lines.add("  iss  " + run.issuer());
        for (String claim : List.of("aud", "sub")) {
            String value = run.claim(claim);
            lines.add("  " + claim + "  " + (value == null ? "nothing" : value));
        }
    }

    private static String name(StatementEvaluator.Outcome outcome) {
        Statement statement = outcome.test().statement();
        return "statement " + outcome.test().number()
                + statement.sid().map(sid -> " \"" + sid + "\"").orElse("") + " ("
                + statement.effect().iamName() + ")";
    }

    private void failed(StatementEvaluator.Outcome outcome) {
        Statement statement = outcome.test().statement();
        paragraph(name(outcome) + " does not apply");
        if (outcome.action() == Ternary.FALSE) {
            lines.add("  " + statement.actions().element() + " "
                    + OneOrMany.of(statement.actions().values()) + " is not about "
                    + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY
                    + ", which every run asks for");
        }
        if (outcome.principal() == Ternary.FALSE) {
            lines.add("  " + statement.principals().element() + " "
                    + statement.principals().toJson() + " is not about the provider of " + run.issuer());
        }
        conditions(outcome, Ternary.FALSE);
    }

    private void conditions(StatementEvaluator.Outcome outcome, Ternary which) {
        for (int i = 0; i < outcome.conditions().size(); i++) {
            if (outcome.conditions().get(i) == which) {
                for (String line :
                        ConditionReport.of(outcome.test().conditions().get(i), run, which, outcome.effect())) {
                    lines.add("  " + line);
                }
            }
        }
    }
}

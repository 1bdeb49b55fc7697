package io.github.cdkoidc.trust.decision;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.evaluate.ConditionEvaluator;
import io.github.cdkoidc.internal.evaluate.Evaluation;
import io.github.cdkoidc.internal.evaluate.StatementEvaluator;
import io.github.cdkoidc.internal.evaluate.TokenRequest;
import io.github.cdkoidc.internal.evaluate.UndecidedReason;
import io.github.cdkoidc.policy.Actions;
import io.github.cdkoidc.policy.Effect;
import io.github.cdkoidc.policy.OneOrMany;
import io.github.cdkoidc.policy.PolicyDocument;
import io.github.cdkoidc.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts an answer into words, from the results that the answer was made of. */
final class Explanation {

    private final PolicyDocument document;
    private final Evaluation evaluation;
    private final TokenRequest run;
    private final List<StatementEvaluator.Outcome> outcomes;
    private final List<String> lines = new ArrayList<>();

    private Explanation(PolicyDocument document, Evaluation evaluation) {
        this.document = document;
        this.evaluation = evaluation;
        this.run = evaluation.run();
        this.outcomes = evaluation.outcomes();
    }

    /** The words. */
    static String of(PolicyDocument document, Evaluation evaluation) {
        Explanation explanation = new Explanation(document, evaluation);
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
        Denial denial = Denial.of(document, evaluation);
        List<StatementEvaluator.Outcome> denying = that(Effect.DENY, Ternary.TRUE);
        lines.add(
                denying.isEmpty()
                        ? "denied: no statement admits this run"
                        : "denied: " + name(denying.get(0)) + " denies this run, whatever other statements allow");
        run();
        for (StatementEvaluator.Outcome outcome : denying) {
            lines.add("");
            lines.add(name(outcome) + " applies");
            denial.denying().stream()
                    .filter(statement -> statement.number() == outcome.test().number())
                    .forEach(statement -> conditions(denial, statement));
        }
        for (StatementEvaluator.Outcome outcome : that(Effect.ALLOW, Ternary.FALSE)) {
            denial.allowing().stream()
                    .filter(statement -> statement.number() == outcome.test().number())
                    .forEach(statement -> failed(outcome, denial, statement));
        }
        denial.closing().ifPresent(diagnosis -> {
            lines.add("");
            lines.add("altogether");
            lines.addAll(ConditionReport.words(diagnosis));
        });
    }

    private void paragraph(String text) {
        lines.add("");
        lines.add(text);
    }

    private void applies(StatementEvaluator.Outcome outcome) {
        paragraph(name(outcome) + " applies");
        conditions(outcome);
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

    private void failed(StatementEvaluator.Outcome outcome, Denial denial, StatementDenial statement) {
        Statement written = outcome.test().statement();
        paragraph(name(outcome) + " does not apply");
        if (outcome.action() == Ternary.FALSE) {
            lines.add("  " + written.actions().element() + " "
                    + OneOrMany.of(written.actions().values()) + " is not about "
                    + Actions.ASSUME_ROLE_WITH_WEB_IDENTITY
                    + ", which every run asks for");
            diagnoses(denial.ofAction(statement));
        }
        if (outcome.principal() == Ternary.FALSE) {
            lines.add("  " + written.principals().element() + " "
                    + written.principals().toJson() + " is not about the provider of " + run.issuer());
            diagnoses(denial.ofPrincipal(statement));
        }
        conditions(denial, statement);
    }

    private void diagnoses(List<DenialReason> diagnoses) {
        for (DenialReason diagnosis : diagnoses) {
            ConditionReport.words(diagnosis).forEach(line -> lines.add("  " + line));
        }
    }

    private void conditions(Denial denial, StatementDenial statement) {
        for (ConditionEvaluator condition : statement.wrong()) {
            ConditionReport.of(condition, run, statement.result(), denial.of(statement, condition))
                    .forEach(line -> lines.add("  " + line));
        }
    }

    /** The conditions of a statement that admits the run. */
    private void conditions(StatementEvaluator.Outcome outcome) {
        for (int i = 0; i < outcome.conditions().size(); i++) {
            if (outcome.conditions().get(i) == Ternary.TRUE) {
                ConditionReport.of(outcome.test().conditions().get(i), run, Ternary.TRUE, List.of())
                        .forEach(line -> lines.add("  " + line));
            }
        }
    }
}

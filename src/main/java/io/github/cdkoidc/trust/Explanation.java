package io.github.cdkoidc.trust;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts an answer into words, from the results that the answer was made of. */
final class Explanation {

    private final Run run;
    private final List<StatementJudge.Outcome> outcomes;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Evaluation evaluation) {
        this.run = evaluation.run();
        this.outcomes = evaluation.outcomes();
    }

    /** The words. */
    static String of(Evaluation evaluation) {
        Explanation explanation = new Explanation(evaluation);
        switch (evaluation.allowed()) {
            case TRUE -> explanation.allowed();
            case FALSE -> explanation.denied();
            case UNKNOWN -> explanation.undecided();
        }
        return String.join("\n", explanation.lines) + "\n";
    }

    private List<StatementJudge.Outcome> that(Effect effect, Truth applies) {
        return outcomes.stream()
                .filter(outcome -> outcome.effect() == effect && outcome.applies() == applies)
                .toList();
    }

    private void allowed() {
        StatementJudge.Outcome deciding = that(Effect.ALLOW, Truth.TRUE).get(0);
        lines.add("allowed: " + name(deciding) + " lets this run in");
        run();
        applies(deciding);
    }

    private void denied() {
        List<StatementJudge.Outcome> denying = that(Effect.DENY, Truth.TRUE);
        if (denying.isEmpty()) {
            lines.add("denied: no statement lets this run in");
            run();
            that(Effect.ALLOW, Truth.FALSE).forEach(this::failed);
            return;
        }
        lines.add("denied: " + name(denying.get(0)) + " keeps this run out, whatever other statements allow");
        run();
        denying.forEach(this::applies);
    }

    private void applies(StatementJudge.Outcome outcome) {
        lines.add("");
        lines.add(name(outcome) + " applies");
        conditions(outcome, Truth.TRUE);
    }

    private void undecided() {
        List<StatementJudge.Outcome> open = Stream.of(Effect.values())
                .flatMap(effect -> that(effect, Truth.UNKNOWN).stream())
                .toList();
        lines.add("undecided, because "
                + open.stream()
                        .flatMap(outcome -> Doubt.of(outcome, run).stream())
                        .distinct()
                        .collect(joining("; and ")));
        run();
        that(Effect.ALLOW, Truth.TRUE).forEach(outcome -> {
            lines.add("");
            lines.add(name(outcome) + " lets this run in, unless it is kept out");
        });
        for (StatementJudge.Outcome outcome : open) {
            lines.add("");
            lines.add(name(outcome)
                    + (outcome.effect() == Effect.ALLOW ? " may let this run in" : " may keep this run out"));
            Doubt.of(outcome, run).forEach(doubt -> lines.add("  because " + doubt));
        }
    }

    private void run() {
        lines.add("");
        lines.add("the run presents");
        lines.add("  iss  " + run.issuer());
        for (String claim : List.of("aud", "sub")) {
            String value = run.claim(claim);
            lines.add("  " + claim + "  " + (value == null ? "nothing" : value));
        }
    }

    private static String name(StatementJudge.Outcome outcome) {
        Statement statement = outcome.test().statement();
        return "statement " + outcome.test().number()
                + statement.sid().map(sid -> " \"" + sid + "\"").orElse("") + " ("
                + statement.effect().iamName() + ")";
    }

    private void failed(StatementJudge.Outcome outcome) {
        Statement statement = outcome.test().statement();
        lines.add("");
        lines.add(name(outcome) + " does not apply");
        if (outcome.action() == Truth.FALSE) {
            lines.add("  " + statement.actions().element() + " "
                    + OneOrMany.of(statement.actions().values()) + " is not about " + Statement.ACTION
                    + ", which every run asks for");
        }
        if (outcome.principal() == Truth.FALSE) {
            lines.add("  " + statement.principals().element() + " "
                    + statement.principals().toJson() + " is not about the provider of " + run.issuer());
        }
        conditions(outcome, Truth.FALSE);
    }

    private void conditions(StatementJudge.Outcome outcome, Truth which) {
        for (int i = 0; i < outcome.conditions().size(); i++) {
            if (outcome.conditions().get(i) == which) {
                ConditionReport.of(outcome.test().conditions().get(i), run, which, outcome.effect())
                        .forEach(line -> lines.add("  " + line));
            }
        }
    }
}

package io.github.cdkoidc.workflow;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.workflow.expression.ExpressionValue;
import io.github.cdkoidc.workflow.expression.PossibleResults;
import io.github.cdkoidc.workflow.file.Input;
import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.GitHubGlob;
import io.github.cdkoidc.workflow.text.NameFilter;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a scenario leaves open and the workflow asks for. Each question splits it by the answer, so predictions are exact. */
final class ScenarioSplitter {

    private static final int MOST_PARTS = 64;
    private static final int MOST_CHOICES = 32;
    private static final int MOST_CALLS = 256;
    private static final int MOST_RUNS = 10_000;

    /** The questions, each as the scenarios that answer it. */
    private final List<Function<Scenario, Stream<Scenario>>> asked = new ArrayList<>();

    private int calls;
    private int runs;

    /** What is predicted of a scenario, split as often as the prediction asks, but not without end. */
    static List<PredictedRun> explore(
            Scenario scenario, BiFunction<Scenario, ScenarioSplitter, List<PredictedRun>> prediction) {
        List<PredictedRun> results = new ArrayList<>();
        Deque<Scenario> parts = new ArrayDeque<>(List.of(scenario));
        int made = 1;
        while (!parts.isEmpty()) {
            Scenario part = parts.removeFirst();
            ScenarioSplitter splitter = new ScenarioSplitter();
            List<PredictedRun> predicted = prediction.apply(part, splitter);
            if (splitter.asked.isEmpty() || made >= MOST_PARTS) {
                results.addAll(predicted);
            } else {
                List<Scenario> answers = splitter.asked.get(0).apply(part).toList();
                made += answers.size() - 1;
                for (int at = answers.size() - 1; at >= 0; at--) {
                    parts.addFirst(answers.get(at));
                }
            }
        }
        return results;
    }

    /** Whether one more call of another file is followed: files that call others many times could take forever. */
    boolean followsCall() {
        return ++calls <= MOST_CALLS;
    }

    /** Counts what is predicted, for the same reason. */
    void countRun(SourceLocation job) {
        requireFew(++runs, job);
    }

    /** Refuses to predict more than a person could read. */
    static void requireFew(int runs, SourceLocation job) {
        if (runs > MOST_RUNS) {
            throw new IllegalArgumentException(job + ": job makes it more than " + MOST_RUNS
                    + " different runs, which are not predicted: split the workflows up, or call fewer files");
        }
    }

    /** Whether the branch or tag matches. */
    PossibleResults ask(NameFilter names, GitHubGlob glob) {
        Optional<Boolean> known = glob.name().isPresent()
                ? Optional.of(false).filter(no -> !names.matches(glob.name().get()))
                : names.decides(glob);
        return known.map(PossibleResults::of).orElseGet(() -> {
            asked.add(scenario -> split(scenario, glob));
            return PossibleResults.undecided(Set.of("some refs match " + glob + " and some do not"));
        });
    }

    private static Stream<Scenario> split(Scenario scenario, GitHubGlob glob) {
        Scenario matching = narrowed(
                scenario,
                names -> glob.name()
                        .<TextPart>map(TextPart.Text::new)
                        .orElseGet(() -> new TextPart.RefName(names.with(glob))));
        Scenario others = narrowed(scenario, names -> new TextPart.RefName(names.without(glob)));
        return Stream.of(matching, others).filter(part -> !isEmpty(part.ref()) && !isEmpty(part.base()));
    }

    private static Scenario narrowed(Scenario scenario, Function<NameFilter, TextPart> narrowing) {
        return scenario.map(piece -> piece instanceof TextPart.RefName name ? narrowing.apply(name.names()) : piece);
    }

    private static boolean isEmpty(ClaimText value) {
        return value.pieces().stream()
                .anyMatch(piece ->
                        piece instanceof TextPart.RefName name && name.names().isPlainlyEmpty());
    }

    /** What was chosen for an input of {@code workflow_dispatch}. */
    PossibleResults ask(Input input, String name) {
        List<ExpressionValue> choices = input.choices();
        if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
            return PossibleResults.unknown(
                    "inputs." + name, "inputs." + name + " is written by whoever starts the run");
        }
        asked.add(scenario -> choices.stream().map(choice -> scenario.choose(name, choice)));
        return new PossibleResults(
                choices.stream().map(PossibleResults.Case::of).toList(),
                Set.of("inputs." + name + " is chosen for each run"));
    }
}

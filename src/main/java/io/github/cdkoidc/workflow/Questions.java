package io.github.cdkoidc.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a scenario does not tell and the workflow asks for. Each question splits the scenario in those that answer it one way
 * and another, so that what is predicted of each is exact.
 */
final class Questions {

    private static final int MOST_SPLITS = 7;

    /** A question, as the scenarios that answer it. */
    private interface Question extends Function<Scenario, Stream<Scenario>> {}

    private final List<Question> asked = new ArrayList<>();

    /** What is predicted of a scenario, split as often as the prediction asks. */
    static <R> List<R> explore(Scenario scenario, Prediction<R> prediction) {
        return explore(scenario, prediction, MOST_SPLITS);
    }

    /** A prediction that may ask. */
    interface Prediction<R> {
        List<R> of(Scenario scenario, Questions questions);
    }

    private static <R> List<R> explore(Scenario scenario, Prediction<R> prediction, int splits) {
        Questions questions = new Questions();
        List<R> results = prediction.of(scenario, questions);
        if (questions.asked.isEmpty() || splits == 0) {
            return results;
        }
        return questions
                .asked
                .get(0)
                .apply(scenario)
                .flatMap(part -> explore(part, prediction, splits - 1).stream())
                .toList();
    }

    /** Whether the branch or tag matches. */
    Term ask(NameFilter names, GitHubGlob glob) {
        Optional<Boolean> known = glob.name().isPresent()
                ? Optional.of(false).filter(no -> !names.matches(glob.name().get()))
                : names.decides(glob);
        return known.map(Term::of).orElseGet(() -> {
            asked.add(scenario -> split(scenario, glob));
            return Term.undecided(Set.of("some refs match " + glob + " and some do not"));
        });
    }

    private static Stream<Scenario> split(Scenario scenario, GitHubGlob glob) {
        Scenario matching = scenario.map(piece -> narrowed(
                piece,
                names -> glob.name().<Piece>map(Piece.Text::new).orElseGet(() -> new Piece.RefName(names.with(glob)))));
        Scenario others = scenario.map(piece -> narrowed(piece, names -> new Piece.RefName(names.without(glob))));
        return Stream.of(matching, others).filter(part -> !isEmpty(part.ref()) && !isEmpty(part.base()));
    }

    private static Piece narrowed(Piece piece, Function<NameFilter, Piece> narrowing) {
        return piece instanceof Piece.RefName name ? narrowing.apply(name.names()) : piece;
    }

    private static boolean isEmpty(Value value) {
        return value.pieces().stream()
                .anyMatch(piece ->
                        piece instanceof Piece.RefName name && name.names().isPlainlyEmpty());
    }

    /** What was chosen for an input of {@code workflow_dispatch}. */
    Term ask(Input input, String name) {
        List<Literal> choices = input.choices();
        asked.add(scenario -> choices.stream().map(choice -> scenario.choose(name, choice)));
        return new Term(
                choices.stream().map(Term.Case::of).toList(), Set.of("inputs." + name + " is chosen for each run"));
    }
}

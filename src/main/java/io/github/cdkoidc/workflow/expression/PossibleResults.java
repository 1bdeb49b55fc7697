package io.github.cdkoidc.workflow.expression;

import static java.util.stream.Collectors.joining;

import io.github.cdkoidc.workflow.text.ClaimText;
import io.github.cdkoidc.workflow.text.TextPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an expression comes to: one result, or the few that it is one of, with the reasons why it is not known which.
 *
 * @param cases the results, each once
 * @param why why it is not known which, if there are several, or what each is
 */
public record PossibleResults(List<Case> cases, Set<String> why) {

    private static final int MOST_CASES = 16;

    /** One result: a literal, or a text of which something is known. */
    public record Case(ClaimText value, Optional<ExpressionValue> literal) {

        public static Case of(ExpressionValue literal) {
            return new Case(ClaimText.known(literal.text()), Optional.of(literal));
        }

        /** Whether the result is true in a condition, if that is known. */
        Optional<Boolean> truth() {
            if (literal.isPresent()) {
                return literal.map(ExpressionValue::isTrue);
            }
            boolean neverEmpty = value.pieces().stream().anyMatch(piece -> !(piece instanceof TextPart.Hole));
            return neverEmpty ? Optional.of(true) : Optional.empty();
        }
    }

    public PossibleResults {
        cases = cases.stream().distinct().toList();
        why = new LinkedHashSet<>(why);
    }

    public static PossibleResults of(ExpressionValue literal) {
        return new PossibleResults(List.of(Case.of(literal)), Set.of());
    }

    public static PossibleResults of(boolean value) {
        return of(ExpressionValue.of(value));
    }

    public static PossibleResults of(String text) {
        return of(ExpressionValue.of(text));
    }

    public static PossibleResults of(ClaimText value) {
        if (value instanceof ClaimText.Known known) {
            return of(known.text());
        }
        return new PossibleResults(List.of(new Case(value, Optional.empty())), new LinkedHashSet<>(value.unknowns()));
    }

    public static PossibleResults unknown(String what, String why) {
        return of(new ClaimText.Unknown(what, why));
    }

    /** True or false, and it is not known which. */
    public static PossibleResults undecided(Set<String> why) {
        return new PossibleResults(List.of(Case.of(ExpressionValue.TRUE), Case.of(ExpressionValue.FALSE)), why);
    }

    /** The literal, if there is one result and it is one. */
    public Optional<ExpressionValue> literal() {
        return cases.size() == 1 ? cases.get(0).literal() : Optional.empty();
    }

    /** Whether the expression holds as a condition, if that is known. */
    Optional<Boolean> truth() {
        List<Optional<Boolean>> truths =
                cases.stream().map(Case::truth).distinct().toList();
        return truths.size() == 1 ? truths.get(0) : Optional.empty();
    }

    /** The results when this is true, and otherwise what replaces each false one. */
    PossibleResults or(PossibleResults other) {
        return chosen(other, true);
    }

    /** The false results of this, and what replaces each true one. */
    PossibleResults and(PossibleResults other) {
        return chosen(other, false);
    }

    /** A result that is not known to be true or false is taken for both; a false one can only be an empty text then. */
    private PossibleResults chosen(PossibleResults other, boolean kept) {
        Set<String> reasons = new LinkedHashSet<>(why);
        Stream<Case> results = cases.stream().flatMap(one -> {
            if (one.truth().isPresent()) {
                return one.truth().get() == kept ? Stream.of(one) : other.cases.stream();
            }
            return kept
                    ? Stream.concat(Stream.of(one), other.cases.stream())
                    : Stream.concat(other.cases.stream(), Stream.of(Case.of(ExpressionValue.of(""))));
        });
        reasons.addAll(other.why);
        return new PossibleResults(results.toList(), reasons).bounded();
    }

    PossibleResults not() {
        return truth().map(known -> of(!known)).orElseGet(() -> undecided(why));
    }

    /** The result of a function of two results. */
    static PossibleResults combine(
            PossibleResults left, PossibleResults right, BiFunction<Case, Case, PossibleResults> function) {
        return left.flatMap(one -> right.flatMap(two -> function.apply(one, two)));
    }

    public PossibleResults flatMap(Function<Case, PossibleResults> function) {
        List<PossibleResults> results = cases.stream().map(function).toList();
        Set<String> reasons = new LinkedHashSet<>(why);
        results.forEach(result -> reasons.addAll(result.why));
        List<Case> all =
                results.stream().flatMap(result -> result.cases.stream()).toList();
        return new PossibleResults(all, reasons).bounded();
    }

    private PossibleResults bounded() {
        return cases.size() > MOST_CASES ? unknown("expression", String.join("; ", why)) : this;
    }

    /** As a text. */
    public ClaimText value() {
        List<ClaimText> values = cases.stream().map(Case::value).distinct().toList();
        if (values.size() == 1) {
            return values.get(0);
        }
        String because = String.join("; ", why);
        String what = values.stream()
                .map(value -> value instanceof ClaimText.Unknown unknown ? unknown.what() : value.shown())
                .collect(joining("|"));
        return values.stream().allMatch(ClaimText.Known.class::isInstance)
                ? ClaimText.of(TextPart.Hole.oneOf(what, because, values))
                : new ClaimText.Unknown(what, because);
    }
}

package io.github.cdkoidc.workflow;

import static java.util.stream.Collectors.joining;

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
record Term(List<Case> cases, Set<String> why) {

    private static final int MOST_CASES = 16;

    /** One result: a literal, or a text of which something is known. */
    record Case(Value value, Optional<Literal> literal) {

        static Case of(Literal literal) {
            return new Case(Value.known(literal.text()), Optional.of(literal));
        }

        /** Whether the result is true in a condition, if that is known. */
        Optional<Boolean> truth() {
            if (literal.isPresent()) {
                return literal.map(Literal::isTrue);
            }
            boolean neverEmpty = value.pieces().stream().anyMatch(piece -> !(piece instanceof Piece.Hole));
            return neverEmpty ? Optional.of(true) : Optional.empty();
        }
    }

    Term {
        cases = cases.stream().distinct().toList();
        why = new LinkedHashSet<>(why);
    }

    static Term of(Literal literal) {
        return new Term(List.of(Case.of(literal)), Set.of());
    }

    static Term of(boolean value) {
        return of(Literal.of(value));
    }

    static Term of(Value value) {
        if (value instanceof Value.Known known) {
            return of(Literal.of(known.text()));
        }
        return new Term(List.of(new Case(value, Optional.empty())), new LinkedHashSet<>(value.unknowns()));
    }

    static Term unknown(String what, String why) {
        return of(new Value.Unknown(what, why));
    }

    /** True or false, and it is not known which. */
    static Term undecided(Set<String> why) {
        return new Term(List.of(Case.of(Literal.TRUE), Case.of(Literal.FALSE)), why);
    }

    /** The literal, if there is one result and it is one. */
    Optional<Literal> literal() {
        return cases.size() == 1 ? cases.get(0).literal() : Optional.empty();
    }

    /** Whether the expression holds as a condition, if that is known. */
    Optional<Boolean> truth() {
        List<Optional<Boolean>> truths =
                cases.stream().map(Case::truth).distinct().toList();
        return truths.size() == 1 ? truths.get(0) : Optional.empty();
    }

    /** The results when this is true, and otherwise what replaces each false one. */
    Term or(Term other) {
        return chosen(other, true);
    }

    /** The false results of this, and what replaces each true one. */
    Term and(Term other) {
        return chosen(other, false);
    }

    /** A result that is not known to be true or false is taken for both; a false one can only be an empty text then. */
    private Term chosen(Term other, boolean kept) {
        Set<String> reasons = new LinkedHashSet<>(why);
        Stream<Case> results = cases.stream().flatMap(one -> {
            if (one.truth().isPresent()) {
                return one.truth().get() == kept ? Stream.of(one) : other.cases.stream();
            }
            return kept
                    ? Stream.concat(Stream.of(one), other.cases.stream())
                    : Stream.concat(other.cases.stream(), Stream.of(Case.of(Literal.of(""))));
        });
        reasons.addAll(other.why);
        return new Term(results.toList(), reasons).bounded();
    }

    Term not() {
        return truth().map(Term::of).map(Term::negated).orElseGet(() -> undecided(why));
    }

    private Term negated() {
        return of(!truth().orElseThrow());
    }

    /** The result of a function of two results. */
    static Term combine(Term left, Term right, BiFunction<Case, Case, Term> function) {
        return left.flatMap(one -> right.flatMap(two -> function.apply(one, two)));
    }

    Term flatMap(Function<Case, Term> function) {
        List<Term> results = cases.stream().map(function).toList();
        Set<String> reasons = new LinkedHashSet<>(why);
        results.forEach(result -> reasons.addAll(result.why));
        return new Term(results.stream().flatMap(r -> r.cases.stream()).toList(), reasons).bounded();
    }

    private Term bounded() {
        return cases.size() > MOST_CASES ? unknown("expression", because()) : this;
    }

    private String because() {
        return why.stream().collect(joining("; "));
    }

    /** As a text. */
    Value value() {
        List<Value> values = cases.stream().map(Case::value).distinct().toList();
        if (values.size() == 1) {
            return values.get(0);
        }
        String what = values.stream()
                .map(value -> value instanceof Value.Unknown unknown ? unknown.what() : value.shown())
                .collect(joining("|"));
        boolean exact = values.stream().allMatch(Value.Known.class::isInstance);
        return exact
                ? Value.of(new Piece.Hole(
                        what, because(), values.stream().map(Value::expression).collect(joining("|", "(", ")"))))
                : new Value.Unknown(what, because());
    }
}

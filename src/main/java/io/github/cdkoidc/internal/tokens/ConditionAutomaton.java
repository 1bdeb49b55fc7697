package io.github.cdkoidc.internal.tokens;

import io.github.cdkoidc.claims.GitHubClaim;
import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.OutgoingEdges;
import io.github.cdkoidc.internal.automata.Ternary;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * For which {@link EncodedToken}s a condition holds. It reads a claim from the encoded token, and lets the automaton of the condition's
 * values read the claim. It has as many states as that automaton, times a few for the fields.
 */
final class ConditionAutomaton implements TransitionGraph<ConditionState> {

    private static final char LAST = Character.MAX_VALUE;

    private final ClaimDecoder reading;
    private final Dfa values;
    private final OutgoingEdges<Integer> ranges;
    private final ConditionTruthTable outcome;
    /** What each character of a field of one character does. */
    private final Map<TokenField, Map<Character, UnaryOperator<ConditionState>>> marks =
            new EnumMap<>(TokenField.class);

    /** The automaton of a condition: {@code values} has the claims that match its values. */
    ConditionAutomaton(
            ClaimDecoder reading,
            Dfa values,
            ConditionTruthTable outcome,
            Issuers issuers,
            List<SubjectEncoding> spellings) {
        this.reading = reading;
        this.values = values;
        this.ranges = new OutgoingEdges<>(values);
        this.outcome = outcome;
        for (char mark : issuers.marks()) {
            ConditionTruthTable.Key key = outcome.keyOf(issuers.run(mark));
            mark(TokenField.ISSUER, mark, place -> place.of(key));
        }
        // Only sub is written in more ways than one.
        if (reading.claim() == GitHubClaim.SUB) {
            spellings.forEach(spelling -> mark(TokenField.SPELLING, spelling.mark(), place -> place.of(spelling)));
            Stream.of(Context.values())
                    .forEach(context -> mark(TokenField.CONTEXT, context.mark(), place -> place.of(context)));
        }
    }

    private void mark(TokenField field, char mark, UnaryOperator<ConditionState> read) {
        marks.computeIfAbsent(field, first -> new TreeMap<>()).put(mark, read);
    }

    @Override
    public ConditionState start() {
        return ConditionState.start(!reading.isOptional());
    }

    @Override
    public Ternary truth(ConditionState place) {
        return place.field() == null && place.decided() != null ? place.decided() : Ternary.FALSE;
    }

    @Override
    public void edges(ConditionState place, Edges<? super ConditionState> edges) {
        TokenField field = place.field();
        if (field == null) {
            return;
        }
        if (place.decided() != null) {
            edges.add(TransitionGraph.END, TransitionGraph.END, place.next());
            edges.add((char) 1, LAST, place);
        } else if (!place.marked() && marks.containsKey(field)) {
            marks.get(field).forEach((mark, read) -> edges.add(mark, mark, read.apply(place)));
        } else {
            ClaimDecoder.Step step = reading.step(field, place.spelling(), place.context());
            end(place, field, edges);
            if (step.copy() == ClaimDecoder.Copy.SKIPPED) {
                edges.add((char) 1, LAST, place);
            } else {
                ConditionValues.read(
                        values,
                        ranges,
                        place.value(),
                        step.copy() == ClaimDecoder.Copy.ESCAPED,
                        (from, to, state) -> add(from, to, place.read(state), edges));
            }
        }
    }

    /** Adds the end of a field. The text before the next field is read with it. */
    private void end(ConditionState place, TokenField field, Edges<? super ConditionState> edges) {
        ConditionState next = place.next();
        if (field == reading.last(place.spelling(), place.context()) || next.field() == null) {
            Ternary truth = outcome.of(place.key(), place.present(), values.truth(place.value()));
            if (truth != Ternary.FALSE) {
                edges.add(TransitionGraph.END, TransitionGraph.END, next.decided(truth));
            }
        } else {
            String lead =
                    reading.step(next.field(), next.spelling(), next.context()).lead();
            add(TransitionGraph.END, TransitionGraph.END, next.begun(values.run(next.value(), lead)), edges);
        }
    }

    /** Adds an edge, unless the condition can no longer hold after it. */
    private void add(char from, char to, ConditionState place, Edges<? super ConditionState> edges) {
        boolean lost = place.value() == Dfa.DEAD && place.present();
        if (!lost || outcome.of(place.key(), true, Ternary.FALSE) != Ternary.FALSE) {
            edges.add(from, to, place);
        }
    }
}

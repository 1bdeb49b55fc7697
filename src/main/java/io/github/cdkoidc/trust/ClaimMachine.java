package io.github.cdkoidc.trust;

import io.github.cdkoidc.claims.SubjectFormat;
import io.github.cdkoidc.claims.GitHubClaim;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Of which {@link TokenWord}s a condition holds: it reads a claim off the word, and lets the automaton of the condition's values read
 * the claim. It has as many states as that automaton, times a few for the segments.
 */
final class ClaimMachine implements Machine<ClaimPlace> {

    private static final char LAST = Character.MAX_VALUE;

    private final ClaimReading reading;
    private final Dfa values;
    private final Ranges<Integer> ranges;
    private final ClaimOutcome outcome;
    private final Map<Character, ClaimOutcome.Key> issuers = new TreeMap<>();
    private final Map<Character, Spelling> spellings = new TreeMap<>();
    private final Map<Character, Context> contexts = new TreeMap<>();

    /**
     * Makes a condition ready.
     *
     * @param reading how the claim is read
     * @param values which claims match the condition's values
     * @param outcome what becomes of that
     * @param issuers the issuers that there are
     * @param spellings the spellings that there are
     */
    ClaimMachine(ClaimReading reading, Dfa values, ClaimOutcome outcome, Issuers issuers, List<Spelling> spellings) {
        this.reading = reading;
        this.values = values;
        this.ranges = new Ranges<>(values);
        this.outcome = outcome;
        issuers.marks().forEach(mark -> this.issuers.put(mark, outcome.keyOf(issuers.run(mark))));
        // Only sub is written in more ways than one.
        if (reading.claim() == GitHubClaim.SUB) {
            spellings.forEach(spelling -> this.spellings.put(spelling.mark(), spelling));
            Stream.of(Context.values()).forEach(context -> contexts.put(context.mark(), context));
        }
    }

    @Override
    public ClaimPlace start() {
        return ClaimPlace.start(!reading.isOptional());
    }

    @Override
    public Truth truth(ClaimPlace place) {
        return place.segment() == null && place.decided() != null ? place.decided() : Truth.FALSE;
    }

    @Override
    public void edges(ClaimPlace place, Edges<? super ClaimPlace> edges) {
        Segment segment = place.segment();
        if (segment == null) {
            return;
        }
        if (place.decided() != null) {
            edges.add(Machine.END, Machine.END, place.next());
            edges.add((char) 1, LAST, place);
        } else if (isMark(segment) && !place.marked()) {
            marks(place, segment, edges);
        } else {
            ClaimReading.Step step = reading.step(segment, place.spelling(), place.context());
            end(place, segment, edges);
            if (step.copy() == ClaimReading.Copy.SKIPPED) {
                edges.add((char) 1, LAST, place);
            } else {
                characters(place, step.copy(), edges);
            }
        }
    }

    private boolean isMark(Segment segment) {
        return switch (segment) {
            case ISSUER -> true;
            case SPELLING -> !spellings.isEmpty();
            case CONTEXT -> !contexts.isEmpty();
            default -> false;
        };
    }

    private void marks(ClaimPlace place, Segment segment, Edges<? super ClaimPlace> edges) {
        if (segment == Segment.ISSUER) {
            issuers.forEach((mark, key) -> edges.add(mark, mark, place.of(key)));
        } else if (segment == Segment.SPELLING) {
            spellings.forEach((mark, spelling) -> edges.add(mark, mark, place.of(spelling)));
        } else {
            contexts.forEach((mark, context) -> edges.add(mark, mark, place.of(context)));
        }
    }

    /** Adds the end of a segment. What stands before the next is read at once. */
    private void end(ClaimPlace place, Segment segment, Edges<? super ClaimPlace> edges) {
        ClaimPlace next = place.next();
        if (segment == reading.last(place.spelling(), place.context()) || next.segment() == null) {
            Truth truth = outcome.of(place.key(), place.present(), values.truth(place.value()));
            if (truth != Truth.FALSE) {
                edges.add(Machine.END, Machine.END, next.decided(truth));
            }
        } else {
            String lead = reading.step(next.segment(), next.spelling(), next.context())
                    .lead();
            add(Machine.END, Machine.END, next.begun(values.run(next.value(), lead)), edges);
        }
    }

    /** Adds an edge, unless the condition can no longer hold behind it. */
    private void add(int from, int to, ClaimPlace place, Edges<? super ClaimPlace> edges) {
        boolean lost = place.value() == Dfa.DEAD && place.present();
        if (from <= to && !(lost && outcome.of(place.key(), true, Truth.FALSE) == Truth.FALSE)) {
            edges.add((char) from, (char) to, place);
        }
    }

    private void characters(ClaimPlace place, ClaimReading.Copy copy, Edges<? super ClaimPlace> edges) {
        ranges.start(place.value() == Dfa.DEAD ? null : place.value());
        int from = 1;
        while (from <= LAST) {
            ranges.seek(from);
            int to = ranges.to();
            ClaimPlace target = place.read(Objects.requireNonNullElse(ranges.target(), Dfa.DEAD));
            if (copy == ClaimReading.Copy.ESCAPED && from <= ':' && ':' <= to) {
                add(from, ':' - 1, target, edges);
                add(':', ':', place.read(values.run(place.value(), SubjectFormat.COLON)), edges);
                to = ':';
            } else {
                add(from, to, target, edges);
            }
            from = to + 1;
        }
    }
}

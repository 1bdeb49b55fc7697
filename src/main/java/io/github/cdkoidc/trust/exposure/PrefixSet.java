package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.ShortestSuffixes;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import io.github.cdkoidc.internal.automata.Trie;
import io.github.cdkoidc.internal.automata.WitnessCost;
import io.github.cdkoidc.internal.tokens.EncodedToken;
import io.github.cdkoidc.internal.tokens.TokenField;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Beginnings of the encoded tokens of an automaton: the states that they lead to, each with the beginning of the least {@link
 * WitnessCost}. They go on field by field.
 */
record PrefixSet(Dfa dfa, Map<Integer, CheapestPrefix> heads) {

    private static final Trie NO_TEXTS = new Trie(Set.of(), false);

    static PrefixSet start(Dfa dfa) {
        return dfa.isNothing() ? nowhere(dfa) : new PrefixSet(dfa, Map.of(0, new CheapestPrefix("", 0)));
    }

    /** No beginnings. */
    static PrefixSet nowhere(Dfa dfa) {
        return new PrefixSet(dfa, Map.of());
    }

    /** Whether no encoded token begins so. */
    boolean isEmpty() {
        return heads.isEmpty();
    }

    /** Whether what can follow the other's beginnings can follow one of these. Comparing states is enough in a minimal automaton. */
    boolean covers(PrefixSet other) {
        return heads.keySet().containsAll(other.heads.keySet());
    }

    /** The beginnings of both. */
    PrefixSet or(PrefixSet other) {
        Map<Integer, CheapestPrefix> both = new TreeMap<>(heads);
        other.heads.forEach((state, head) -> both.merge(state, head, CheapestPrefix::orBetter));
        return new PrefixSet(dfa, both);
    }

    /** Goes on with a text. */
    PrefixSet text(String text) {
        Map<Integer, CheapestPrefix> reached = new TreeMap<>();
        heads.forEach((state, head) -> {
            int target = dfa.run(state, text);
            if (target != Dfa.DEAD) {
                reached.merge(target, head.with(text), CheapestPrefix::orBetter);
            }
        });
        return new PrefixSet(dfa, reached);
    }

    /** Goes on with one text for a field, or for the rest of one. */
    PrefixSet field(TokenField field, String text) {
        return text.length() > field.longest() ? nowhere(dfa) : text(text + TransitionGraph.END);
    }

    /** Goes on with any text for a field. */
    PrefixSet field(TokenField field) {
        return fieldBut(field, NO_TEXTS);
    }

    /** Goes on with any text for a field, or for the rest of one, except some. */
    PrefixSet fieldBut(TokenField field, Trie excluded) {
        Map<Integer, CheapestPrefix> reached = new TreeMap<>();
        heads.forEach((state, head) -> new FieldSearch(dfa, excluded, field.longest())
                .from(head, state, (found, target) -> reached.merge(target, found, CheapestPrefix::orBetter)));
        return new PrefixSet(dfa, reached);
    }

    /** The best encoded token that begins so; null if none does. */
    @Nullable
    EncodedToken best(ShortestSuffixes completion) {
        CheapestPrefix best = null;
        for (Map.Entry<Integer, CheapestPrefix> head : heads.entrySet()) {
            String rest = completion.text(head.getKey());
            if (rest != null) {
                CheapestPrefix whole = head.getValue().with(rest);
                best = best == null ? whole : best.orBetter(whole);
            }
        }
        return best == null ? null : EncodedToken.of(best.text());
    }
}

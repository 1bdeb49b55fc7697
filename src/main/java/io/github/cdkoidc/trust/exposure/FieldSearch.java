package io.github.cdkoidc.trust.exposure;

import io.github.cdkoidc.internal.automata.Dfa;
import io.github.cdkoidc.internal.automata.TransitionGraph;
import io.github.cdkoidc.internal.automata.Trie;
import io.github.cdkoidc.internal.automata.WitnessCost;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Finds, for each state after a field, the best text of the field that leads there and is not excluded. */
final class FieldSearch {

    private static final char FIRST = TransitionGraph.END + 1;

    private final Dfa words;
    private final Trie excluded;
    private final int longest;
    private final PriorityQueue<Node> open = new PriorityQueue<>(
            Comparator.comparingLong((Node node) -> node.head().cost())
                    .thenComparing(node -> node.head().text()));
    private final Set<Pair> done = new HashSet<>();

    /** The state of the encoded token, and the node of the excluded texts; null if none begins so. */
    private record Pair(int word, Trie.@Nullable Node excluded) {}

    private record Node(CheapestPrefix head, Pair pair) {}

    FieldSearch(Dfa words, Trie excluded, int longest) {
        this.words = words;
        this.excluded = excluded;
        this.longest = longest;
    }

    /** Searches from a state after {@code head}. {@code found} takes the best beginnings, and the states that they lead to. */
    void from(CheapestPrefix head, int state, ObjIntConsumer<CheapestPrefix> found) {
        open.add(new Node(head, new Pair(state, excluded.start())));
        for (Node node = open.poll(); node != null; node = open.poll()) {
            if (done.add(node.pair())) {
                end(node, found);
                if (node.head().text().length() - head.text().length() < longest) {
                    characters(node);
                }
            }
        }
    }

    private void end(Node node, ObjIntConsumer<CheapestPrefix> found) {
        int target = words.step(node.pair().word(), TransitionGraph.END);
        Trie.Node not = node.pair().excluded();
        if (target != Dfa.DEAD && (not == null || !not.isWhole())) {
            found.accept(node.head().with(TransitionGraph.END), target);
        }
    }

    private void characters(Node node) {
        int state = node.pair().word();
        for (int edge = words.first(state); edge < words.end(state); edge++) {
            int from = Math.max(words.from(edge), FIRST);
            while (from <= words.to(edge)) {
                from = characters(node, from, words.to(edge), words.target(edge));
            }
        }
    }

    /** Goes on with the best character that leads to the same place as the first, and returns where others start. */
    private int characters(Node node, int from, int last, int target) {
        Trie.Node not = node.pair().excluded();
        Character known = not == null ? null : not.firstFrom((char) from);
        boolean excluding = known != null && known == from;
        int to = excluding ? from : known == null ? last : Math.min(last, known - 1);
        Pair pair = new Pair(target, excluding && not != null ? not.step((char) from) : null);
        if (!done.contains(pair)) {
            open.add(new Node(node.head().with(WitnessCost.best(from, to)), pair));
        }
        return to + 1;
    }
}

package io.github.cdkoidc.internal.automata;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A set of texts as a tree: one node for each beginning. As a machine, it is true of the texts. */
public final class Trie implements TransitionGraph<Trie.Node> {

    /** A beginning of some of the texts. */
    public static final class Node {

        private final NavigableMap<Character, Node> next = new TreeMap<>();
        private boolean whole;

        /** Whether it is a text itself. */
        public boolean isWhole() {
            return whole;
        }

        /** Where a character leads; null if no text goes on with it. */
        @Nullable
        public Node step(char c) {
            return next.get(c);
        }

        /** The first character from this one on that a text goes on with; null if there is none. */
        @Nullable
        public Character firstFrom(char c) {
            return next.ceilingKey(c);
        }
    }

    private final Node root = new Node();
    private final boolean ignoresCase;

    public Trie(Collection<String> texts, boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
        texts.forEach(this::add);
    }

    private void add(String text) {
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Node known = node.next.get(c);
            if (known == null) {
                known = new Node();
                for (char same : ignoresCase ? CaseFolding.sameAs(c) : List.of(c)) {
                    node.next.put(same, known);
                }
            }
            node = known;
        }
        node.whole = true;
    }

    @Override
    public Node start() {
        return root;
    }

    @Override
    public Ternary truth(Node node) {
        return Ternary.of(node.whole);
    }

    @Override
    public void edges(Node node, Edges<? super Node> edges) {
        node.next.forEach((c, target) -> edges.add(c, c, target));
    }
}

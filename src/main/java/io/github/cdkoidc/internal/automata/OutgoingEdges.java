package io.github.cdkoidc.internal.automata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the edges of a state of a machine, and the gaps between them, as ranges of characters with one target. */
public final class OutgoingEdges<S> implements TransitionGraph.Edges<S> {

    private record Edge<S>(char from, char to, S target) {}

    private final TransitionGraph<S> machine;
    private final List<Edge<S>> edges = new ArrayList<>();
    private int next;
    private int to;
    private @Nullable S target;

    public OutgoingEdges(TransitionGraph<S> machine) {
        this.machine = machine;
    }

    @Override
    public void add(char first, char last, S state) {
        edges.add(new Edge<>(first, last, state));
    }

    /** Goes before the first edge of a state; without a state there is only a gap. */
    public void start(@Nullable S state) {
        edges.clear();
        next = 0;
        if (state != null) {
            machine.edges(state, this);
        }
    }

    /** Goes forward to the range that holds a character. */
    public void seek(int c) {
        while (next < edges.size() && edges.get(next).to() < c) {
            next++;
        }
        Edge<S> edge = next < edges.size() ? edges.get(next) : null;
        boolean on = edge != null && edge.from() <= c;
        target = edge != null && on ? edge.target() : null;
        to = edge == null ? Character.MAX_VALUE : on ? edge.to() : edge.from() - 1;
    }

    /** The last character of the range. */
    public int to() {
        return to;
    }

    /** Where the range leads; nothing in a gap. */
    @Nullable
    public S target() {
        return target;
    }
}

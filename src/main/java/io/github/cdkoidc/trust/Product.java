package io.github.cdkoidc.trust;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An automaton and a machine that read the same text side by side.
 *
 * @param <S> a state of the machine
 */
final class Product<S> implements Machine<Product.Pair<S>>, Machine.Edges<S> {

    /** What is made of the two answers. */
    enum Operation {
        /** Both. */
        AND {
            @Override
            Truth of(Truth one, Truth other) {
                return one.and(other);
            }
        },
        /** One of them at least. */
        OR {
            @Override
            Truth of(Truth one, Truth other) {
                return one.or(other);
            }
        },
        /** The one and not the other. */
        BUT_NOT {
            @Override
            Truth of(Truth one, Truth other) {
                return one.and(other.not());
            }
        };

        abstract Truth of(Truth one, Truth other);

        /** Whether it can still hold of a text when the one or the other says no to whatever follows. */
        boolean canHold(boolean oneDead, boolean otherDead) {
            return switch (this) {
                case AND -> !oneDead && !otherDead;
                case OR -> !oneDead || !otherDead;
                case BUT_NOT -> !oneDead;
            };
        }
    }

    /**
     * A state of both.
     *
     * @param one the automaton's, perhaps {@link Dfa#DEAD}
     * @param other the machine's; nothing if it says no to whatever follows
     */
    record Pair<S>(int one, @Nullable S other) {}

    private record Edge<S>(char from, char to, S target) {}

    private final Dfa one;
    private final Operation operation;
    private final Machine<S> other;
    private final List<Edge<S>> others = new ArrayList<>();

    private Product(Dfa one, Operation operation, Machine<S> other) {
        this.one = one;
        this.operation = operation;
        this.other = other;
    }

    /** The smallest automaton of both. */
    static <S> Dfa of(Dfa one, Operation operation, Machine<S> other, Budget budget) {
        return Exploration.explore(new Product<>(one, operation, other), budget);
    }

    @Override
    public Pair<S> start() {
        return new Pair<>(one.start(), other.start());
    }

    @Override
    public Truth truth(Pair<S> state) {
        S there = state.other();
        return operation.of(one.truth(state.one()), there == null ? Truth.FALSE : other.truth(there));
    }

    @Override
    public void add(char from, char to, S target) {
        others.add(new Edge<>(from, to, target));
    }

    @Override
    public void edges(Pair<S> state, Machine.Edges<? super Pair<S>> edges) {
        others.clear();
        S there = state.other();
        if (there != null) {
            other.edges(there, this);
        }
        Dfa.Cursor cursor = one.cursor(state.one());
        int from = 0;
        for (Edge<S> edge : others) {
            add(cursor, from, edge.from() - 1, null, edges);
            add(cursor, edge.from(), edge.to(), edge.target(), edges);
            from = edge.to() + 1;
        }
        add(cursor, from, Character.MAX_VALUE, null, edges);
    }

    /** Adds the edges of a range of characters that the machine takes to one state. */
    private void add(Dfa.Cursor cursor, int first, int last, @Nullable S target, Machine.Edges<? super Pair<S>> edges) {
        int from = first;
        while (from <= last) {
            cursor.seek(from);
            int to = Math.min(cursor.to(), last);
            if (operation.canHold(cursor.target() == Dfa.DEAD, target == null)) {
                edges.add((char) from, (char) to, new Pair<>(cursor.target(), target));
            }
            from = to + 1;
        }
    }
}

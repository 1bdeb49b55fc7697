package io.github.cdkoidc.internal.automata;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two machines that read one text together. It is one itself: several can be combined before an automaton is built. */
public final class Product<R, S> implements TransitionGraph<Product.Pair<R, S>> {

    /** How the two answers are combined. */
    public enum Operation {
        /** Both. */
        AND,
        /** One of them at least. */
        OR,
        /** The one and not the other. */
        BUT_NOT;

        public Ternary of(Ternary one, Ternary other) {
            return switch (this) {
                case AND -> one.and(other);
                case OR -> one.or(other);
                case BUT_NOT -> one.and(other.not());
            };
        }

        /** Whether it can still hold when one or the other is false for every text that goes on. */
        boolean canHold(boolean oneDead, boolean otherDead) {
            return switch (this) {
                case AND -> !oneDead && !otherDead;
                case OR -> !oneDead || !otherDead;
                case BUT_NOT -> !oneDead;
            };
        }
    }

    /** A state of both; null where a machine is false for every text that goes on. */
    record Pair<R, S>(@Nullable R one, @Nullable S other) {

        /** Spreads the pairs, of which most are neighbours. */
        @Override
        public int hashCode() {
            return 1_000_003 * Objects.hashCode(one) + Objects.hashCode(other);
        }
    }

    private final TransitionGraph<R> one;
    private final Operation operation;
    private final TransitionGraph<S> other;
    private final OutgoingEdges<R> ones;
    private final OutgoingEdges<S> others;

    public Product(TransitionGraph<R> one, Operation operation, TransitionGraph<S> other) {
        this.one = one;
        this.operation = operation;
        this.other = other;
        this.ones = new OutgoingEdges<>(one);
        this.others = new OutgoingEdges<>(other);
    }

    /** The smallest automaton of both. */
    public static Dfa of(
            TransitionGraph<?> one, Operation operation, TransitionGraph<?> other, AutomatonBudget budget) {
        return DfaBuilder.explore(new Product<>(one, operation, other), budget);
    }

    @Override
    public Pair<R, S> start() {
        return new Pair<>(one.start(), other.start());
    }

    @Override
    public Ternary truth(Pair<R, S> state) {
        return operation.of(truth(one, state.one()), truth(other, state.other()));
    }

    private static <T> Ternary truth(TransitionGraph<T> machine, @Nullable T state) {
        return state == null ? Ternary.FALSE : machine.truth(state);
    }

    @Override
    public void edges(Pair<R, S> state, Edges<? super Pair<R, S>> edges) {
        ones.start(state.one());
        others.start(state.other());
        int from = 0;
        while (from <= Character.MAX_VALUE) {
            ones.seek(from);
            int to = ones.to();
            if (operation.canHold(ones.target() == null, false)) {
                others.seek(from);
                to = Math.min(to, others.to());
                if (operation.canHold(ones.target() == null, others.target() == null)) {
                    edges.add((char) from, (char) to, new Pair<>(ones.target(), others.target()));
                }
            }
            from = to + 1;
        }
    }
}

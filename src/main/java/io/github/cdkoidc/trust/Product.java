package io.github.cdkoidc.trust;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two machines that read the same text side by side. It is a machine itself, so several can be put together before any automaton is
 * made of them.
 *
 * @param <R> a state of the one
 * @param <S> a state of the other
 */
final class Product<R, S> implements Machine<Product.Pair<R, S>> {

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
     * @param one the one's; nothing if it says no to whatever follows
     * @param other the other's
     */
    record Pair<R, S>(@Nullable R one, @Nullable S other) {

        /** Spreads the pairs of neighbours, which most are. */
        @Override
        public int hashCode() {
            return 1_000_003 * Objects.hashCode(one) + Objects.hashCode(other);
        }
    }

    private final Machine<R> one;
    private final Operation operation;
    private final Machine<S> other;
    private final Ranges<R> ones;
    private final Ranges<S> others;

    Product(Machine<R> one, Operation operation, Machine<S> other) {
        this.one = one;
        this.operation = operation;
        this.other = other;
        this.ones = new Ranges<>(one);
        this.others = new Ranges<>(other);
    }

    /** The smallest automaton of both. */
    static Dfa of(Machine<?> one, Operation operation, Machine<?> other, Budget budget) {
        return Exploration.explore(new Product<>(one, operation, other), budget);
    }

    @Override
    public Pair<R, S> start() {
        return new Pair<>(one.start(), other.start());
    }

    @Override
    public Truth truth(Pair<R, S> state) {
        return operation.of(truth(one, state.one()), truth(other, state.other()));
    }

    private static <T> Truth truth(Machine<T> machine, @Nullable T state) {
        return state == null ? Truth.FALSE : machine.truth(state);
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

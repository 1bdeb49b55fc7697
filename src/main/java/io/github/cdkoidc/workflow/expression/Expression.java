package io.github.cdkoidc.workflow.expression;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What stands between <code>${{</code> and <code>}}</code>, or behind {@code if:}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions">GitHub: expressions</a>
 */
sealed interface Expression {

    /** What the expression comes to where the names mean what the scope says. */
    PossibleResults evaluate(Scope scope);

    /** The expressions that this one is made of. */
    default List<Expression> arguments() {
        return List.of();
    }

    /** Whether the result depends on how the jobs before went. Without, GitHub asks that they succeeded. */
    default boolean asksForStatus() {
        return arguments().stream().anyMatch(Expression::asksForStatus);
    }

    /** The contexts that the expression uses, such as {@code github}, in lower case. */
    default Stream<String> contexts() {
        return arguments().stream().flatMap(Expression::contexts);
    }

    /** A number, text, boolean or null. */
    record Constant(ExpressionValue literal) implements Expression {
        @Override
        public PossibleResults evaluate(Scope scope) {
            return PossibleResults.of(literal);
        }
    }

    /** A name such as {@code github.event_name} or {@code matrix['stage']}, as it is written, {@code *} and indexes included. */
    record Reference(List<String> path) implements Expression {
        public Reference {
            path = List.copyOf(path);
        }

        @Override
        public PossibleResults evaluate(Scope scope) {
            return scope.lookUp(path);
        }

        @Override
        public Stream<String> contexts() {
            return Stream.of(path.get(0).toLowerCase(Locale.ROOT));
        }
    }

    /** {@code !x}. */
    record Not(Expression operand) implements Expression {
        @Override
        public PossibleResults evaluate(Scope scope) {
            return operand.evaluate(scope).not();
        }

        @Override
        public List<Expression> arguments() {
            return List.of(operand);
        }
    }

    /** Two expressions with {@code &&}, {@code ||}, {@code ==}, {@code !=} or an order between. */
    record Binary(String operator, Expression left, Expression right) implements Expression {
        @Override
        public PossibleResults evaluate(Scope scope) {
            PossibleResults first = left.evaluate(scope);
            PossibleResults second = right.evaluate(scope);
            return switch (operator) {
                case "&&" -> first.and(second);
                case "||" -> first.or(second);
                case "==" -> ComparisonResult.equal(first, second, scope);
                case "!=" -> ComparisonResult.equal(first, second, scope).not();
                default -> PossibleResults.unknown(operator, "an order between values is not followed");
            };
        }

        @Override
        public List<Expression> arguments() {
            return List.of(left, right);
        }
    }

    /** A function. The case of its name does not count. */
    record Call(String name, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public PossibleResults evaluate(Scope scope) {
            List<PossibleResults> values =
                    arguments.stream().map(argument -> argument.evaluate(scope)).toList();
            return ExpressionFunction.named(name)
                    .flatMap(function -> function.apply(values, scope))
                    .orElseGet(() -> PossibleResults.unknown(
                            name.endsWith("…") ? name : name + "()", name + " is not followed"));
        }

        @Override
        public boolean asksForStatus() {
            return ExpressionFunction.STATUS.contains(name.toLowerCase(Locale.ROOT))
                    || Expression.super.asksForStatus();
        }
    }
}

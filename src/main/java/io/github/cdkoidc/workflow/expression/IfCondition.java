package io.github.cdkoidc.workflow.expression;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What stands behind {@code if:}. With or without <code>${{ }}</code> it is one expression; a text around an expression is always
 * true, because GitHub takes it for a text.
 */
public record IfCondition(SourceLocation place, String source) {

    /** Whether the job or step runs, if that is known, whichever way the jobs before went. */
    public Optional<Boolean> holds(Function<Scope.Status, Scope> scopes) {
        List<Optional<Boolean>> answers = Stream.of(Scope.Status.values())
                .map(status -> results(scopes.apply(status)).truth())
                .distinct()
                .toList();
        return answers.contains(Optional.of(true))
                ? Optional.of(true)
                : answers.size() == 1 ? answers.get(0) : Optional.empty();
    }

    private PossibleResults results(Scope scope) {
        return source.contains("${{")
                ? new Template(place, source.strip(), true).evaluate(scope)
                : Template.evaluate(source, scope);
    }

    /** Whether the condition says itself what the jobs before must have come to; otherwise they must have succeeded. */
    public boolean asksForStatus() {
        String expression = source.strip();
        boolean braces = expression.startsWith("${{") && expression.endsWith("}}");
        return ExpressionParser.parse(braces ? expression.substring(3, expression.length() - 2) : expression)
                .map(Expression::asksForStatus)
                .orElse(true);
    }

    /** The contexts that it uses, in lower case, once each. */
    public List<String> contexts() {
        return source.contains("${{")
                ? new Template(place, source, true).contexts()
                : ExpressionParser.parse(source).stream()
                        .flatMap(Expression::contexts)
                        .distinct()
                        .toList();
    }

    /** Whether it is an expression, or a text around expressions, which {@link Template#malformed} checks. */
    public boolean isReadable() {
        return source.contains("${{") || ExpressionParser.parse(source).isPresent();
    }
}

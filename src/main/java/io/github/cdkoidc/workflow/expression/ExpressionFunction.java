package io.github.cdkoidc.workflow.expression;

import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions of expressions that are followed. */
enum ExpressionFunction {
    ALWAYS(0, (arguments, scope) -> PossibleResults.of(true)),
    SUCCESS(0, (arguments, scope) -> PossibleResults.of(scope.status() == Scope.Status.SUCCESS)),
    FAILURE(0, (arguments, scope) -> PossibleResults.of(scope.status() == Scope.Status.FAILURE)),
    CANCELLED(0, (arguments, scope) -> PossibleResults.of(scope.status() == Scope.Status.CANCELLED)),
    STARTSWITH(2, (arguments, scope) -> ComparisonResult.startsWith(arguments.get(0), arguments.get(1), scope)),
    ENDSWITH(2, (arguments, scope) -> ComparisonResult.endsWith(arguments.get(0), arguments.get(1), scope)),
    CONTAINS(2, (arguments, scope) -> ComparisonResult.contains(arguments.get(0), arguments.get(1), scope)),
    FORMAT(1, (arguments, scope) -> format(arguments));

    static final Set<String> STATUS = Set.of("always", "success", "failure", "cancelled");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\{([0-9]{1,2})}|[^{}]+|[{}]");

    private final int arity;

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final BiFunction<List<PossibleResults>, Scope, PossibleResults> meaning;

    ExpressionFunction(int arity, BiFunction<List<PossibleResults>, Scope, PossibleResults> meaning) {
        this.arity = arity;
        this.meaning = meaning;
    }

    /** What the function comes to, if it is given as many arguments as it needs. */
    Optional<PossibleResults> apply(List<PossibleResults> arguments, Scope scope) {
        return arity <= arguments.size() ? Optional.of(meaning.apply(arguments, scope)) : Optional.empty();
    }

    static Optional<ExpressionFunction> named(String name) {
        return Stream.of(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static PossibleResults format(List<PossibleResults> arguments) {
        return arguments
                .get(0)
                .literal()
                .map(format -> PossibleResults.of(ClaimText.join(PLACEHOLDER
                        .matcher(format.text())
                        .results()
                        .map(found -> part(found, arguments))
                        .toArray(ClaimText[]::new))))
                .orElseGet(() -> PossibleResults.unknown("format()", "the format is not known"));
    }

    private static ClaimText part(MatchResult found, List<PossibleResults> arguments) {
        String index = found.group(1);
        if (index == null) {
            return ClaimText.known(found.group().replace("{{", "{").replace("}}", "}"));
        }
        int at = Integer.parseInt(index) + 1;
        return at < arguments.size()
                ? arguments.get(at).value()
                : new ClaimText.Unknown("format()", "the format asks for more than it is given");
    }
}

package io.github.cdkoidc.workflow.expression;

import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions of expressions that are followed. */
enum ExpressionFunction {
    ALWAYS {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return PossibleResults.of(true);
        }
    },
    SUCCESS {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return PossibleResults.of(scope.status() == Scope.Status.SUCCESS);
        }
    },
    FAILURE {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return PossibleResults.of(scope.status() == Scope.Status.FAILURE);
        }
    },
    CANCELLED {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return PossibleResults.of(scope.status() == Scope.Status.CANCELLED);
        }
    },
    STARTSWITH {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return ComparisonResult.startsWith(arguments.get(0), arguments.get(1), scope);
        }
    },
    ENDSWITH {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return ComparisonResult.endsWith(arguments.get(0), arguments.get(1), scope);
        }
    },
    CONTAINS {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return ComparisonResult.contains(arguments.get(0), arguments.get(1), scope);
        }
    },
    FORMAT {
        @Override
        PossibleResults apply(List<PossibleResults> arguments, Scope scope) {
            return arguments
                    .get(0)
                    .literal()
                    .map(format -> PossibleResults.of(format(format.text(), arguments)))
                    .orElseGet(() -> PossibleResults.unknown("format()", "the format is not known"));
        }
    };

    static final Set<String> STATUS = Set.of("always", "success", "failure", "cancelled");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\{([0-9]{1,2})}|[^{}]+|[{}]");

    /** What the function comes to. The parser has checked how many arguments there are. */
    abstract PossibleResults apply(List<PossibleResults> arguments, Scope scope);

    static Optional<ExpressionFunction> named(String name) {
        return Stream.of(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** How many arguments the function needs at least. */
    int arity() {
        return switch (this) {
            case STARTSWITH, ENDSWITH, CONTAINS -> 2;
            case FORMAT -> 1;
            default -> 0;
        };
    }

    private static ClaimText format(String format, List<PossibleResults> arguments) {
        return ClaimText.join(PLACEHOLDER
                .matcher(format)
                .results()
                .map(found -> part(found, arguments))
                .toArray(ClaimText[]::new));
    }

    private static ClaimText part(MatchResult found, List<PossibleResults> arguments) {
        String index = found.group(1);
        if (index == null) {
            return ClaimText.known(
                    found.group().equals("{{") || found.group().equals("}}")
                            ? found.group().substring(1)
                            : found.group());
        }
        int at = Integer.parseInt(index) + 1;
        return at < arguments.size()
                ? arguments.get(at).value()
                : new ClaimText.Unknown("format()", "the format asks for more than it is given");
    }
}

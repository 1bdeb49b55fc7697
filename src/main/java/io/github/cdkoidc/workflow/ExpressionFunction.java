package io.github.cdkoidc.workflow;

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
        Term apply(List<Term> arguments, Scope scope) {
            return Term.of(true);
        }
    },
    SUCCESS {
        @Override
        Term apply(List<Term> arguments, Scope scope) {
            return Term.of(scope.status() == Scope.Status.SUCCESS);
        }
    },
    FAILURE {
        @Override
        Term apply(List<Term> arguments, Scope scope) {
            return Term.of(scope.status() == Scope.Status.FAILURE);
        }
    },
    CANCELLED {
        @Override
        Term apply(List<Term> arguments, Scope scope) {
            return Term.of(scope.status() == Scope.Status.CANCELLED);
        }
    },
    STARTSWITH {
        @Override
        Term apply(List<Term> arguments, Scope scope) {
            return Comparison.startsWith(arguments.get(0), arguments.get(1), scope);
        }
    },
    ENDSWITH {
        @Override
        Term apply(List<Term> arguments, Scope scope) {
            return Comparison.endsWith(arguments.get(0), arguments.get(1), scope);
        }
    },
    CONTAINS {
        @Override
        Term apply(List<Term> arguments, Scope scope) {
            return Comparison.contains(arguments.get(0), arguments.get(1), scope);
        }
    },
    FORMAT {
        @Override
        Term apply(List<Term> arguments, Scope scope) {
            return arguments
                    .get(0)
                    .literal()
                    .map(format -> Term.of(format(format.text(), arguments)))
                    .orElseGet(() -> Term.unknown("format()", "the format is not known"));
        }
    };

    static final Set<String> STATUS = Set.of("always", "success", "failure", "cancelled");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\{([0-9]{1,2})}|[^{}]+|[{}]");

    /** What the function comes to. The parser has checked how many arguments there are. */
    abstract Term apply(List<Term> arguments, Scope scope);

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

    private static Value format(String format, List<Term> arguments) {
        return Value.join(PLACEHOLDER
                .matcher(format)
                .results()
                .map(found -> part(found, arguments))
                .toArray(Value[]::new));
    }

    private static Value part(MatchResult found, List<Term> arguments) {
        String index = found.group(1);
        if (index == null) {
            return Value.known(
                    found.group().equals("{{") || found.group().equals("}}")
                            ? found.group().substring(1)
                            : found.group());
        }
        int at = Integer.parseInt(index) + 1;
        return at < arguments.size()
                ? arguments.get(at).value()
                : new Value.Unknown("format()", "the format asks for more than it is given");
    }
}

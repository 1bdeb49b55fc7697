package io.github.cdkoidc.workflow.expression;

import io.github.cdkoidc.internal.yaml.SourceLocation;
import io.github.cdkoidc.internal.yaml.YamlNode;
import io.github.cdkoidc.workflow.text.ClaimText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of a workflow, in which <code>${{ … }}</code> stands for what an expression comes to.
 *
 * @param quoted whether it is a text whatever it looks like; otherwise {@code true} is a boolean and {@code 1.10} a number
 */
public record Template(SourceLocation place, String source, boolean quoted) {

    private static final String OPEN = "${{";
    private static final String CLOSE = "}}";

    /** A part of the text: an expression, or text between expressions. */
    private record Part(boolean expression, String text) {}

    public static Template of(YamlNode.Scalar scalar) {
        return new Template(scalar.place(), scalar.source(), scalar.quoted());
    }

    /** What the text comes to: an expression alone keeps its type. */
    public PossibleResults evaluate(Scope scope) {
        if (!source.contains(OPEN)) {
            return PossibleResults.of(quoted ? ExpressionValue.of(source) : ExpressionValue.plain(source));
        }
        List<PossibleResults> results = parts().stream()
                .map(part -> part.expression() ? evaluate(part.text(), scope) : PossibleResults.of(part.text()))
                .toList();
        return results.size() == 1 ? results.get(0) : results.stream().reduce(PossibleResults.of(""), Template::joined);
    }

    private static PossibleResults joined(PossibleResults left, PossibleResults right) {
        return PossibleResults.combine(
                left, right, (one, two) -> PossibleResults.of(ClaimText.join(one.value(), two.value())));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            int open = source.indexOf(OPEN, at);
            int close = open < 0 ? -1 : close(open + OPEN.length());
            if (open > at || close < 0) {
                parts.add(new Part(false, source.substring(at, close < 0 ? source.length() : open)));
            }
            if (close >= 0) {
                parts.add(new Part(true, source.substring(open + OPEN.length(), close)));
            }
            at = close < 0 ? source.length() : close + CLOSE.length();
        }
        return parts;
    }

    /** Where an expression ends: at the first braces that are not in a text in quotes. */
    private int close(int start) {
        boolean quotes = false;
        for (int at = start; at < source.length(); at++) {
            quotes ^= source.charAt(at) == '\'';
            if (!quotes && source.startsWith(CLOSE, at)) {
                return at;
            }
        }
        return -1;
    }

    static PossibleResults evaluate(String expression, Scope scope) {
        return ExpressionParser.parse(expression)
                .map(parsed -> parsed.evaluate(scope))
                .orElseGet(() ->
                        PossibleResults.unknown("expression", "\"" + expression.strip() + "\" is not an expression"));
    }

    /** The contexts that the expressions use, in lower case, once each. */
    public List<String> contexts() {
        return parts().stream()
                .filter(Part::expression)
                .flatMap(part -> ExpressionParser.parse(part.text()).stream())
                .flatMap(Expression::contexts)
                .distinct()
                .toList();
    }

    /** The first text in braces that is not an expression, if there is one. */
    public Optional<String> malformed() {
        return parts().stream()
                .filter(part -> part.expression()
                        ? ExpressionParser.parse(part.text()).isEmpty()
                        : part.text().contains(OPEN))
                .map(part -> part.text().strip())
                .findFirst();
    }
}

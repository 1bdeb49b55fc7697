package io.github.cdkoidc.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a workflow, in which <code>${{ … }}</code> stands for what an expression comes to.
 *
 * @param place where it is written
 * @param source what is written
 * @param quoted whether it is a text whatever it looks like; otherwise {@code true} is a boolean and {@code 1.10} a number
 */
public record Template(Place place, String source, boolean quoted) {

    /** Texts in single quotes may hold the closing braces. */
    private static final Pattern HOLE = Pattern.compile("\\$\\{\\{((?:'(?:[^']|'')*'|[^'])*?)}}", Pattern.DOTALL);

    static Template of(YamlNode.Scalar scalar) {
        return new Template(scalar.place(), scalar.source(), scalar.quoted());
    }

    /** What the text comes to: an expression alone keeps its type. */
    Term evaluate(Scope scope) {
        if (!hasExpressions()) {
            return Term.of(quoted ? Literal.of(source) : Literal.plain(source));
        }
        List<Term> parts = new ArrayList<>();
        Matcher hole = HOLE.matcher(source);
        int at = 0;
        while (hole.find()) {
            addText(parts, source.substring(at, hole.start()));
            parts.add(evaluate(hole.group(1), scope));
            at = hole.end();
        }
        addText(parts, source.substring(at));
        return parts.size() == 1 ? parts.get(0) : parts.stream().reduce(Term.of(Literal.of("")), Template::joined);
    }

    private static Term joined(Term left, Term right) {
        return Term.combine(left, right, (one, two) -> Term.of(Value.join(one.value(), two.value())));
    }

    private static void addText(List<Term> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(Term.of(Literal.of(text)));
        }
    }

    private Term evaluate(String expression, Scope scope) {
        return ExpressionParser.parse(expression)
                .map(parsed -> parsed.evaluate(scope))
                .orElseGet(() -> Term.unknown("expression", "\"" + expression.strip() + "\" is no expression"));
    }

    /** Whether anything but the text itself decides what it comes to. */
    boolean hasExpressions() {
        return source.contains("${{");
    }

    /** The first expression that is none, if there is one. */
    Optional<String> malformed() {
        Matcher hole = HOLE.matcher(source);
        String rest = hole.replaceAll("");
        if (rest.contains("${{")) {
            return Optional.of(rest.substring(rest.indexOf("${{")));
        }
        return hole.results()
                .map(found -> found.group(1))
                .filter(expression -> ExpressionParser.parse(expression).isEmpty())
                .map(String::strip)
                .findFirst();
    }
}

package io.github.cdkoidc.workflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an expression: words, texts in single quotes, numbers, {@code ! && || == != < <= > >=}, brackets and functions. */
final class ExpressionParser {

    private static final int LONGEST = 21_000;
    private static final int DEEPEST = 50;
    private static final int MOST_TOKENS = 2_000;
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<text>'(?:[^']++|'')*+')"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_-]*)"
            + "|(?<number>[-+]?(?:0x[0-9a-fA-F]+|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?))"
            + "|(?<mark>&&|\\|\\||==|!=|<=|>=|[<>!().,*\\[\\]]))");
    private static final List<List<String>> PRECEDENCE =
            List.of(List.of("||"), List.of("&&"), List.of("==", "!="), List.of("<", "<=", ">", ">="));

    private final List<String> tokens;
    private int next;
    private int depth;

    private ExpressionParser(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The expression, or nothing if GitHub would not read it. */
    static Optional<Expression> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return tokens(text).map(ExpressionParser::new).flatMap(parser -> {
            try {
                Expression expression = parser.binary(0);
                return parser.next == parser.tokens.size() ? Optional.of(expression) : Optional.empty();
            } catch (Malformed e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<List<String>> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.stripTrailing());
        while (matcher.regionStart() < matcher.regionEnd()) {
            if (!matcher.lookingAt() || tokens.size() == MOST_TOKENS) {
                return Optional.empty();
            }
            tokens.add(matcher.group().strip());
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        return Optional.of(tokens);
    }

    private Expression binary(int level) {
        if (level == PRECEDENCE.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        while (PRECEDENCE.get(level).contains(peek())) {
            String operator = take();
            left = new Expression.Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    private Expression unary() {
        if (++depth > DEEPEST) {
            throw new Malformed();
        }
        String token = take();
        Expression result = token.equals("!") ? new Expression.Not(unary()) : primary(token);
        depth--;
        return result;
    }

    private Expression primary(String token) {
        if (token.equals("(")) {
            Expression inner = binary(0);
            require(")");
            return inner;
        }
        if (token.startsWith("'")) {
            return new Expression.Constant(
                    ExpressionValue.of(token.substring(1, token.length() - 1).replace("''", "'")));
        }
        if (!Character.isLetter(token.charAt(0)) && token.charAt(0) != '_') {
            ExpressionValue number = ExpressionValue.plain(token);
            if (number.type() != ExpressionValue.Type.NUMBER) {
                throw new Malformed();
            }
            return new Expression.Constant(number);
        }
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "true" -> new Expression.Constant(ExpressionValue.TRUE);
            case "false" -> new Expression.Constant(ExpressionValue.FALSE);
            case "null" -> new Expression.Constant(ExpressionValue.NULL);
            default -> peek().equals("(") ? call(token) : reference(token);
        };
    }

    private Expression call(String name) {
        take();
        List<Expression> arguments = new ArrayList<>();
        while (!peek().equals(")")) {
            if (!arguments.isEmpty()) {
                require(",");
            }
            arguments.add(binary(0));
        }
        take();
        Expression call = new Expression.Call(name, arguments);
        if (peek().equals(".") || peek().equals("[")) {
            // A part of what a function returns is not followed, but read to its end.
            reference("");
            return new Expression.Call(name + "(…)…", List.of(call));
        }
        return call;
    }

    private Expression reference(String first) {
        List<String> path = new ArrayList<>(List.of(first));
        while (peek().equals(".") || peek().equals("[")) {
            if (take().equals(".")) {
                path.add(take());
            } else {
                Expression index = binary(0);
                require("]");
                path.add(
                        index instanceof Expression.Constant constant
                                ? constant.literal().text()
                                : "*");
            }
        }
        return new Expression.Reference(path);
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        if (next == tokens.size()) {
            throw new Malformed();
        }
        return tokens.get(next++);
    }

    private void require(String token) {
        if (!take().equals(token)) {
            throw new Malformed();
        }
    }

    /** Ends the parsing, and is caught there. */
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }
}

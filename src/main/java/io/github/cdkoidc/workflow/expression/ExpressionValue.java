package io.github.cdkoidc.workflow.expression;

import io.github.cdkoidc.internal.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value of YAML or of an expression, with the type that GitHub gives it. The type decides whether it is true, and what it
 * equals: {@code false} is not {@code 'false'}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals">GitHub: literals</a>
 */
public record ExpressionValue(Type type, String text) {

    enum Type {
        NULL,
        BOOLEAN,
        NUMBER,
        TEXT
    }

    public static final ExpressionValue NULL = new ExpressionValue(Type.NULL, "");
    public static final ExpressionValue TRUE = new ExpressionValue(Type.BOOLEAN, "true");
    public static final ExpressionValue FALSE = new ExpressionValue(Type.BOOLEAN, "false");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,7}");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,10}");
    private static final int LONGEST_NUMBER = 100;
    private static final MathContext DIGITS = new MathContext(15);

    public static ExpressionValue of(String text) {
        return new ExpressionValue(Type.TEXT, text);
    }

    /** As GitHub reads a scalar: {@code 1.10} without quotes is the number {@code 1.1}. */
    public static ExpressionValue of(YamlNode.Scalar scalar) {
        return scalar.quoted() ? of(scalar.source()) : plain(scalar.source());
    }

    /** The text of a scalar as GitHub reads it; nothing of a map or a list. */
    public static Optional<String> text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? Optional.of(of(scalar).text()) : Optional.empty();
    }

    public static ExpressionValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** What a scalar without quotes means, by the core schema of YAML 1.2. */
    public static ExpressionValue plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NULL;
            case "true", "True", "TRUE" -> TRUE;
            case "false", "False", "FALSE" -> FALSE;
            default -> number(text);
        };
    }

    private static ExpressionValue number(String text) {
        if (HEX.matcher(text).matches()) {
            return new ExpressionValue(Type.NUMBER, Integer.toString(Integer.parseInt(text.substring(2), 16)));
        }
        if (OCTAL.matcher(text).matches()) {
            return new ExpressionValue(Type.NUMBER, Long.toString(Long.parseLong(text.substring(2), 8)));
        }
        if (text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()) {
            BigDecimal value = new BigDecimal(text).round(DIGITS).stripTrailingZeros();
            return new ExpressionValue(Type.NUMBER, value.toPlainString());
        }
        return of(text);
    }

    boolean isTrue() {
        return switch (type) {
            case NULL -> false;
            case BOOLEAN -> text.equals("true");
            case NUMBER -> !text.equals("0");
            case TEXT -> !text.isEmpty();
        };
    }

    /** Equality as in expressions: texts without regard to case, different types as numbers. */
    public boolean isEqualTo(ExpressionValue other) {
        return type == other.type ? text.equalsIgnoreCase(other.text) : asNumber() == other.asNumber();
    }

    private double asNumber() {
        return switch (type) {
            case NULL -> 0;
            case BOOLEAN -> text.equals("true") ? 1 : 0;
            case NUMBER -> Double.parseDouble(text);
            case TEXT -> {
                ExpressionValue number = number(text.isBlank() ? "0" : text.strip());
                yield number.type == Type.NUMBER ? Double.parseDouble(number.text) : Double.NaN;
            }
        };
    }
}

package io.github.cdkoidc.workflow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/**
 * A value of YAML or of an expression, with the type that GitHub gives it. The type decides whether it is true, and what it
 * equals: {@code false} is not {@code 'false'}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals">GitHub: literals</a>
 */
record Literal(Type type, String text) {

    enum Type {
        NULL,
        BOOLEAN,
        NUMBER,
        TEXT
    }

    static final Literal NULL = new Literal(Type.NULL, "");
    static final Literal TRUE = new Literal(Type.BOOLEAN, "true");
    static final Literal FALSE = new Literal(Type.BOOLEAN, "false");

    private static final Pattern EMPTY = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern YES = Pattern.compile("true|True|TRUE");
    private static final Pattern NO = Pattern.compile("false|False|FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,7}");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,10}");
    private static final int LONGEST_NUMBER = 100;
    private static final MathContext DIGITS = new MathContext(15);

    static Literal of(String text) {
        return new Literal(Type.TEXT, text);
    }

    /** As GitHub reads a scalar: {@code 1.10} without quotes is the number {@code 1.1}. */
    static Literal of(YamlNode.Scalar scalar) {
        return scalar.quoted() ? of(scalar.source()) : plain(scalar.source());
    }

    static Literal of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** What a scalar without quotes means, by the core schema of YAML 1.2. */
    static Literal plain(String text) {
        if (EMPTY.matcher(text).matches()) {
            return NULL;
        }
        if (YES.matcher(text).matches()) {
            return TRUE;
        }
        if (NO.matcher(text).matches()) {
            return FALSE;
        }
        return number(text);
    }

    private static Literal number(String text) {
        if (HEX.matcher(text).matches()) {
            return new Literal(Type.NUMBER, Integer.toString(Integer.parseInt(text.substring(2), 16)));
        }
        if (OCTAL.matcher(text).matches()) {
            return new Literal(Type.NUMBER, Long.toString(Long.parseLong(text.substring(2), 8)));
        }
        if (text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()) {
            BigDecimal value = new BigDecimal(text).round(DIGITS).stripTrailingZeros();
            return new Literal(Type.NUMBER, value.toPlainString());
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
    boolean isEqualTo(Literal other) {
        if (type == other.type) {
            return text.equalsIgnoreCase(other.text);
        }
        double left = asNumber();
        double right = other.asNumber();
        return left == right;
    }

    private double asNumber() {
        return switch (type) {
            case NULL -> 0;
            case BOOLEAN -> text.equals("true") ? 1 : 0;
            case NUMBER -> Double.parseDouble(text);
            case TEXT -> ofText(text.strip());
        };
    }

    private static double ofText(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        Literal number = number(text);
        return number.type == Type.NUMBER ? Double.parseDouble(number.text) : Double.NaN;
    }
}

package io.github.cdkoidc.claims;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders that AWS CDK writes into strings whose value is known only at deployment, such as {@code
 * ${Token[TOKEN.7]}}. They are recognised, so that they can be passed through or refused; they are never parsed.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/tokens.html">AWS CDK: tokens</a>
 */
public final class CdkToken {

    /** Hardly any text holds one, and to look for this first is quick. */
    private static final String START = "{Token[";

    private static final Pattern TOKEN = Pattern.compile("[$#]\\{Token\\[[a-zA-Z0-9:._-]+\\]\\}");

    private CdkToken() {}

    /**
     * Whether a text holds a token.
     *
     * @param text any text
     * @return true if some part of the text is known only at deployment
     */
    public static boolean isIn(String text) {
        return text.contains(START) && TOKEN.matcher(text).find();
    }

    /**
     * The tokens of a text.
     *
     * @param text any text
     * @return where each is, in order
     */
    public static List<MatchResult> in(String text) {
        return TOKEN.matcher(text).results().toList();
    }

    /**
     * The pieces of a text around its tokens, tokens included, in order.
     *
     * @param text any text
     * @return the text as it is if it holds no token, otherwise with every token taken out
     */
    public static String without(String text) {
        return isIn(text) ? TOKEN.matcher(text).replaceAll("") : text;
    }

    /** A text with {@code x} for every token: what can be checked of it before the tokens have values. */
    static String standIn(String text) {
        return isIn(text) ? TOKEN.matcher(text).replaceAll("x") : text;
    }

    /**
     * A text with everything but its tokens changed.
     *
     * @param text any text
     * @param change what becomes of the text before, between and after the tokens
     * @return the text with its tokens as they are
     */
    public static String around(String text, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            changed.append(change.apply(text.substring(end, token.start()))).append(token.group());
            end = token.end();
        }
        return changed.append(change.apply(text.substring(end))).toString();
    }
}

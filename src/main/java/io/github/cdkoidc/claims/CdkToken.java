package io.github.cdkoidc.claims;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The placeholders that AWS CDK writes into strings whose value is known only at deployment, such as {@code
 * ${Token[TOKEN.7]}}. They are recognised, so that they can be passed through or refused; they are never parsed.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/tokens.html">AWS CDK: tokens</a>
 */
public final class CdkToken {

    private static final Pattern TOKEN = Pattern.compile("[$#]\\{Token\\[[^\\]]*\\]\\}");

    private CdkToken() {}

    /**
     * Whether a text holds a token.
     *
     * @param text any text
     * @return true if some part of the text is known only at deployment
     */
    public static boolean isIn(String text) {
        return TOKEN.matcher(text).find();
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
        return TOKEN.matcher(text).replaceAll("");
    }
}

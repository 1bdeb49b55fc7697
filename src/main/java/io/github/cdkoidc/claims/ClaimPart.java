package io.github.cdkoidc.claims;

/** A part of a claim's value in {@link TokenSet}. */
public sealed interface ClaimPart {

    /**
     * A text that is the same in all tokens.
     *
     * @param text the text
     */
    record Text(String text) implements ClaimPart {}

    /**
     * What differs.
     *
     * @param variation what it is; wherever a token has the same variation, it is the same text
     * @param escaped whether {@code :} is written {@code %3A}, as in {@code sub}
     */
    record Varying(ClaimVariable variation, boolean escaped) implements ClaimPart {}
}

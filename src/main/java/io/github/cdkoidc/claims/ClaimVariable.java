package io.github.cdkoidc.claims;

import java.util.Optional;

/**
 * What differs between the tokens of one run: the branch that it is of, or what nobody has said.
 *
 * @param shown the variation for a reader, such as {@code <release/**>}
 * @param texts what it can be
 * @param why why it is not known which of the texts it is; nothing if each of them occurs in some run
 */
public record ClaimVariable(String shown, TextSet texts, Optional<String> why) {

    /**
     * A variation of which each text occurs in some run.
     *
     * @param shown the variation for a reader
     * @param texts the texts
     * @return the variation
     */
    public static ClaimVariable each(String shown, TextSet texts) {
        return new ClaimVariable(shown, texts, Optional.empty());
    }

    /**
     * A variation that is one of the texts in all runs, and nobody has said which.
     *
     * @param shown the variation for a reader
     * @param texts the texts
     * @param why why it is not known
     * @return the variation
     */
    public static ClaimVariable unknown(String shown, TextSet texts, String why) {
        return new ClaimVariable(shown, texts, Optional.of(why));
    }

    /**
     * Whether it is one text in all runs, and nobody has said which.
     *
     * @return false if each text occurs in some run
     */
    public boolean isUnknown() {
        return why.isPresent();
    }
}

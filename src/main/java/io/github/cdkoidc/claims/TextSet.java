package io.github.cdkoidc.claims;

/**
 * A set of texts, such as the names of the branches that start a run.
 *
 * <p>It is a description and nothing is computed here: filters that take away what others add can take long to work out, and whoever
 * does so has to set a limit.
 */
public sealed interface TextSet {

    /**
     * The texts that a regular expression matches as a whole.
     *
     * @param expression in the syntax of {@code dk.brics.automaton.RegExp}
     * @return the texts
     */
    static TextSet matching(String expression) {
        return new Matching(expression);
    }

    /**
     * The texts of either set.
     *
     * @param other the other
     * @return the texts
     */
    default TextSet or(TextSet other) {
        return new Either(this, other);
    }

    /**
     * The texts of both sets.
     *
     * @param other the other
     * @return the texts
     */
    default TextSet and(TextSet other) {
        return new Both(this, other);
    }

    /**
     * The texts of this set and not the other.
     *
     * @param other the other
     * @return the texts
     */
    default TextSet without(TextSet other) {
        return new Without(this, other);
    }

    /**
     * The texts that a regular expression matches as a whole.
     *
     * @param expression in the syntax of {@code dk.brics.automaton.RegExp}
     */
    record Matching(String expression) implements TextSet {}

    /**
     * The texts of either set.
     *
     * @param one the one
     * @param other the other
     */
    record Either(TextSet one, TextSet other) implements TextSet {}

    /**
     * The texts of both sets.
     *
     * @param one the one
     * @param other the other
     */
    record Both(TextSet one, TextSet other) implements TextSet {}

    /**
     * The texts of one set and not the other.
     *
     * @param one the one
     * @param other the other
     */
    record Without(TextSet one, TextSet other) implements TextSet {}
}

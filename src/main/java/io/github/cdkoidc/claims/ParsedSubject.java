package io.github.cdkoidc.claims;

/**
 * A {@code sub} around its context. {@link SubjectFormat#parse} makes it.
 *
 * @param before what stands before the context, the repository as a rule
 * @param context the context
 * @param after what stands behind it in a customised {@code sub}
 */
public record ParsedSubject(String before, SubjectContext context, String after) {

    /** The whole. */
    public String text() {
        return before + context.text() + after;
    }

    /** The same with another context. */
    public ParsedSubject with(SubjectContext other) {
        return new ParsedSubject(before, other, after);
    }
}

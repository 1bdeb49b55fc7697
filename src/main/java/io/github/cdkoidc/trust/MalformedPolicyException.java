package io.github.cdkoidc.trust;

/** Says that a document is no trust policy, where in it, and what to write instead. */
public final class MalformedPolicyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final TrustRule rule;
    private final String pointer;
    private final int line;
    private final int column;

    MalformedPolicyException(String pointer, int line, int column, String what) {
        this(TrustRule.MALFORMED_POLICY, pointer, line, column, what);
    }

    MalformedPolicyException(TrustRule rule, String pointer, int line, int column, String what) {
        super(place(pointer, line, column) + ": " + what);
        this.rule = rule;
        this.pointer = pointer;
        this.line = line;
        this.column = column;
    }

    private static String place(String pointer, int line, int column) {
        String element = pointer.isEmpty() ? "document" : pointer;
        return line > 0 ? element + " (line " + line + ", column " + column + ")" : element;
    }

    /**
     * The same as a finding.
     *
     * @return a finding of {@link TrustRule#DUPLICATE_KEY} or {@link TrustRule#MALFORMED_POLICY}, with the element as its place
     */
    public Finding finding() {
        return Finding.of(rule, pointer, String.valueOf(getMessage()));
    }

    /**
     * The element.
     *
     * @return a JSON pointer, such as {@code /Statement/0/Effect}; empty for the whole document
     */
    public String pointer() {
        return pointer;
    }

    /**
     * The line of the text.
     *
     * @return a number from 1, or 0 for a document that was no text of its own
     */
    public int line() {
        return line;
    }

    /**
     * The column of the text.
     *
     * @return a number from 1, or 0 for a document that was no text of its own
     */
    public int column() {
        return column;
    }
}

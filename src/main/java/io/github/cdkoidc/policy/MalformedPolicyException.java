package io.github.cdkoidc.policy;

/** Says that a document is not a trust policy, where in it, and what to write instead. */
public final class MalformedPolicyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a document. */
    public enum Kind {
        /** It is not a trust policy. */
        MALFORMED,
        /** A key stands twice in one object. */
        DUPLICATE_KEY,
        /** Only the deployment knows the element. */
        NOT_JUDGED
    }

    private final Kind kind;
    private final String pointer;
    private final int line;
    private final int column;

    MalformedPolicyException(Kind kind, String pointer, int line, int column, String what) {
        super(place(pointer, line, column) + ": " + what);
        this.kind = kind;
        this.pointer = pointer;
        this.line = line;
        this.column = column;
    }

    private static String place(String pointer, int line, int column) {
        String element = pointer.isEmpty() ? "document" : pointer;
        return line > 0 ? element + " (line " + line + ", column " + column + ")" : element;
    }

    /** {@return what is wrong} */
    public Kind kind() {
        return kind;
    }

    /** {@return the element: a JSON pointer, such as {@code /Statement/0/Effect}; empty for the whole document} */
    public String pointer() {
        return pointer;
    }

    /** {@return the line of the text, a number from 1, or 0 for a document that was no text of its own} */
    public int line() {
        return line;
    }

    /** {@return the column of the text, a number from 1, or 0 for a document that was no text of its own} */
    public int column() {
        return column;
    }
}

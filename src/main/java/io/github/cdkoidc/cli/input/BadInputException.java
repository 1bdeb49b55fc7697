package io.github.cdkoidc.cli.input;

/** Says what was given that cannot be read, why, and what to give instead. It never repeats a token. */
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names a file, option or variable, what is wrong with it, and what to give instead. */
    public BadInputException(String name, String why) {
        this(name + ": " + why);
    }

    /** Takes the whole message. */
    public BadInputException(String message) {
        super(message);
    }
}

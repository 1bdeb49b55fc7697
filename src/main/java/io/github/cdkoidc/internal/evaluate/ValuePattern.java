package io.github.cdkoidc.internal.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a value of a condition matches: code points, {@link Glob#STAR} and {@link Glob#ANY}. */
public final class ValuePattern {

    private final int[] characters;
    private final boolean ignoresCase;
    private final boolean known;

    /** A pattern. It is {@code known} if every text that matches it surely matches the value. */
    public ValuePattern(int[] characters, boolean ignoresCase, boolean known) {
        this.characters = characters.clone();
        this.ignoresCase = ignoresCase;
        this.known = known;
    }

    /** Whether it matches one text only, apart from the case of letters. */
    public boolean isExact() {
        return known && Arrays.stream(characters).allMatch(character -> character >= 0);
    }

    /** The text that an exact pattern matches. */
    public String text() {
        return String.join("", literals());
    }

    public int length() {
        return characters.length;
    }

    public int at(int place) {
        return characters[place];
    }

    public boolean ignoresCase() {
        return ignoresCase;
    }

    public boolean isKnown() {
        return known;
    }

    /** The texts between wildcards. */
    public List<String> literals() {
        List<String> literals = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int character : characters) {
            if (character >= 0) {
                literal.appendCodePoint(character);
            } else if (!literal.isEmpty()) {
                literals.add(literal.toString());
                literal.setLength(0);
            }
        }
        if (!literal.isEmpty()) {
            literals.add(literal.toString());
        }
        return literals;
    }
}

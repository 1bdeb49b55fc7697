package io.github.cdkoidc.workflow.text;

import io.github.cdkoidc.claims.CharacterSet;
import io.github.cdkoidc.claims.TextSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a pattern: one character or the set that it is of, and how often it may occur.
 *
 * @param literal the character if the part stands for it and nothing else, otherwise nothing
 * @param isRepeated whether it may occur more or less often than once
 */
record GlobAtom(String literal, TextSet texts, boolean isRepeated) {

    private static final GlobAtom ANY = new GlobAtom("", TextSet.any(), true);
    private static final GlobAtom BUT_SLASH =
            new GlobAtom("", TextSet.anyCharacterBut(TextSet.oneOf("/")).anyTimes(), true);

    /** The atoms of a pattern. */
    static List<GlobAtom> parse(String pattern) {
        List<GlobAtom> atoms = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*') {
                int end = at;
                while (end < pattern.length() && pattern.charAt(end) == '*') {
                    end++;
                }
                atoms.add(end - at > 1 ? ANY : BUT_SLASH);
                at = end;
            } else if (c == '?' || c == '+') {
                repeat(pattern, atoms, c);
                at++;
            } else if (c == '[') {
                int end = end(pattern, at);
                atoms.add(new GlobAtom("", ranges(pattern, pattern.substring(at + 1, end)), false));
                at = end + 1;
            } else {
                int escaped = c == '\\' && at + 1 < pattern.length() ? 1 : 0;
                String literal = pattern.substring(at + escaped, at + escaped + 1);
                atoms.add(new GlobAtom(literal, TextSet.text(literal), false));
                at += 1 + escaped;
            }
        }
        return atoms;
    }

    private static void repeat(String pattern, List<GlobAtom> atoms, char repetition) {
        GlobAtom last = atoms.isEmpty() ? ANY : atoms.get(atoms.size() - 1);
        if (last.isRepeated) {
            throw new IllegalArgumentException("pattern \"" + pattern + "\" has " + repetition
                    + " with no character before it to repeat: write \\" + repetition + " for the character itself");
        }
        TextSet repeated = repetition == '?' ? last.texts.optional() : last.texts.atLeastOnce();
        atoms.set(atoms.size() - 1, new GlobAtom("", repeated, true));
    }

    private static int end(String pattern, int start) {
        int end = pattern.indexOf(']', start + 1);
        if (end < start + 2) {
            throw new IllegalArgumentException(
                    "pattern \"" + pattern + "\" has a [ whose characters are not there or not "
                            + "closed: write [0-9], or \\[ for the character itself");
        }
        return end;
    }

    private static CharacterSet ranges(String pattern, String inside) {
        List<CharacterSet> ranges = new ArrayList<>();
        int at = 0;
        while (at < inside.length()) {
            char from = inside.charAt(at);
            boolean range = at + 2 < inside.length() && inside.charAt(at + 1) == '-';
            char to = range ? inside.charAt(at + 2) : from;
            if (to < from) {
                throw new IllegalArgumentException("pattern \"" + pattern + "\" has the range " + from + "-" + to
                        + ", which is empty: write " + to + "-" + from);
            }
            ranges.add(TextSet.range(from, to));
            at += range ? 3 : 1;
        }
        return TextSet.oneOf(ranges.toArray(CharacterSet[]::new));
    }
}

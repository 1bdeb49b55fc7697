package io.github.cdkoidc.workflow.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One character of a pattern, or the set that it is of, and how often it may occur.
 *
 * @param kind what the characters say
 * @param characters the character itself, or pairs of the first and last of each range
 * @param repetition none, {@code ?}, {@code +} or {@code *}
 */
record GlobAtom(Kind kind, String characters, String repetition) {

    public enum Kind {
        CHARACTER,
        RANGES,
        BUT_SLASH,
        ANY
    }

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
                atoms.add(new GlobAtom(end - at > 1 ? Kind.ANY : Kind.BUT_SLASH, "", "*"));
                at = end;
            } else if (c == '?' || c == '+') {
                repeat(pattern, atoms, String.valueOf(c));
                at++;
            } else if (c == '[') {
                int end = end(pattern, at);
                atoms.add(new GlobAtom(Kind.RANGES, ranges(pattern, pattern.substring(at + 1, end)), ""));
                at = end + 1;
            } else {
                int escaped = c == '\\' && at + 1 < pattern.length() ? 1 : 0;
                atoms.add(new GlobAtom(Kind.CHARACTER, String.valueOf(pattern.charAt(at + escaped)), ""));
                at += 1 + escaped;
            }
        }
        return atoms;
    }

    private static void repeat(String pattern, List<GlobAtom> atoms, String repetition) {
        GlobAtom last = atoms.isEmpty() ? null : atoms.get(atoms.size() - 1);
        if (last == null || !last.repetition.isEmpty()) {
            throw new IllegalArgumentException("pattern \"" + pattern + "\" has " + repetition
                    + " with no character before it to repeat: write \\" + repetition + " for the character itself");
        }
        atoms.set(atoms.size() - 1, new GlobAtom(last.kind, last.characters, repetition));
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

    private static String ranges(String pattern, String inside) {
        StringBuilder ranges = new StringBuilder();
        int at = 0;
        while (at < inside.length()) {
            char from = inside.charAt(at);
            boolean range = at + 2 < inside.length() && inside.charAt(at + 1) == '-';
            char to = range ? inside.charAt(at + 2) : from;
            if (to < from) {
                throw new IllegalArgumentException("pattern \"" + pattern + "\" has the range " + from + "-" + to
                        + ", which is empty: write " + to + "-" + from);
            }
            ranges.append(from).append(to);
            at += range ? 3 : 1;
        }
        return ranges.toString();
    }

    /** Whether this stands for one character and nothing else. */
    boolean isLiteral() {
        return kind == Kind.CHARACTER && repetition.isEmpty();
    }

    private boolean accepts(char c) {
        return switch (kind) {
            case CHARACTER -> c == characters.charAt(0);
            case BUT_SLASH -> c != '/';
            case ANY -> true;
            case RANGES -> {
                boolean inside = false;
                for (int at = 0; at < characters.length(); at += 2) {
                    inside |= characters.charAt(at) <= c && c <= characters.charAt(at + 1);
                }
                yield inside;
            }
        };
    }

    /** As a regular expression. */
    String regex() {
        return switch (kind) {
                    case CHARACTER -> literal(characters.charAt(0));
                    case BUT_SLASH -> "[^/]";
                    case ANY -> ".";
                    case RANGES -> {
                        StringBuilder set = new StringBuilder("[");
                        for (int at = 0; at < characters.length(); at += 2) {
                            String from = literal(characters.charAt(at));
                            String to = literal(characters.charAt(at + 1));
                            set.append(from.equals(to) ? from : from + "-" + to);
                        }
                        yield set.append("]").toString();
                    }
                }
                + repetition;
    }

    private static String literal(char c) {
        return Character.isLetterOrDigit(c) || c > 0x7F ? String.valueOf(c) : "\\" + c;
    }

    /** Whether atoms match a text as a whole. Takes as long as the text times the atoms, whatever they are. */
    static boolean match(List<GlobAtom> atoms, String text) {
        BitSet reached = new BitSet();
        reached.set(0);
        for (GlobAtom atom : atoms) {
            reached = atom.advance(reached, text);
        }
        return reached.get(text.length());
    }

    /** Where in the text the atom can end, from where it can start. */
    private BitSet advance(BitSet starts, String text) {
        BitSet ends = new BitSet();
        if (repetition.equals("?") || repetition.equals("*")) {
            ends.or(starts);
        }
        boolean again = repetition.equals("+") || repetition.equals("*");
        for (int at = 0; at < text.length(); at++) {
            boolean start = starts.get(at) || (again && ends.get(at));
            if (start && accepts(text.charAt(at))) {
                ends.set(at + 1);
            }
        }
        return ends;
    }
}

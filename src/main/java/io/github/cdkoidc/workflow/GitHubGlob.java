package io.github.cdkoidc.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of a branch, tag or path filter, as GitHub reads it: {@code *} stands for any run of characters but {@code /},
 * {@code **} for any run at all, {@code ?} for the character before it or none, {@code +} for one or more of it, {@code [a-z]}
 * for one of the characters, and {@code \} takes the meaning from what follows. Case counts.
 *
 * <p>It is not a shell's glob: {@code ?} never stands for a character of its own, and {@code *} matches a leading dot. A
 * {@code !} at the start belongs to the list that the pattern is in, see {@link NameFilter}.
 *
 * @param pattern the pattern, without a leading {@code !}
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">
 *     GitHub: filter pattern cheat sheet</a>
 */
public record GitHubGlob(String pattern) {

    private static final String ANYTHING = ".*";
    private static final String BUT_SLASH = "[^/]*";

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException if it is empty, repeats nothing, or has brackets that hold nothing or do not close
     */
    public GitHubGlob {
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("pattern \"\" is empty, and no name is: write ** for every name");
        }
        translate(pattern);
    }

    /**
     * The pattern that matches a text and nothing else.
     *
     * @param text any text but the empty one
     * @return the pattern, with {@code \} before each character that means something
     */
    public static GitHubGlob literally(String text) {
        return new GitHubGlob(escaped(text));
    }

    /** A text as a part of a pattern. */
    static String escaped(String text) {
        return text.replaceAll("[*?+\\[\\]!\\\\]", "\\\\$0");
    }

    /**
     * Whether a name matches, as a whole.
     *
     * @param name the name, such as {@code release/1.2}
     * @return true if the pattern stands for the name
     */
    public boolean matches(String name) {
        return Pattern.compile(regex(), Pattern.DOTALL).matcher(name).matches();
    }

    /**
     * The same as a regular expression that has to match the whole name. It is made of literals, {@code \} before all but letters
     * and digits, {@code .} for any character, {@code [ ]}, {@code ?}, {@code *} and {@code +}, and means the same to {@code
     * java.util.regex} with {@code DOTALL} and to {@code dk.brics.automaton}.
     *
     * @return for {@code v[12].*}: {@code v[12]\.[^/]*}
     */
    public String regex() {
        return String.join("", translate(pattern));
    }

    /**
     * The one name that matches, if only one does.
     *
     * @return the name, or nothing for a pattern
     */
    public Optional<String> name() {
        String prefix = literalPrefix();
        return prefix.length() == translate(pattern).size() ? Optional.of(prefix) : Optional.empty();
    }

    /** What every matching name starts with. */
    String literalPrefix() {
        StringBuilder prefix = new StringBuilder();
        for (String atom : translate(pattern)) {
            if (!isLiteral(atom)) {
                break;
            }
            prefix.append(atom.charAt(atom.length() - 1));
        }
        return prefix.toString();
    }

    /** Whether every name that starts with a prefix matches. */
    boolean coversPrefix(String prefix) {
        return pattern.equals(escaped(literalPrefix()) + "**") && prefix.startsWith(literalPrefix());
    }

    private static boolean isLiteral(String atom) {
        return atom.length() == 1 || (atom.length() == 2 && atom.charAt(0) == '\\');
    }

    /** One atom for each character that the pattern stands for, with its repetition. */
    private static List<String> translate(String pattern) {
        List<String> atoms = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*') {
                int stars = at;
                while (at < pattern.length() && pattern.charAt(at) == '*') {
                    at++;
                }
                atoms.add(at - stars > 1 ? ANYTHING : BUT_SLASH);
            } else if (c == '?' || c == '+') {
                repeat(pattern, atoms, c);
                at++;
            } else if (c == '[') {
                int end = end(pattern, at);
                atoms.add(characters(pattern, pattern.substring(at + 1, end)));
                at = end + 1;
            } else {
                boolean escaped = c == '\\' && at + 1 < pattern.length();
                atoms.add(literal(escaped ? pattern.charAt(at + 1) : c));
                at += escaped ? 2 : 1;
            }
        }
        return atoms;
    }

    private static void repeat(String pattern, List<String> atoms, char repetition) {
        int last = atoms.size() - 1;
        if (last < 0 || !(isLiteral(atoms.get(last)) || atoms.get(last).endsWith("]"))) {
            throw new IllegalArgumentException("pattern \"" + pattern + "\" has " + repetition
                    + " with no character before it to repeat: write \\" + repetition + " for the character itself");
        }
        atoms.set(last, atoms.get(last) + repetition);
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

    private static String characters(String pattern, String inside) {
        StringBuilder set = new StringBuilder("[");
        for (int at = 0; at < inside.length(); at++) {
            char from = inside.charAt(at);
            set.append(literal(from));
            if (at + 2 < inside.length() && inside.charAt(at + 1) == '-') {
                char to = inside.charAt(at + 2);
                if (to < from) {
                    throw new IllegalArgumentException("pattern \"" + pattern + "\" has the range " + from + "-" + to
                            + ", which is empty: write " + to + "-" + from);
                }
                set.append('-').append(literal(to));
                at += 2;
            }
        }
        return set.append(']').toString();
    }

    private static String literal(char c) {
        boolean plain = Character.isLetterOrDigit(c) || c > 0x7F;
        return plain ? String.valueOf(c) : "\\" + c;
    }

    /** The pattern. */
    @Override
    public String toString() {
        return pattern;
    }
}

package io.github.cdkoidc.internal.automata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which characters are equal in another case, for the operators of IAM that ignore case. */
public final class CaseFolding {

    private CaseFolding() {}

    /** The one character that represents all that are equal in another case. */
    public static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** All characters that are equal to a character in some case, itself too. */
    public static List<Character> sameAs(char c) {
        return Same.SAME.getOrDefault(fold(c), List.of(c));
    }

    public static boolean areSame(int one, int other) {
        return other >= 0 && fold(one) == fold(other);
    }

    /** Built on first use, because it looks at every character. */
    private static final class Same {

        static final Map<Integer, List<Character>> SAME = new HashMap<>();

        static {
            for (int c = 0; c <= Character.MAX_VALUE; c++) {
                int folded = fold(c);
                if (folded != c) {
                    SAME.computeIfAbsent(folded, one -> new ArrayList<>(List.of((char) (int) one)))
                            .add((char) c);
                }
            }
        }
    }
}

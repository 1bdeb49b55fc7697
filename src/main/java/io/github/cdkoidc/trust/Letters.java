package io.github.cdkoidc.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which characters are the same in another case, as the operators of IAM have it that ignore case. */
final class Letters {

    private Letters() {}

    /** The one character that stands for all that are the same in another case. */
    static int fold(int codePoint) {
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    /** All that are the same as a character, itself among them. */
    static List<Character> sameAs(char c) {
        return Same.SAME.getOrDefault(fold(c), List.of(c));
    }

    static boolean areSame(int one, int other) {
        return other >= 0 && fold(one) == fold(other);
    }

    /** Made when somebody asks: it takes a look at every character. */
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

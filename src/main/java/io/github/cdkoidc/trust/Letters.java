package io.github.cdkoidc.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which characters are the same in another case, as {@link Glob} has it. */
final class Letters {

    private static final Map<Integer, List<Character>> SAME = new HashMap<>();

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            int folded = Glob.fold(c);
            if (folded != c) {
                SAME.computeIfAbsent(folded, one -> new ArrayList<>(List.of((char) (int) one)))
                        .add((char) c);
            }
        }
    }

    private Letters() {}

    /** All that are the same as a character, itself among them. */
    static List<Character> sameAs(char c) {
        return SAME.getOrDefault(Glob.fold(c), List.of(c));
    }

    static boolean areSame(int one, int other) {
        return other >= 0 && Glob.fold(one) == Glob.fold(other);
    }
}

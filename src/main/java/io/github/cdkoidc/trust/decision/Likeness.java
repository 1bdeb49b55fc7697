package io.github.cdkoidc.trust.decision;

/** How much two texts have in common. */
final class Likeness {

    private Likeness() {}

    /** The characters that they begin and end with. */
    static int of(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int start = start(one, other);
        int end = 0;
        while (start + end < most && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return start + end;
    }

    /** The characters that they begin with. */
    static int start(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int start = 0;
        while (start < most && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        return start;
    }

    /** Whether one becomes the other by at most so many characters put in, left out or replaced. */
    static boolean within(int edits, String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()] <= edits;
    }
}

package io.github.cdkoidc.internal.spelling;

/** How many characters are left out, added, changed or swapped between two texts. */
final class EditDistance {

    private EditDistance() {}

    /** Whether two texts differ in so many characters at most, and in one at least. */
    static boolean isNear(String one, String other, int most) {
        return !one.equals(other) && Math.abs(one.length() - other.length()) <= most && between(one, other) <= most;
    }

    private static int between(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, one, i, other, j);
            }
        }
        return distance[one.length()][other.length()];
    }

    private static int step(int[][] distance, String one, int i, String other, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least =
                Math.min(distance[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}

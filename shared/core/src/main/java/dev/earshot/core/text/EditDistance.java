package dev.earshot.core.text;

/** Levenshtein distance: insertions, deletions and replacements of UTF-16 units. Stateless. */
public final class EditDistance {
    private EditDistance() {}

    /** The distance between two strings. */
    public static int of(String one, String other) {
        return of(one, other, Integer.MAX_VALUE);
    }

    /**
     * The distance between two strings; if it exceeds {@code max}, some value above {@code max},
     * which is found sooner.
     */
    public static int of(String one, String other, int max) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
                least = Math.min(least, row[j]);
            }
            if (least > max) {
                return least;
            }
        }
        return row[other.length()];
    }
}

package dev.earshot.core.sketch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a text into the words that sketches are made of. Stateless. */
final class WordSplitter {
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?:https?://|www\\.)\\S+|[@＠][\\w.\\-]+");

    private WordSplitter() {}

    /**
     * Lower-case words of letters and digits. Addresses and account names are left out; a hashtag
     * is split at its capitals. Scripts written without spaces give pairs of characters.
     */
    static List<String> of(String text) {
        String plain =
                Normalizer.normalize(LEFT_OUT.matcher(text).replaceAll(" "), Normalizer.Form.NFKC);
        var words = new ArrayList<String>();
        int[] points = plain.codePoints().toArray();
        int start = 0;
        while (start < points.length) {
            if (!isWord(points[start])) {
                start++;
                continue;
            }
            int end = start + 1;
            boolean dense = isDense(points[start]);
            while (end < points.length
                    && isWord(points[end])
                    && isDense(points[end]) == dense
                    && (dense || !isHump(points[end - 1], points[end]))) {
                end++;
            }
            if (dense) {
                for (int i = start; i < Math.max(start + 1, end - 1); i++) {
                    words.add(new String(points, i, Math.min(2, end - i)));
                }
            } else {
                words.add(new String(points, start, end - start).toLowerCase(Locale.ROOT));
            }
            start = end;
        }
        return words;
    }

    private static boolean isHump(int before, int here) {
        return Character.isLowerCase(before) && Character.isUpperCase(here);
    }

    private static boolean isWord(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether the script is written without spaces between words. */
    private static boolean isDense(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}

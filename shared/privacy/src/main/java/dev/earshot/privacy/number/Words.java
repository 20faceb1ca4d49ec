package dev.earshot.privacy.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that stand near a number and tell what it is. Stateless. */
final class Words {
    /** A sentence's half; what is said of a number stands mostly before it. */
    private static final int BEFORE = 60;

    private static final int AFTER = 30;

    private Words() {}

    /** The pattern of one of these words. */
    static Pattern pattern(String words) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + words + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether one stands near the span. */
    static boolean near(Pattern pattern, String text, int start, int end) {
        return before(pattern, text, start, BEFORE)
                || pattern.matcher(text)
                        .region(end, Math.min(text.length(), end + AFTER))
                        .useTransparentBounds(true)
                        .find();
    }

    /** Whether one stands at most so many units before. */
    static boolean before(Pattern pattern, String text, int start, int units) {
        Matcher matcher =
                pattern.matcher(text)
                        .region(Math.max(0, start - units), start)
                        .useTransparentBounds(true);
        return matcher.find();
    }
}

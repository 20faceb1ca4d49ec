package dev.earshot.wire.json;

/** Makes foreign text safe to quote in a message: short, one line, no control characters. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * At most {@code max} characters of {@code text}, unprintable characters written as {@code
     * \\uXXXX}.
     */
    public static String of(String text, int max) {
        var shown = new StringBuilder();
        int i = 0;
        while (i < text.length() && shown.length() < max) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF)) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return i < text.length() ? shown.append("...").toString() : shown.toString();
    }
}

package dev.earshot.djl.text;

import java.util.Map;

/**
 * Replaces the character references that platforms leave in posts. The names and replacements are
 * those of {@code models/text/training/normalise.py}, which the models were trained with: a full
 * HTML table would change their input. Stateless.
 */
final class HtmlReferences {
    /** Most characters between ampersand and semicolon. */
    private static final int MAX_LENGTH = 8;

    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("hellip", "..."),
                    Map.entry("mdash", "-"),
                    Map.entry("ndash", "-"),
                    Map.entry("lsquo", "'"),
                    Map.entry("rsquo", "'"),
                    Map.entry("ldquo", "\""),
                    Map.entry("rdquo", "\""));

    private HtmlReferences() {}

    static CodePoints unescape(CodePoints text) {
        CodePoints out = new CodePoints(text.size());
        int i = 0;
        while (i < text.size()) {
            int end = text.at(i) == '&' ? semicolon(text, i + 2, i + 2 + MAX_LENGTH) : -1;
            if (end >= 0 && replace(text.substring(i + 1, end), text.origin(i), out)) {
                i = end + 1;
            } else {
                out.add(text.at(i), text.origin(i));
                i++;
            }
        }
        return out;
    }

    private static int semicolon(CodePoints text, int from, int to) {
        for (int i = from; i < Math.min(to, text.size()); i++) {
            if (text.at(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static boolean replace(String name, int origin, CodePoints out) {
        if (!name.startsWith("#")) {
            String replacement = NAMED.get(name);
            if (replacement != null) {
                out.add(replacement, origin);
            }
            return replacement != null;
        }
        boolean hexadecimal = name.startsWith("x", 1) || name.startsWith("X", 1);
        int code = number(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        if (code <= 0 || code > Character.MAX_CODE_POINT) {
            return false;
        }
        out.add(code, origin);
        return true;
    }

    /** Value of at most seven ASCII digits, or -1 where the text is not a number. */
    private static int number(String digits, int base) {
        int value = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, base) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * base + digit;
        }
        return value;
    }
}

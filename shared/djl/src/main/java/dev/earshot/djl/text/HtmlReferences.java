package dev.earshot.djl.text;

import java.util.Map;

/** Replaces the character references that platforms leave in posts. Stateless. */
final class HtmlReferences {
    /** Longest text between ampersand and semicolon. */
    private static final int LONGEST = 8;

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

    static int[] unescape(int[] text) {
        CodePoints out = new CodePoints(text.length);
        int i = 0;
        while (i < text.length) {
            int end = text[i] == '&' ? semicolon(text, i + 2, i + 2 + LONGEST) : -1;
            if (end >= 0 && replace(new String(text, i + 1, end - i - 1), out)) {
                i = end + 1;
            } else {
                out.add(text[i]);
                i++;
            }
        }
        return out.toArray();
    }

    private static int semicolon(int[] text, int from, int to) {
        for (int i = from; i < Math.min(to, text.length); i++) {
            if (text[i] == ';') {
                return i;
            }
        }
        return -1;
    }

    private static boolean replace(String name, CodePoints out) {
        if (!name.startsWith("#")) {
            String replacement = NAMED.get(name);
            if (replacement != null) {
                out.add(replacement);
            }
            return replacement != null;
        }
        boolean hexadecimal = name.startsWith("x", 1) || name.startsWith("X", 1);
        int code = number(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        if (code <= 0 || code > Character.MAX_CODE_POINT) {
            return false;
        }
        out.add(code);
        return true;
    }

    /** Value of at most seven ASCII digits, or -1 where the text is no number. */
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

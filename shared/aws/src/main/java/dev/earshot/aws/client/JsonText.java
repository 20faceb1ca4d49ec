package dev.earshot.aws.client;

import java.util.Locale;

/** Writes texts as JSON (RFC 8259, section 7). Stateless. */
public final class JsonText {
    private JsonText() {}

    /** A JSON string of ASCII characters only. */
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}

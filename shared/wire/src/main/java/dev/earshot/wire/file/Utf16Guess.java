package dev.earshot.wire.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognises UTF-16 without a byte order mark: its signs between columns, ends of lines and blanks
 * are bytes of ASCII beside NUL bytes, all of them on the same side.
 */
final class Utf16Guess {
    /** Bytes of ASCII that every table and every JSON text has plenty of, in a hundred pairs. */
    private static final int MIN_SHARE_PERCENT = 2;

    private Utf16Guess() {}

    static Optional<Charset> charset(byte[] head) {
        int pairs = head.length / 2;
        int big = 0;
        int little = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            big += head[i] == 0 && isAscii(head[i + 1]) ? 1 : 0;
            little += head[i + 1] == 0 && isAscii(head[i]) ? 1 : 0;
        }
        if (pairs < 4
                || 100 * (big + little) < MIN_SHARE_PERCENT * pairs
                || (big > 0 && little > 0)) {
            return Optional.empty();
        }
        Charset charset = big > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        String text = new String(head, 0, head.length / 2 * 2, charset);
        boolean controls =
                text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        // The last character may be cut by the end of the window.
        int lost = text.indexOf('\uFFFD');
        return controls || (lost >= 0 && lost < text.length() - 1)
                ? Optional.empty()
                : Optional.of(charset);
    }

    private static boolean isAscii(byte b) {
        return (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t';
    }
}

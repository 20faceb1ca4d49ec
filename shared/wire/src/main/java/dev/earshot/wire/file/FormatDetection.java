package dev.earshot.wire.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file contains, detected from its first bytes.
 *
 * @param charset of its text
 * @param mark length of its byte order mark in bytes
 */
public record FormatDetection(Content content, Charset charset, int mark) {
    /** How many bytes are examined. */
    public static final int WINDOW = 1 << 16;

    private static final int[][] PICTURES = {
        {0xFF, 0xD8},
        {0x89, 'P', 'N', 'G'},
        {'G', 'I', 'F', '8'},
        {'R', 'I', 'F', 'F'},
        {'P', 'K', 3, 4},
        {0x1A, 0x45, 0xDF, 0xA3},
    };

    /** Kinds of content. */
    public enum Content {
        EMPTY,
        /** A picture, a video or anything else that is not text. */
        BINARY,
        /** One JSON value per line. */
        LINES,
        /** One JSON array. */
        ARRAY,
        /** One JSON object over several lines. */
        DOCUMENT,
        /** Comma, semicolon or tab separated values with a header. */
        TABLE
    }

    private static final Pattern PICTURE_NAME =
            Pattern.compile(".*\\.(jpe?g|png|gif|webp|bmp|tiff?|heic|avif)(\\.gz)?");

    /** Examines a stream that supports marks, and resets it to its beginning. */
    public static FormatDetection of(InputStream in, String name) throws IOException {
        in.mark(WINDOW);
        byte[] head = in.readNBytes(WINDOW);
        in.reset();
        if (head.length == 0) {
            return new FormatDetection(Content.EMPTY, StandardCharsets.UTF_8, 0);
        }
        FormatDetection text = byMark(head);
        boolean named = PICTURE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
        if (named || (text.mark == 0 && isBinary(head))) {
            return new FormatDetection(Content.BINARY, StandardCharsets.UTF_8, 0);
        }
        String start =
                new String(head, text.mark, head.length - text.mark, text.charset).stripLeading();
        return new FormatDetection(ofText(start, head.length < WINDOW), text.charset, text.mark);
    }

    private static FormatDetection byMark(byte[] head) {
        if (FileSignature.begins(head, 0xEF, 0xBB, 0xBF)) {
            return new FormatDetection(Content.EMPTY, StandardCharsets.UTF_8, 3);
        }
        if (FileSignature.begins(head, 0xFE, 0xFF)) {
            return new FormatDetection(Content.EMPTY, StandardCharsets.UTF_16BE, 2);
        }
        if (FileSignature.begins(head, 0xFF, 0xFE)) {
            return new FormatDetection(Content.EMPTY, StandardCharsets.UTF_16LE, 2);
        }
        return new FormatDetection(Content.EMPTY, StandardCharsets.UTF_8, 0);
    }

    private static boolean isBinary(byte[] head) {
        for (int[] picture : PICTURES) {
            if (FileSignature.begins(head, picture)) {
                return true;
            }
        }
        boolean json = head[0] == '{' || head[0] == '[';
        for (int i = 0; i < Math.min(head.length, 1024) && !json; i++) {
            if (head[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static Content ofText(String start, boolean whole) {
        if (start.isEmpty()) {
            return Content.EMPTY;
        }
        return switch (start.charAt(0)) {
            case '[' -> Content.ARRAY;
            case '{' -> areRecords(start, whole) ? Content.LINES : Content.DOCUMENT;
            default -> areRecords(start, whole) ? Content.LINES : Content.TABLE;
        };
    }

    /**
     * Whether at least half of the lines look like complete objects; a single long line counts as a
     * record.
     */
    private static boolean areRecords(String start, boolean whole) {
        int lines = 0;
        int records = 0;
        int from = 0;
        while (from < start.length()) {
            int end = start.indexOf('\n', from);
            if (end < 0 && !whole && lines > 0) {
                break;
            }
            String line = start.substring(from, end < 0 ? start.length() : end).strip();
            if (!line.isEmpty()) {
                lines++;
                if (line.startsWith("{") && (line.endsWith("}") || (end < 0 && !whole))) {
                    records++;
                }
            }
            from = end < 0 ? start.length() : end + 1;
        }
        return 2 * records >= lines;
    }

    /** The text of an examined stream, after its byte order mark. */
    public Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }
}

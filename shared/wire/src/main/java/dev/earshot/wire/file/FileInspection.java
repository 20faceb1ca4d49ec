package dev.earshot.wire.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the beginning of a file shows: its kind and encoding.
 *
 * @param encoding of its text; UTF-8 if it is no text
 * @param start its first characters
 */
public record FileInspection(FileKind kind, TextEncoding encoding, String start) {
    /** How many bytes are examined. */
    public static final int WINDOW = 1 << 16;

    private static final Pattern PICTURE_NAME =
            Pattern.compile(".*\\.(jpe?g|png|gif|webp|bmp|tiff?|heic|avif)(\\.gz)?");

    /** Examines a stream that supports marks, and resets it to its beginning. */
    public static FileInspection of(InputStream in, String name) throws IOException {
        in.mark(WINDOW);
        byte[] head = in.readNBytes(WINDOW);
        in.reset();
        if (head.length == 0) {
            return noText(new FileKind.Empty());
        }
        if (PICTURE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return noText(new FileKind.Binary());
        }
        Optional<FileKind> binary = BinaryKinds.of(head);
        if (binary.isPresent()) {
            return noText(binary.get());
        }
        Optional<TextEncoding> encoding = TextEncoding.of(head);
        boolean json = head[0] == '{' || head[0] == '[';
        if (encoding.isEmpty() && !json) {
            return noText(new FileKind.Binary());
        }
        TextEncoding text = encoding.orElse(new TextEncoding(StandardCharsets.UTF_8, 0, true));
        String start = new String(head, text.mark(), head.length - text.mark(), text.charset());
        return new FileInspection(TextKinds.of(start, head.length < WINDOW), text, start);
    }

    private static FileInspection noText(FileKind kind) {
        return new FileInspection(kind, new TextEncoding(StandardCharsets.UTF_8, 0, true), "");
    }

    /** What the file is, where it turned out to be no table. */
    public FileKind.Unread prose() {
        return TextKinds.prose(start);
    }
}

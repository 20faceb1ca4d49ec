package dev.earshot.wire.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Turns any text file into a stream of UTF-8 without byte order mark; the encoding is detected from
 * the first bytes.
 */
final class PlainUtf8 {
    private static final int MAX_LAYERS = 2;

    private PlainUtf8() {}

    /** Unpacks gzip (magic 1F 8B), drops the mark of UTF-8, transcodes UTF-16 with a mark. */
    static InputStream open(InputStream in) throws IOException {
        InputStream layer = in;
        for (int i = 0; i < MAX_LAYERS; i++) {
            BufferedInputStream buffered = new BufferedInputStream(layer, 1 << 16);
            byte[] head = peek(buffered);
            if (!FileSignature.begins(head, 0x1F, 0x8B)) {
                return unmarked(buffered, head);
            }
            layer = new GZIPInputStream(buffered, 1 << 16);
        }
        return layer;
    }

    /** A text in another encoding, from behind its mark, as UTF-8. */
    static InputStream of(InputStream in, TextEncoding encoding) throws IOException {
        return new Transcoded(encoding.reader(in));
    }

    private static InputStream unmarked(BufferedInputStream in, byte[] head) throws IOException {
        if (FileSignature.begins(head, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
        } else if (FileSignature.begins(head, 0xFF, 0xFE)
                || FileSignature.begins(head, 0xFE, 0xFF)) {
            Charset charset =
                    FileSignature.begins(head, 0xFF, 0xFE)
                            ? StandardCharsets.UTF_16LE
                            : StandardCharsets.UTF_16BE;
            return of(in, new TextEncoding(charset, 2, true));
        }
        return in;
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(3);
        byte[] head = in.readNBytes(3);
        in.reset();
        return head;
    }

    /** A decoded text as UTF-8. */
    private static final class Transcoded extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[8192];
        private byte[] bytes = new byte[0];
        private int at;
        private int held;

        Transcoded(Reader reader) {
            this.reader = reader;
        }

        private boolean fill() throws IOException {
            int read = reader.read(chars, held, chars.length - held);
            int length = held + Math.max(0, read);
            if (length == 0) {
                return false;
            }
            boolean split = read >= 0 && Character.isHighSurrogate(chars[length - 1]);
            int whole = split ? length - 1 : length;
            bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
            at = 0;
            held = split ? 1 : 0;
            if (split) {
                chars[0] = chars[length - 1];
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            while (at >= bytes.length) {
                if (!fill()) {
                    return -1;
                }
            }
            return bytes[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (at >= bytes.length) {
                if (!fill()) {
                    return -1;
                }
            }
            int n = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, n);
            at += n;
            return n;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}

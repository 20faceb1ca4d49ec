package dev.earshot.assembly;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads named files of a tar stream: ustar headers with the path prefix, and the path and size
 * records of pax headers, which is all that npm writes.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">POSIX pax</a>
 */
final class Tar {
    private static final int BLOCK = 512;

    private Tar() {}

    /** Returns the bytes of those names that the stream holds; stops once all are found. */
    static Map<String, byte[]> read(InputStream in, List<String> names) throws IOException {
        Set<String> wanted = new HashSet<>(names);
        Map<String, byte[]> found = new HashMap<>();
        Map<String, String> pax = new HashMap<>();
        while (found.size() < wanted.size()) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                break;
            }
            long size = number(header, 124, 12);
            if (pax.containsKey("size")) {
                size = Long.parseLong(pax.getOrDefault("size", "0"));
            }
            String prefix = text(header, 345, 155);
            String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
            name = pax.getOrDefault("path", name);
            long padding = (BLOCK - size % BLOCK) % BLOCK;
            if (header[156] == 'x') {
                pax = records(content(in, size));
                in.skipNBytes(padding);
                continue;
            }
            pax = new HashMap<>();
            if (wanted.contains(name)) {
                found.put(name, content(in, size));
                in.skipNBytes(padding);
            } else {
                in.skipNBytes(size + padding);
            }
        }
        return found;
    }

    private static byte[] content(InputStream in, long size) throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(size));
        if (bytes.length < size) {
            throw new EOFException("the archive ends inside an entry");
        }
        return bytes;
    }

    /** Records of the form {@code "<length> <key>=<value>\n"}, length in bytes of the whole. */
    private static Map<String, String> records(byte[] bytes) throws IOException {
        Map<String, String> records = new HashMap<>();
        int start = 0;
        while (start < bytes.length) {
            int space = start;
            while (space < bytes.length && bytes[space] != ' ') {
                space++;
            }
            int length;
            try {
                length = Integer.parseInt(ascii(bytes, start, space - start));
            } catch (NumberFormatException e) {
                throw new IOException("the archive holds a broken pax header", e);
            }
            if (length <= space - start || start + length > bytes.length) {
                throw new IOException("the archive holds a broken pax header");
            }
            String record =
                    new String(
                            bytes, space + 1, start + length - space - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                records.put(record.substring(0, equals), record.substring(equals + 1));
            }
            start += length;
        }
        return records;
    }

    private static long number(byte[] header, int offset, int length) throws IOException {
        String digits = text(header, offset, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("the archive holds a broken size: " + digits, e);
        }
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return ascii(header, offset, end - offset);
    }

    private static String ascii(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
}

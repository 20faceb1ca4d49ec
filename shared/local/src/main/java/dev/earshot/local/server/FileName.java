package dev.earshot.local.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Object keys as paths of files. File systems have limits that S3 does not: {@code a} and {@code
 * a/b} cannot both be files, {@code ..} leads upwards, a name has at most 255 bytes, and some
 * systems fold case or normalise accents. So each segment of a key gets a letter (d for a folder, f
 * for the last one, c for a piece of a long segment) and everything but {@code a-z 0-9 . _ -} is
 * written as percent and hexadecimal digits.
 */
final class FileName {
    private static final int MAX_PIECE_LENGTH = 180;
    private static final HexFormat HEX = HexFormat.of();

    private FileName() {}

    static String ofKey(String key) {
        List<String> names = new ArrayList<>();
        String[] segments = key.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String rest = escaped(segments[i]);
            while (rest.length() > MAX_PIECE_LENGTH) {
                names.add("c" + rest.substring(0, MAX_PIECE_LENGTH));
                rest = rest.substring(MAX_PIECE_LENGTH);
            }
            names.add((i == segments.length - 1 ? "f" : "d") + rest);
        }
        return String.join("/", names);
    }

    /** The folder that contains every key with a prefix; empty for the whole bucket. */
    static String folderOfPrefix(String prefix) {
        int slash = prefix.lastIndexOf('/');
        if (slash < 0) {
            return "";
        }
        String file = ofKey(prefix.substring(0, slash + 1));
        return file.substring(0, file.length() - 1);
    }

    static String toKey(String name) {
        StringBuilder key = new StringBuilder();
        StringBuilder segment = new StringBuilder();
        for (String piece : name.split("/", -1)) {
            char kind = piece.isEmpty() ? '?' : piece.charAt(0);
            if (kind != 'c' && kind != 'd' && kind != 'f') {
                throw new IllegalArgumentException("not the file of an object: " + name);
            }
            segment.append(piece, 1, piece.length());
            if (kind != 'c') {
                key.append(plain(segment.toString()));
                segment.setLength(0);
                if (kind == 'd') {
                    key.append('/');
                }
            }
        }
        return key.toString();
    }

    private static String escaped(String segment) {
        StringBuilder escaped = new StringBuilder();
        for (byte unit : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if ((c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '_'
                    || c == '-') {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return escaped.toString();
    }

    private static String plain(String escaped) {
        byte[] bytes = new byte[escaped.length()];
        int length = 0;
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes[length++] = (byte) HexFormat.fromHexDigits(escaped, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) escaped.charAt(i);
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}

package dev.earshot.djl.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads and collects ranges of a file; a range beyond the end is refused: the file is truncated.
 */
final class Bytes {
    private final MediaType type;
    private final byte[] data;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    Bytes(MediaType type, byte[] data) {
        this.type = type;
        this.data = data;
    }

    int length() {
        return data.length;
    }

    int at(int index) throws RefusedException {
        need(index, 1);
        return data[index] & 0xff;
    }

    int bigEndian16(int index) throws RefusedException {
        return at(index) << 8 | at(index + 1);
    }

    int littleEndian16(int index) throws RefusedException {
        return at(index + 1) << 8 | at(index);
    }

    int littleEndian24(int index) throws RefusedException {
        return at(index + 2) << 16 | littleEndian16(index);
    }

    /**
     * An unsigned length; one larger than an array can hold is refused: the file can't be complete.
     */
    int bigEndianLength(int index) throws RefusedException {
        return length(bigEndian16(index), bigEndian16(index + 2));
    }

    int littleEndianLength(int index) throws RefusedException {
        return length(littleEndian16(index + 2), littleEndian16(index));
    }

    String text(int index, int length) throws RefusedException {
        need(index, length);
        return new String(data, index, length, StandardCharsets.ISO_8859_1);
    }

    byte[] range(int index, int length) throws RefusedException {
        need(index, length);
        return java.util.Arrays.copyOfRange(data, index, index + length);
    }

    void need(int index, int length) throws RefusedException {
        if (index < 0 || length < 0 || (long) index + length > data.length) {
            throw RefusedException.truncated(type);
        }
    }

    void keep(int index, int length) throws RefusedException {
        need(index, length);
        kept.write(data, index, length);
    }

    void append(int... values) {
        for (int value : values) {
            kept.write(value);
        }
    }

    void append(String ascii) {
        kept.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    void appendLittleEndian32(int value) {
        append(value & 0xff, value >> 8 & 0xff, value >> 16 & 0xff, value >>> 24);
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    private int length(int high, int low) throws RefusedException {
        if (high >= 0x8000) {
            throw RefusedException.truncated(type);
        }
        return high << 16 | low;
    }
}

package dev.earshot.reading.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The identifier's weights, as {@code models/language/training/train.py} writes them.
 *
 * @param tags one BCP-47 tag per class
 * @param width numbers per embedding
 * @param scale value of one step of a table's byte
 * @param table {@code [buckets, width]} signed bytes
 * @param output {@code [classes, width]}
 * @param bias {@code [classes]}
 */
record LanguageWeights(
        List<String> tags, int width, float scale, byte[] table, float[] output, float[] bias) {
    private static final int MAGIC = 0x454C4944;
    private static final int VERSION = 1;
    private static final int MAX_BYTES = 64 << 20;

    LanguageWeights {
        tags = List.copyOf(tags);
    }

    int buckets() {
        return table.length / width;
    }

    /**
     * Reads weights; the stream is left open.
     *
     * @throws IOException where the bytes end early or are not a file of weights
     */
    static LanguageWeights read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        int magic = in.readInt();
        int version = in.readInt();
        if (magic != MAGIC || version != VERSION) {
            throw new IOException(
                    "not weights of version %d: magic %08x, version %d"
                            .formatted(VERSION, magic, version));
        }
        int buckets = in.readInt();
        int width = in.readInt();
        int classes = in.readInt();
        boolean sane =
                Integer.bitCount(buckets) == 1
                        && width > 0
                        && classes > 1
                        && (long) buckets * width <= MAX_BYTES
                        && (long) classes * width <= MAX_BYTES;
        if (!sane) {
            throw new IOException(
                    "weights of %d buckets, width %d and %d classes cannot be"
                            .formatted(buckets, width, classes));
        }
        byte[] names = in.readNBytes(in.readUnsignedShort());
        List<String> tags = List.of(new String(names, StandardCharsets.US_ASCII).split(","));
        if (tags.size() != classes) {
            throw new IOException(classes + " classes, but " + tags.size() + " tags");
        }
        float scale = in.readFloat();
        byte[] table = new byte[buckets * width];
        in.readFully(table);
        float[] output = floats(in, classes * width);
        return new LanguageWeights(tags, width, scale, table, output, floats(in, classes));
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}

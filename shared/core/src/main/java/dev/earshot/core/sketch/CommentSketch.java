package dev.earshot.core.sketch;

import dev.earshot.core.Checks;
import dev.earshot.core.QuickHash;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A MinHash signature (Broder 1997) of a comment's words and word pairs that tells near-duplicates
 * without keeping the words: 32 minima cut to 16 bits (Li and König 2010), 66 bytes. The share of
 * equal minima estimates the Jaccard similarity of both sets with a standard error of at most 0.09.
 * Immutable.
 */
public final class CommentSketch {
    private static final int HASHES = 32;
    private static final int BYTES = HASHES * Short.BYTES + 2;

    private final int words;
    private final short[] minima;

    private CommentSketch(int words, short[] minima) {
        this.words = words;
        this.minima = minima;
    }

    /** The sketch of a comment's text; a text without words still has one. */
    public static CommentSketch of(String text) {
        List<String> words = WordSplitter.of(text);
        long[] least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        if (words.isEmpty()) {
            // Only symbols, such as emoji: the symbols themselves are compared.
            text.codePoints()
                    .filter(c -> !Character.isWhitespace(c))
                    .forEach(c -> lower(least, QuickHash.mix(c)));
        }
        for (int i = 0; i < words.size(); i++) {
            lower(least, QuickHash.of(words.get(i)));
            if (i > 0) {
                lower(least, QuickHash.of(words.get(i - 1) + ' ' + words.get(i)));
            }
        }
        short[] minima = new short[HASHES];
        for (int i = 0; i < HASHES; i++) {
            minima[i] = (short) least[i];
        }
        return new CommentSketch(Math.min(words.size(), 0xffff), minima);
    }

    private static void lower(long[] least, long item) {
        for (int i = 0; i < HASHES; i++) {
            least[i] = Math.min(least[i], QuickHash.mix(item ^ QuickHash.mix(i + 1L)));
        }
    }

    /** Number of words in the comment; 0 for one of symbols alone. */
    public int words() {
        return words;
    }

    /** Estimated Jaccard similarity of the words and word pairs of both, 0 to 1. */
    public double similarity(CommentSketch other) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += minima[i] == other.minima[i] ? 1 : 0;
        }
        return (double) same / HASHES;
    }

    /**
     * Band {@code band} of the signature (locality-sensitive hashing): equal bands find candidates
     * without comparing all pairs.
     */
    public long band(int band, int bands) {
        int rows = HASHES / bands;
        long key = band;
        for (int i = band * rows; i < (band + 1) * rows; i++) {
            key = QuickHash.mix(key ^ minima[i]);
        }
        return key;
    }

    /** The sketch as letters and digits, for storage. */
    public String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putShort((short) words);
        for (short minimum : minima) {
            bytes.putShort(minimum);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The sketch that {@link #encoded} gave. */
    public static CommentSketch decode(String encoded) {
        byte[] bytes = Base64.getUrlDecoder().decode(encoded);
        Checks.inRange("bytes of a comment sketch", bytes.length, BYTES, BYTES);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int words = Short.toUnsignedInt(buffer.getShort());
        short[] minima = new short[HASHES];
        for (int i = 0; i < HASHES; i++) {
            minima[i] = buffer.getShort();
        }
        return new CommentSketch(words, minima);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommentSketch sketch
                && words == sketch.words
                && Arrays.equals(minima, sketch.minima);
    }

    @Override
    public int hashCode() {
        return 31 * words + Arrays.hashCode(minima);
    }

    @Override
    public String toString() {
        return "CommentSketch[" + words + " words]";
    }
}

package dev.earshot.djl.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The eight values of EXIF tag 0x0112 (CIPA DC-008, 4.6.4): how to turn a picture upright. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    TURNED_180(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURNED_LEFT(true, false, true);

    private static final int TAG = 0x0112;

    private final boolean swaps;
    private final boolean mirrorsColumns;
    private final boolean mirrorsRows;

    /** Swap rows and columns first, then mirror the result. */
    Orientation(boolean swaps, boolean mirrorsColumns, boolean mirrorsRows) {
        this.swaps = swaps;
        this.mirrorsColumns = mirrorsColumns;
        this.mirrorsRows = mirrorsRows;
    }

    /** Whether width and height are swapped. */
    boolean swaps() {
        return swaps;
    }

    /**
     * Reads an EXIF block (a TIFF header); upright where its first directory has no orientation.
     */
    static Orientation ofExif(byte[] tiff) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(tiff);
            short order = buffer.getShort(0);
            if (order == 0x4949) {
                buffer.order(ByteOrder.LITTLE_ENDIAN);
            } else if (order != 0x4d4d) {
                return UPRIGHT;
            }
            buffer.position(buffer.getInt(4));
            int count = Short.toUnsignedInt(buffer.getShort());
            for (int i = 0; i < count; i++) {
                int entry = buffer.position() + 12 * i;
                if (Short.toUnsignedInt(buffer.getShort(entry)) == TAG) {
                    int value = Short.toUnsignedInt(buffer.getShort(entry + 8));
                    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | BufferUnderflowException e) {
            return UPRIGHT; // a broken EXIF block must not make the picture unreadable
        }
    }

    Pixels apply(Pixels from) {
        if (this == UPRIGHT) {
            return from;
        }
        int width = swaps ? from.height() : from.width();
        int height = swaps ? from.width() : from.height();
        byte[] source = from.rgb();
        byte[] target = new byte[source.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            int v = mirrorsRows ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int u = mirrorsColumns ? width - 1 - x : x;
                int pixel = swaps ? u * from.width() + v : v * from.width() + u;
                target[at++] = source[3 * pixel];
                target[at++] = source[3 * pixel + 1];
                target[at++] = source[3 * pixel + 2];
            }
        }
        return new Pixels(width, height, target);
    }
}

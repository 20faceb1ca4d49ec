package dev.earshot.djl.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of one picture for ImageIO. Their number is not told: the reader of WebP refuses what
 * holds more than 2,048 bytes of pixels for each byte, as a plain picture of a megapixel does, and
 * {@link ImageLimits} has checked the size by then. A reader that keeps reading after the end is
 * stopped: some take the end for zeros and would fill tables of millions of codes.
 */
final class PictureStream extends ImageInputStreamImpl {
    /** Readers of an intact file read past its end a few dozen times for the last bits. */
    private static final int MAX_READS_AFTER_END = 2_000;

    private final byte[] data;
    private int readsAfterEnd;

    PictureStream(byte[] data) {
        this.data = data;
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (streamPos >= data.length) {
            return afterEnd();
        }
        return data[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= data.length) {
            return afterEnd();
        }
        int count = (int) Math.min(length, data.length - streamPos);
        System.arraycopy(data, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int afterEnd() {
        if (++readsAfterEnd > MAX_READS_AFTER_END) {
            throw new IllegalStateException("the picture's data ends too early");
        }
        return -1;
    }
}

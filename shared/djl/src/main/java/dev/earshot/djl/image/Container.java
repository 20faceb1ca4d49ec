package dev.earshot.djl.image;

import java.util.List;

/**
 * What is known of a picture before it is decoded.
 *
 * @param width pixels as stored, before rotation
 * @param height likewise
 * @param colours what the stored channels mean
 * @param bytes the file without what the decoder does not need: comments, profiles, thumbnails and
 *     compressed text, any of which could cost more than the picture
 * @param frames where the frames of an animation lie, the first included; empty for a still picture
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call
record Container(
        int width,
        int height,
        Orientation orientation,
        Colours colours,
        byte[] bytes,
        List<GifFrame> frames) {
    Container {
        frames = List.copyOf(frames);
    }

    /** A still picture. */
    Container(int width, int height, Orientation orientation, Colours colours, byte[] bytes) {
        this(width, height, orientation, colours, bytes, List.of());
    }

    /** What the stored channels mean. */
    enum Colours {
        /** As the decoder says. */
        AS_DECODED,
        /** Four inks; 0 is no ink. */
        CMYK,
        /** Four inks; 255 is no ink, as Adobe writes them. */
        INVERTED_CMYK,
        /** Inverted inks whose first three are stored as luma and chroma. */
        INVERTED_YCCK
    }
}

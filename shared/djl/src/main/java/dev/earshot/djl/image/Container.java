package dev.earshot.djl.image;

/**
 * What is known of a picture before it is decoded.
 *
 * @param width pixels as stored, before rotation
 * @param height likewise
 * @param colours what the stored channels mean
 * @param bytes the file without what the decoder does not need: comments, profiles, thumbnails and
 *     compressed text, any of which could cost more than the picture
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call
record Container(int width, int height, Orientation orientation, Colours colours, byte[] bytes) {

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

package dev.earshot.djl.image;

/**
 * Where a frame of a GIF lies, and what becomes of it (GIF89a, sections 20 and 23).
 *
 * @param left pixels from the left border of the screen
 * @param top pixels from its upper border
 * @param pixels number of pixels that it states
 * @param afterwards what its place holds when the next frame is drawn
 */
record GifFrame(int left, int top, long pixels, Disposal afterwards) {
    /** What becomes of a frame's place. */
    enum Disposal {
        KEPT,
        CLEARED,
        RESTORED;

        static Disposal of(int code) {
            return switch (code) {
                case 2 -> CLEARED;
                case 3 -> RESTORED;
                default -> KEPT;
            };
        }
    }
}

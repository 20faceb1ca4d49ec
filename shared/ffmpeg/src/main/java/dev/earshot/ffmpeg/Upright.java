package dev.earshot.ffmpeg;

/**
 * How to turn a stored frame upright: by quarter turns and mirroring, according to the container's
 * display matrix (ISO/IEC 14496-12, 8.3.2). Stateless.
 *
 * @param swap whether columns become rows
 * @param mirrorX whether the stored frame's columns are read from the right
 * @param mirrorY whether its rows are read from the bottom
 */
record Upright(boolean swap, boolean mirrorX, boolean mirrorY) {
    static final Upright NONE = new Upright(false, false, false);

    private static final int CHANNELS = 3;

    /** From a matrix a b u c d v x y w, which maps a stored point to {@code (ax + cy, bx + dy)}. */
    static Upright of(int[] matrix) {
        int a = matrix[0];
        int b = matrix[1];
        int c = matrix[3];
        int d = matrix[4];
        return Math.abs((long) a) >= Math.abs((long) b)
                ? new Upright(false, a < 0, d < 0)
                : new Upright(true, b < 0, c < 0);
    }

    int width(int storedWidth, int storedHeight) {
        return swap ? storedHeight : storedWidth;
    }

    int height(int storedWidth, int storedHeight) {
        return swap ? storedWidth : storedHeight;
    }

    /** Turns interleaved RGB. */
    byte[] turn(byte[] stored, int storedWidth, int storedHeight) {
        if (equals(NONE)) {
            return stored;
        }
        int width = width(storedWidth, storedHeight);
        int height = height(storedWidth, storedHeight);
        byte[] upright = new byte[stored.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = swap ? y : x;
                int row = swap ? x : y;
                column = mirrorX ? storedWidth - 1 - column : column;
                row = mirrorY ? storedHeight - 1 - row : row;
                int from = CHANNELS * (row * storedWidth + column);
                int to = CHANNELS * (y * width + x);
                upright[to] = stored[from];
                upright[to + 1] = stored[from + 1];
                upright[to + 2] = stored[from + 2];
            }
        }
        return upright;
    }
}

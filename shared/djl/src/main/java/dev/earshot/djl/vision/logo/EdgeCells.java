package dev.earshot.djl.vision.logo;

/**
 * Histograms of edge directions in overlapping cells of 8 x 8 pixels, one every 4 pixels: {@code
 * [DIRECTIONS, height, width]}.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
record EdgeCells(int width, int height, float[] values) {
    static final int DIRECTIONS = 8;

    /** Pixels between the starts of neighbouring cells. */
    static final int STEP = 4;

    static EdgeCells of(Edges edges) {
        int columns = edges.width() / STEP;
        int rows = edges.height() / STEP;
        int plane = columns * rows;
        float[] quarters = new float[DIRECTIONS * plane];
        for (int y = 0; y < rows * STEP; y++) {
            int row = y / STEP * columns;
            for (int x = 0; x < columns * STEP; x++) {
                float u = edges.across()[y * edges.width() + x];
                float v = edges.along()[y * edges.width() + x];
                if (u == 0 && v == 0) {
                    continue;
                }
                float strength = (float) Math.sqrt(u * u + v * v);
                double turn = Math.atan2(v, u) / (2 * Math.PI) * DIRECTIONS;
                double position = turn < 0 ? turn + DIRECTIONS : turn;
                int first = (int) position % DIRECTIONS;
                float share = (float) (position - Math.floor(position));
                int cell = row + x / STEP;
                quarters[first * plane + cell] += strength * (1 - share);
                quarters[(first + 1) % DIRECTIONS * plane + cell] += strength * share;
            }
        }
        float[] values = new float[quarters.length];
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            for (int y = 0; y < rows - 1; y++) {
                for (int x = 0; x < columns - 1; x++) {
                    int at = direction * plane + y * columns + x;
                    values[at] =
                            (float)
                                    Math.sqrt(
                                            quarters[at]
                                                    + quarters[at + 1]
                                                    + quarters[at + columns]
                                                    + quarters[at + columns + 1]);
                }
            }
        }
        return new EdgeCells(columns, rows, values);
    }

    /** Sum of the squares over all directions, cell by cell. */
    float[] energy() {
        int plane = width * height;
        float[] energy = new float[plane];
        for (int i = 0; i < values.length; i++) {
            energy[i % plane] += values[i] * values[i];
        }
        return energy;
    }
}

package dev.earshot.djl.vision.logo;

import java.util.Optional;

/**
 * A reference at the one size at which it is compared: 64 x 64 pixels, or as many in another aspect
 * ratio, with a border of 8.
 *
 * @param width pixels including the border
 * @param planes {@code [4, height, width]}: colours on white, cover
 * @param near 1 for pixels on the logo or within 3 of it
 * @param columns cells across, of 8 pixels each
 * @param weights {@code [EdgeCells.DIRECTIONS, rows, columns]} of norm 1
 * @param cellsNear 1 for cells that touch {@code near}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
record LogoTemplate(
        int width,
        int height,
        float[] planes,
        Edges edges,
        boolean[] near,
        int columns,
        int rows,
        float[] weights,
        float[] cellsNear) {
    static final int BORDER = 8;
    private static final int CELL = 8;
    private static final double SIDE = 64;
    private static final double MAX_ELONGATED = 8;
    private static final int NEAR = 3;

    static Optional<LogoTemplate> of(byte[] picture) {
        return Artwork.read(picture).map(LogoTemplate::of);
    }

    private static LogoTemplate of(Artwork artwork) {
        double shape =
                Math.clamp(
                        (double) artwork.width() / artwork.height(),
                        1 / MAX_ELONGATED,
                        MAX_ELONGATED);
        int inner = cells(SIDE * Math.sqrt(shape));
        int innerHeight = cells(SIDE / Math.sqrt(shape));
        float[] planes = artwork.planes(inner, innerHeight, BORDER);
        int width = inner + 2 * BORDER;
        int height = innerHeight + 2 * BORDER;
        Edges edges = Edges.of(planes, 4, width, height);
        boolean[] near = near(planes, width, height);
        int columns = width / CELL;
        int rows = height / CELL;
        EdgeCells cells = EdgeCells.of(edges);
        float[] cellsNear = new float[columns * rows];
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                cellsNear[i / width / CELL * columns + i % width / CELL] = 1;
            }
        }
        float[] weights = new float[EdgeCells.DIRECTIONS * columns * rows];
        double norm = 0;
        for (int direction = 0; direction < EdgeCells.DIRECTIONS; direction++) {
            for (int cell = 0; cell < columns * rows; cell++) {
                int x = cell % columns * (CELL / EdgeCells.STEP);
                int y = cell / columns * (CELL / EdgeCells.STEP);
                float value =
                        cellsNear[cell]
                                * cells.values()[
                                        (direction * cells.height() + y) * cells.width() + x];
                weights[direction * columns * rows + cell] = value;
                norm += value * value;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) Math.max(1e-6, Math.sqrt(norm));
        }
        return new LogoTemplate(
                width, height, planes, edges.blurred(), near, columns, rows, weights, cellsNear);
    }

    private static int cells(double pixels) {
        return Math.max(2, (int) Math.round(pixels / CELL)) * CELL;
    }

    private static boolean[] near(float[] planes, int width, int height) {
        int plane = width * height;
        boolean[] near = new boolean[plane];
        for (int i = 0; i < plane; i++) {
            if (planes[3 * plane + i] > 64) {
                int x = i % width;
                int y = i / width;
                for (int v = Math.max(0, y - NEAR); v <= Math.min(height - 1, y + NEAR); v++) {
                    for (int u = Math.max(0, x - NEAR); u <= Math.min(width - 1, x + NEAR); u++) {
                        near[v * width + u] = true;
                    }
                }
            }
        }
        return near;
    }
}

package dev.earshot.djl.vision.detect;

import java.util.ArrayList;
import java.util.List;

/** Divides a picture into the regions that a detector sees one by one. Stateless. */
final class Tiles {
    /**
     * Side of a tile as a share of the picture's longer side: twice the zoom, minus the overlap.
     */
    private static final double TILE_SHARE = 0.55;

    /**
     * Neighbouring tiles overlap by at least this share, so that one of them sees a face there
     * whole.
     */
    private static final double MIN_OVERLAP = 0.2;

    /** A picture whose longer side is at most this many input sides is not tiled. */
    private static final double MAX_UNTILED = 1.25;

    private Tiles() {}

    /** The whole picture, then its tiles where it is larger than the network's input. */
    static List<Region> of(int width, int height, int inputSize) {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region(0, 0, width, height));
        int longer = Math.max(width, height);
        if (longer > MAX_UNTILED * inputSize) {
            int side = (int) Math.ceil(longer * TILE_SHARE);
            for (int top : starts(height, side)) {
                for (int left : starts(width, side)) {
                    regions.add(
                            new Region(left, top, Math.min(side, width), Math.min(side, height)));
                }
            }
        }
        return regions;
    }

    /** Start positions of tiles that cover a length evenly. */
    private static List<Integer> starts(int length, int side) {
        if (length <= side) {
            return List.of(0);
        }
        int tiles = 1 + (int) Math.ceil((length - side) / (side * (1 - MIN_OVERLAP)));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < tiles; i++) {
            starts.add((int) Math.round((double) (length - side) * i / (tiles - 1)));
        }
        return starts;
    }
}

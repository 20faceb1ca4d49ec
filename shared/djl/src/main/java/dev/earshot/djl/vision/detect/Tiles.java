package dev.earshot.djl.vision.detect;

import java.util.ArrayList;
import java.util.List;

/** The regions of a picture that are looked at one by one. Stateless. */
final class Tiles {
    /** Side of a tile as a share of the picture's longer side: twice the zoom, less the overlap. */
    private static final double TILE = 0.55;

    /** Share of a tile that neighbours have in common at least: a face there is seen whole. */
    private static final double SHARED = 0.2;

    /** A picture whose longer side is at most this many input sides is looked at whole alone. */
    private static final double WHOLE = 1.25;

    private Tiles() {}

    /** The whole picture first, then its tiles where it is larger than the network's input. */
    static List<Region> of(int width, int height, int inputSize) {
        List<Region> regions = new ArrayList<>();
        regions.add(new Region(0, 0, width, height));
        int longer = Math.max(width, height);
        if (longer > WHOLE * inputSize) {
            int side = (int) Math.ceil(longer * TILE);
            for (int top : starts(height, side)) {
                for (int left : starts(width, side)) {
                    regions.add(
                            new Region(left, top, Math.min(side, width), Math.min(side, height)));
                }
            }
        }
        return regions;
    }

    /** Where tiles begin so that they cover a length evenly. */
    private static List<Integer> starts(int length, int side) {
        if (length <= side) {
            return List.of(0);
        }
        int tiles = 1 + (int) Math.ceil((length - side) / (side * (1 - SHARED)));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < tiles; i++) {
            starts.add((int) Math.round((double) (length - side) * i / (tiles - 1)));
        }
        return starts;
    }
}

package dev.earshot.core.media;

import java.util.List;

/**
 * By what the same picture is recognised again after it was recompressed, resized or cropped.
 *
 * @param whole 64 bits of the whole picture's low frequencies
 * @param points its most salient points, strongest first
 */
public record Fingerprint(long whole, List<Point> points) {
    public Fingerprint {
        points = List.copyOf(points);
    }

    /**
     * A salient point.
     *
     * @param x thousandths of the picture's longer side
     * @param y likewise
     * @param code 64 bits that describe its surroundings at its own scale
     */
    public record Point(int x, int y, long code) {}
}

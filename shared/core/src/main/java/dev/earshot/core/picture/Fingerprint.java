package dev.earshot.core.picture;

import java.util.List;

/**
 * Recognises the same picture after it was recompressed, resized or cropped.
 *
 * @param whole 64 bits of the whole picture's low frequencies, or {@link #PLAIN}
 * @param points its most salient points, strongest first
 */
public record Fingerprint(long whole, List<Point> points) {
    /** {@code whole} of a plain picture of any colour; never matches another picture. */
    public static final long PLAIN = 0;

    public Fingerprint {
        points = List.copyOf(points);
    }

    /**
     * A salient point.
     *
     * @param x thousandths of the picture's longer side
     * @param y likewise
     * @param code 64 bits that describe its neighbourhood at its own scale
     */
    public record Point(int x, int y, long code) {}
}

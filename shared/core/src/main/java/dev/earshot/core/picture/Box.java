package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/** A rectangle in pixels of the upright original picture; origin top left, y downwards. */
public record Box(double x, double y, double width, double height) {
    public Box {
        Checks.inRange("x", x, 0, 1e6);
        Checks.inRange("y", y, 0, 1e6);
        Checks.inRange("width", width, 0, 1e6);
        Checks.inRange("height", height, 0, 1e6);
    }

    /** Intersection over union with another box, in [0, 1]. */
    public double overlap(Box other) {
        double shared =
                shared(x, x + width, other.x, other.x + other.width)
                        * shared(y, y + height, other.y, other.y + other.height);
        return overlap(shared, width * height, other.width * other.height);
    }

    /** Rounds a coordinate to a tenth of a pixel, the precision of results. */
    public static double tenths(double pixels) {
        return Math.round(pixels * 10) / 10.0;
    }

    /** Length of the part that two intervals share; 0 if they are apart. */
    public static double shared(double from, double to, double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }

    /**
     * Intersection over union of two areas, in [0, 1].
     *
     * @param shared the area that both cover
     */
    public static double overlap(double shared, double area, double otherArea) {
        return shared == 0 ? 0 : shared / (area + otherArea - shared);
    }
}

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
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (width * height + other.width * other.height - w * h);
    }
}

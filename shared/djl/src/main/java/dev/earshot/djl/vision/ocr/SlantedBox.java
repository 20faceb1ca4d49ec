package dev.earshot.djl.vision.ocr;

import dev.earshot.core.picture.Box;

/**
 * A rectangle that may be rotated.
 *
 * @param width length of the side along {@code angle}
 * @param angle angle of that side to the horizontal, in radians, positive is clockwise on screen
 * @param score mean text probability inside, in [0, 1]
 */
record SlantedBox(
        double centreX, double centreY, double width, double height, double angle, double score) {

    /** A smaller tilt is noise of a short mark, not a tilt of the text. */
    private static final double UPRIGHT = Math.toRadians(2.5);

    /** The same rectangle with its angle in (-45, 45] degrees, and 0 where it is within noise. */
    SlantedBox normalised() {
        double turned = angle;
        double along = width;
        double across = height;
        while (turned > Math.PI / 4) {
            turned -= Math.PI / 2;
            double swap = along;
            along = across;
            across = swap;
        }
        while (turned <= -Math.PI / 4) {
            turned += Math.PI / 2;
            double swap = along;
            along = across;
            across = swap;
        }
        if (Math.abs(turned) < UPRIGHT) {
            turned = 0;
        }
        return new SlantedBox(centreX, centreY, along, across, turned, score);
    }

    /**
     * Grown on all sides by area x ratio / perimeter: the network marks only the core of a line
     * (Liao et al., "Real-time Scene Text Detection with Differentiable Binarization", 2020).
     */
    SlantedBox unclipped(double ratio) {
        double distance = width * height * ratio / (2 * (width + height));
        return new SlantedBox(
                centreX, centreY, width + 2 * distance, height + 2 * distance, angle, score);
    }

    /** The same rectangle with its other pair of sides as the direction of the text. */
    SlantedBox quarterTurned() {
        double along = height;
        double across = width;
        return new SlantedBox(centreX, centreY, along, across, angle + Math.PI / 2, score);
    }

    /** The same rectangle with its text running the other way, upside down. */
    SlantedBox turnedOver() {
        return new SlantedBox(centreX, centreY, width, height, angle + Math.PI, score);
    }

    /** The rectangle in a picture that is this many times wider and higher. */
    SlantedBox scaled(double across, double down) {
        double cos = Math.abs(Math.cos(angle));
        double sin = Math.abs(Math.sin(angle));
        double along = Math.hypot(cos * across, sin * down);
        double cross = Math.hypot(sin * across, cos * down);
        return new SlantedBox(
                centreX * across, centreY * down, width * along, height * cross, angle, score);
    }

    /** The rectangle in a picture of which this one's picture is a part. */
    SlantedBox moved(double right, double down) {
        return new SlantedBox(centreX + right, centreY + down, width, height, angle, score);
    }

    /** Whether another lies at the same place: the same line found twice. */
    boolean isAt(SlantedBox other) {
        double near = Math.min(height, other.height) / 2;
        return Math.abs(centreY - other.centreY) < near
                && Math.abs(centreX - other.centreX) < Math.min(width, other.width) / 2;
    }

    /** The upright bounding box of it, inside a picture. */
    Box bounds(int pictureWidth, int pictureHeight) {
        double cos = Math.abs(Math.cos(angle));
        double sin = Math.abs(Math.sin(angle));
        double halfWidth = (width * cos + height * sin) / 2;
        double halfHeight = (width * sin + height * cos) / 2;
        double left = Box.tenths(Math.clamp(centreX - halfWidth, 0, pictureWidth));
        double top = Box.tenths(Math.clamp(centreY - halfHeight, 0, pictureHeight));
        double right = Box.tenths(Math.clamp(centreX + halfWidth, 0, pictureWidth));
        double bottom = Box.tenths(Math.clamp(centreY + halfHeight, 0, pictureHeight));
        return new Box(left, top, Box.tenths(right - left), Box.tenths(bottom - top));
    }
}

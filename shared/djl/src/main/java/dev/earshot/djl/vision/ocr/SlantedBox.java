package dev.earshot.djl.vision.ocr;

import dev.earshot.core.picture.Box;

/**
 * A rectangle that may be turned.
 *
 * @param width length of the side along {@code angle}
 * @param angle of that side against the horizontal, in radians, positive turns clockwise on screen
 * @param score mean text probability inside, in [0, 1]
 */
record SlantedBox(
        double centreX, double centreY, double width, double height, double angle, double score) {

    /** Below this a tilt is the noise of a short mark, not of the text. */
    private static final double UPRIGHT = Math.toRadians(2.5);

    /**
     * Longer along the line of text: the angle is brought into (-45, 45] degrees, and to 0 where it
     * is within noise.
     */
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
     * Grown on all sides by area x ratio / perimeter: the network marks the core of a line alone
     * (Liao et al., "Real-time Scene Text Detection with Differentiable Binarization", 2020).
     */
    SlantedBox unclipped(double ratio) {
        double distance = width * height * ratio / (2 * (width + height));
        return new SlantedBox(
                centreX, centreY, width + 2 * distance, height + 2 * distance, angle, score);
    }

    /** The same rectangle, with its other pair of sides as the direction of the text. */
    SlantedBox quarterTurned() {
        double along = height;
        double across = width;
        return new SlantedBox(centreX, centreY, along, across, angle + Math.PI / 2, score);
    }

    /** In a picture that is so many times wider and higher. */
    SlantedBox scaled(double across, double down) {
        double cos = Math.abs(Math.cos(angle));
        double sin = Math.abs(Math.sin(angle));
        double along = Math.hypot(cos * across, sin * down);
        double cross = Math.hypot(sin * across, cos * down);
        return new SlantedBox(
                centreX * across, centreY * down, width * along, height * cross, angle, score);
    }

    /** The upright rectangle round it, inside a picture. */
    Box bounds(int pictureWidth, int pictureHeight) {
        double cos = Math.abs(Math.cos(angle));
        double sin = Math.abs(Math.sin(angle));
        double halfWidth = (width * cos + height * sin) / 2;
        double halfHeight = (width * sin + height * cos) / 2;
        double left = tenths(Math.clamp(centreX - halfWidth, 0, pictureWidth));
        double top = tenths(Math.clamp(centreY - halfHeight, 0, pictureHeight));
        double right = tenths(Math.clamp(centreX + halfWidth, 0, pictureWidth));
        double bottom = tenths(Math.clamp(centreY + halfHeight, 0, pictureHeight));
        return new Box(left, top, tenths(right - left), tenths(bottom - top));
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}

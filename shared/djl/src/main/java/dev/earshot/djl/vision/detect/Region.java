package dev.earshot.djl.vision.detect;

/** A rectangle of whole pixels of a picture; origin top left. */
record Region(int left, int top, int width, int height) {
    Region {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "region must lie in the picture, got %d, %d, %d x %d"
                            .formatted(left, top, width, height));
        }
    }
}

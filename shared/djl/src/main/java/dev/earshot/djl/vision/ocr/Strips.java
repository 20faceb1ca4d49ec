package dev.earshot.djl.vision.ocr;

import dev.earshot.djl.image.Pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Searches long pictures in overlapping strips, since a screenshot of a whole thread, shrunk to the
 * network's size, has letters of three pixels. Stateless.
 */
final class Strips {
    /** A picture this many times longer than wide is cut. */
    private static final double LONG = 2;

    /** Length of a strip, in widths. */
    private static final double STRIP = 1.4;

    /** Overlap of two strips, in widths: a few lines of text. */
    private static final double OVERLAP = 0.25;

    /** Longer pictures get longer strips. */
    private static final int MAX_STRIPS = 12;

    private Strips() {}

    /**
     * Boxes of text in a picture.
     *
     * @param longestSide a picture up to this long is searched as a whole
     * @param find finds the boxes of text in one strip
     */
    static List<SlantedBox> search(
            Pixels picture, int longestSide, Function<Pixels, List<SlantedBox>> find) {
        int shorter = Math.min(picture.width(), picture.height());
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= longestSide || longer < LONG * shorter) {
            return find.apply(picture);
        }
        boolean tall = picture.height() == longer;
        double step = (STRIP - OVERLAP) * shorter;
        int count = (int) Math.clamp(Math.ceil((longer - OVERLAP * shorter) / step), 2, MAX_STRIPS);
        double own = (double) longer / count;
        List<SlantedBox> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) Math.max(0, i * own - OVERLAP * shorter / 2);
            int to = (int) Math.min(longer, (i + 1) * own + OVERLAP * shorter / 2);
            double first = i * own;
            double end = (i + 1) * own;
            for (SlantedBox box : find.apply(cut(picture, tall, from, to))) {
                SlantedBox moved = box.moved(tall ? 0 : from, tall ? from : 0);
                double middle = tall ? moved.centreY() : moved.centreX();
                if (middle >= first && middle < end && boxes.stream().noneMatch(moved::isAt)) {
                    boxes.add(moved);
                }
            }
        }
        return boxes;
    }

    private static Pixels cut(Pixels picture, boolean tall, int from, int to) {
        int width = tall ? picture.width() : to - from;
        int height = tall ? to - from : picture.height();
        int left = tall ? 0 : from;
        int top = tall ? from : 0;
        byte[] rgb = new byte[Math.multiplyExact(3, width * height)];
        for (int y = 0; y < height; y++) {
            int at = 3 * ((top + y) * picture.width() + left);
            System.arraycopy(picture.rgb(), at, rgb, 3 * y * width, 3 * width);
        }
        return new Pixels(width, height, rgb);
    }
}

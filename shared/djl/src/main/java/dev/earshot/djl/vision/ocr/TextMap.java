package dev.earshot.djl.vision.ocr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The text probability of each pixel, and the rectangles around likely text. */
final class TextMap {
    /** Pixels above it are text. This and the next threshold are PP-OCRv4's own settings. */
    private static final float PIXEL_THRESHOLD = 0.3f;

    /** A mark with a lower mean is not text. */
    private static final double MARK_THRESHOLD = 0.5;

    private static final double UNCLIP_RATIO = 1.6;
    private static final int MIN_SIDE = 3;

    /** More marks than this are texture, not text; the largest are kept. */
    private static final int MAX_MARKS = 500;

    private final float[] probability;
    private final int width;
    private final int height;

    TextMap(float[] probability, int width, int height) {
        if (probability.length != width * height) {
            throw new IllegalArgumentException(
                    "probability must hold "
                            + width
                            + " x "
                            + height
                            + " values, got "
                            + probability.length);
        }
        this.probability = probability;
        this.width = width;
        this.height = height;
    }

    /** Boxes in pixels of the map, already grown to the text's full height. */
    List<SlantedBox> boxes() {
        List<SlantedBox> boxes = new ArrayList<>();
        for (int[] mark : marks()) {
            double score = mean(mark);
            if (score < MARK_THRESHOLD) {
                continue;
            }
            SlantedBox box = MinimumRectangle.around(outline(mark), score);
            if (Math.min(box.width(), box.height()) >= MIN_SIDE) {
                boxes.add(box.unclipped(UNCLIP_RATIO).normalised());
            }
        }
        return boxes;
    }

    /** Connected components (8-neighbourhood) of pixels above the threshold. */
    private List<int[]> marks() {
        boolean[] seen = new boolean[probability.length];
        int[] stack = new int[probability.length];
        int[] members = new int[probability.length];
        List<int[]> marks = new ArrayList<>();
        for (int start = 0; start < probability.length; start++) {
            if (seen[start] || probability[start] <= PIXEL_THRESHOLD) {
                continue;
            }
            int depth = 0;
            int count = 0;
            stack[depth++] = start;
            seen[start] = true;
            while (depth > 0) {
                int pixel = stack[--depth];
                members[count++] = pixel;
                int x = pixel % width;
                int y = pixel / width;
                for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                    for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                        int next = v * width + u;
                        if (!seen[next] && probability[next] > PIXEL_THRESHOLD) {
                            seen[next] = true;
                            stack[depth++] = next;
                        }
                    }
                }
            }
            if (count >= MIN_SIDE * MIN_SIDE) {
                marks.add(Arrays.copyOf(members, count));
            }
        }
        if (marks.size() > MAX_MARKS) {
            marks.sort((a, b) -> Integer.compare(b.length, a.length));
            return marks.subList(0, MAX_MARKS);
        }
        return marks;
    }

    private double mean(int[] mark) {
        double sum = 0;
        for (int pixel : mark) {
            sum += probability[pixel];
        }
        return sum / mark.length;
    }

    /** The corners of each row's first and last pixel: only these can be on the hull. */
    private List<double[]> outline(int[] mark) {
        int[] first = new int[height];
        int[] last = new int[height];
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, -1);
        for (int pixel : mark) {
            int y = pixel / width;
            first[y] = Math.min(first[y], pixel % width);
            last[y] = Math.max(last[y], pixel % width);
        }
        List<double[]> points = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            if (last[y] >= 0) {
                points.add(new double[] {first[y], y});
                points.add(new double[] {first[y], y + 1});
                points.add(new double[] {last[y] + 1, y});
                points.add(new double[] {last[y] + 1, y + 1});
            }
        }
        return points;
    }
}

package dev.earshot.djl.vision.ocr;

import dev.earshot.djl.vision.network.TorchNetwork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads strips in batches of similar width. Thread-safe. */
final class LineRecogniser {
    /** Pixels of a strip for each step of the output. */
    private static final int STEP = 8;

    /** Narrower strips are padded to this, as in the network's training. */
    private static final int DEFAULT_WIDTH = 320;

    private static final int MAX_LINES = 8;

    /** Padding costs as much as text; past this share a new batch is cheaper. */
    private static final double MAX_PADDING = 1.3;

    private final TorchNetwork network;
    private final CtcDecoder decoder;

    LineRecogniser(TorchNetwork network) {
        this.network = network;
        this.decoder = new CtcDecoder(network.labels());
    }

    /**
     * The text on one strip.
     *
     * @param confidence mean probability of its characters, 0 if there are none
     */
    record Reading(String text, double confidence) {
        /** Fewer letters, or less certain ones, are found in foliage and brickwork. */
        private static final int TEXT_LETTERS = 5;

        private static final double TEXT_CONFIDENCE = 0.3;

        int letters() {
            return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
        }

        boolean isMisread() {
            return Scripts.isMisread(text, confidence);
        }

        /** Whether something was written there, though it can't be said what. */
        boolean looksLikeText() {
            return letters() >= TEXT_LETTERS && confidence >= TEXT_CONFIDENCE;
        }
    }

    /** Readings in the order of the strips. */
    List<Reading> read(List<LineStrip> strips) {
        Integer[] order = new Integer[strips.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, Comparator.comparingInt(i -> strips.get(i).width()));
        Reading[] readings = new Reading[order.length];
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            double widest = MAX_PADDING * Math.max(DEFAULT_WIDTH, strips.get(order[start]).width());
            while (end < order.length
                    && end - start < MAX_LINES
                    && strips.get(order[end]).width() <= widest) {
                end++;
            }
            List<LineStrip> batch = new ArrayList<>();
            for (int i = start; i < end; i++) {
                batch.add(strips.get(order[i]));
            }
            List<Reading> read = batch(batch);
            for (int i = start; i < end; i++) {
                readings[order[i]] = read.get(i - start);
            }
            start = end;
        }
        return List.of(readings);
    }

    /** Reads one batch, of which the last strip is the widest. */
    private List<Reading> batch(List<LineStrip> strips) {
        int widest = Math.max(DEFAULT_WIDTH, strips.getLast().width());
        int width = (widest + STEP - 1) / STEP * STEP;
        float[] values = new float[strips.size() * 3 * LineStrip.HEIGHT * width];
        for (int i = 0; i < strips.size(); i++) {
            strips.get(i).write(values, i, width);
        }
        TorchNetwork.Tensor output =
                network.forward(
                        new TorchNetwork.Tensor(values, strips.size(), 3, LineStrip.HEIGHT, width));
        int steps = (int) output.shape()[1];
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < strips.size(); i++) {
            int own = Math.min(steps, (strips.get(i).width() + STEP - 1) / STEP);
            readings.add(reading(output.values(), 3 * steps * i, own));
        }
        return readings;
    }

    private Reading reading(float[] values, int from, int steps) {
        List<CtcDecoder.Glyph> glyphs = decoder.decode(values, from, steps);
        double confidence =
                glyphs.stream().mapToDouble(CtcDecoder.Glyph::probability).average().orElse(0);
        return new Reading(new Spacing(values, from).restore(glyphs).strip(), confidence);
    }
}

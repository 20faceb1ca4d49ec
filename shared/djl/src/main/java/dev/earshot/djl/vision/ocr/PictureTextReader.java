package dev.earshot.djl.vision.ocr;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.TextLine;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;
import dev.earshot.djl.vision.network.TorchNetwork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text in a picture, line by line: Latin script, digits, Chinese and Japanese characters
 * (the recogniser knows 6,623 and the space), also upside-down and mirrored. Long pictures, such as
 * screenshots of a thread, are searched in strips. Where there is text in another script, or none
 * that is clear enough, that is told instead.
 *
 * <p>Thread-safe. {@link #close} must come after the last call.
 */
public final class PictureTextReader implements AutoCloseable {
    /** A picture up to this size in which no text is found may itself be a cut-out word. */
    private static final int CUT_OUT = 128;

    private final TorchNetwork detection;
    private final TorchNetwork recognition;
    private final LineViews views;
    private final Settings settings;

    /**
     * Settings for finding text.
     *
     * @param longestSide a larger picture is shrunk to this to find text; lines are then read from
     *     the original picture
     * @param minimumConfidence a line whose characters' mean probability is lower is dropped
     */
    public record Settings(int longestSide, double minimumConfidence) {
        /** 960 pixels, 0.6. */
        public static final Settings DEFAULT = new Settings(960, 0.6);

        public Settings {
            if (longestSide < 32 || longestSide > 4096) {
                throw new IllegalArgumentException(
                        "longestSide must lie in [32, 4096], got " + longestSide);
            }
        }
    }

    /**
     * Loads the two assembled model folders.
     *
     * @throws dev.earshot.djl.ModelFolderException where one is missing or is not a model
     */
    public PictureTextReader(
            Path detectionFolder, Path recognitionFolder, ComputeDevice device, Settings settings) {
        this.detection = TorchNetwork.load(detectionFolder, device);
        this.recognition = TorchNetwork.load(recognitionFolder, device);
        this.views = new LineViews(new LineRecogniser(recognition)::read);
        this.settings = settings;
    }

    /** The models that take part. */
    public List<ModelVersion> versions() {
        return List.of(detection.version(), recognition.version());
    }

    /**
     * The text of a picture; boxes in pixels of it.
     *
     * @param lines in reading order
     * @param unread where text seems to be that could not be read
     */
    public record Page(List<TextLine> lines, List<Box> unread) {
        public Page {
            lines = List.copyOf(lines);
            unread = List.copyOf(unread);
        }
    }

    /** Reads a picture. */
    public Page read(Pixels picture) {
        List<SlantedBox> boxes = Strips.search(picture, settings.longestSide(), this::find);
        if (boxes.isEmpty() && Math.max(picture.width(), picture.height()) <= CUT_OUT) {
            boxes = List.of(whole(picture));
        }
        List<LineStrip> strips = new ArrayList<>();
        for (SlantedBox box : boxes) {
            strips.add(new LineStrip(picture, box));
        }
        List<LineRecogniser.Reading> readings = views.read(strips);
        List<TextLine> lines = new ArrayList<>();
        List<Box> unread = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            LineRecogniser.Reading reading = readings.get(i);
            Box bounds = boxes.get(i).bounds(picture.width(), picture.height());
            boolean clear = reading.confidence() >= settings.minimumConfidence();
            if (clear && !reading.text().isBlank() && !reading.isMisread()) {
                lines.add(new TextLine(reading.text(), Math.min(1, reading.confidence()), bounds));
            } else if (clear || reading.looksLikeText()) {
                unread.add(bounds);
            }
        }
        return new Page(ReadingOrder.sort(lines), unread);
    }

    private List<SlantedBox> find(Pixels picture) {
        double longest = Math.max(picture.width(), picture.height());
        double scale = Math.min(1, settings.longestSide() / longest);
        int width = side(picture.width() * scale);
        int height = side(picture.height() * scale);
        TorchNetwork.Tensor map =
                detection.forward(
                        new TorchNetwork.Tensor(
                                Resampler.planes(picture, width, height), 1, 3, height, width));
        double across = (double) picture.width() / width;
        double down = (double) picture.height() / height;
        return new TextMap(map.values(), width, height)
                .boxes().stream().map(box -> box.scaled(across, down)).toList();
    }

    private static SlantedBox whole(Pixels picture) {
        double width = picture.width();
        double height = picture.height();
        return new SlantedBox(width / 2, height / 2, width, height, 0, 0);
    }

    /** A multiple of 32, since the network halves its input five times. */
    private static int side(double wanted) {
        return (int) Math.max(1, Math.round(wanted / 32)) * 32;
    }

    @Override
    public void close() {
        detection.close();
        recognition.close();
    }
}

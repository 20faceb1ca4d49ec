package dev.earshot.evaluation.device;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.picture.VisionModel.Look;
import dev.earshot.core.text.Reading;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.djl.vision.PictureVision;
import dev.earshot.evaluation.text.OwnTexts;
import dev.earshot.evaluation.vision.ClipAnalysis;
import dev.earshot.reading.TextReader;
import dev.earshot.video.frame.FrameModel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the product's models over the same pictures, a clip made of them and the project's own posts
 * on one device. Immutable.
 */
public final class DeviceEvaluation {
    /** Posts read in one call, as a full message has. */
    private static final int BATCH = 25;

    /** Pictures that the clip pans over. */
    private static final int IN_THE_CLIP = 3;

    private final Path models;
    private final Map<String, byte[]> pictures;
    private final List<String> posts;

    /**
     * @param models the folder of assembled models
     * @param pictures by name; a broken one is among what is compared
     * @param posts how many of the project's own posts to read
     */
    public DeviceEvaluation(Path models, Map<String, byte[]> pictures, int posts) {
        this.models = models;
        this.pictures = Map.copyOf(pictures);
        List<String> own = OwnTexts.all();
        if (posts < 1 || posts > own.size()) {
            throw new IllegalArgumentException(
                    "posts must lie in [1, " + own.size() + "], got " + posts);
        }
        this.posts = own.subList(0, posts);
    }

    /**
     * Loads every model on a device and lets it answer.
     *
     * @param name what to call the run
     */
    public DeviceRun on(ComputeDevice device, String name) {
        Map<String, Map<String, Double>> items = new HashMap<>();
        List<ModelVersion> versions = new ArrayList<>();
        long nanos = 0;
        try (VisionModel vision = PictureVision.load(models, device)) {
            versions.addAll(vision.versions());
            long begun = System.nanoTime();
            pictures.forEach((file, bytes) -> items.put("picture " + file, look(vision, bytes)));
            nanos += System.nanoTime() - begun;
        }
        try (FrameModel frames = FrameVision.load(models, device)) {
            long begun = System.nanoTime();
            items.put(
                    "clip panned",
                    AnswerLabels.of(
                            ClipAnalysis.of(new PannedClip(decoded()), Path.of("panned"), frames)));
            nanos += System.nanoTime() - begun;
        }
        TextReader reader = TextReaders.load(models, device);
        versions.addAll(reader.versions());
        long begun = System.nanoTime();
        for (int from = 0; from < posts.size(); from += BATCH) {
            int end = Math.min(posts.size(), from + BATCH);
            List<Reading> readings =
                    reader.read(
                            posts.subList(from, end).stream()
                                    .map(text -> new TextReader.Text(text, Optional.empty()))
                                    .toList());
            for (int i = from; i < end; i++) {
                items.put("post " + i, AnswerLabels.of(readings.get(i - from)));
            }
        }
        nanos += System.nanoTime() - begun;
        return new DeviceRun(name, describe(versions), nanos / 1e9, items);
    }

    private static Map<String, Double> look(VisionModel vision, byte[] bytes) {
        return switch (vision.look(bytes)) {
            case Look.Seen seen -> AnswerLabels.of(seen.findings());
            case Look.Video video -> Map.of("a video", 1.0);
            case Look.Refused refused -> Map.of("refused: " + refused.reason(), 1.0);
        };
    }

    private List<Pixels> decoded() {
        ImageDecoder decoder = new ImageDecoder();
        return pictures.keySet().stream()
                .sorted()
                .map(pictures::get)
                .flatMap(
                        bytes ->
                                switch (decoder.decode(bytes)) {
                                    case Decoding.Decoded decoded -> Stream.of(decoded.pixels());
                                    case Decoding.Refused refused -> Stream.<Pixels>empty();
                                })
                .limit(IN_THE_CLIP)
                .toList();
    }

    private static String describe(List<ModelVersion> versions) {
        return versions.stream()
                .map(v -> v.name() + " " + v.revision() + " " + v.sha256().substring(0, 8))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

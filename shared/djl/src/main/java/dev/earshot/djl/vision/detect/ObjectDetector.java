package dev.earshot.djl.vision.detect;

import ai.djl.Device;
import dev.earshot.core.ModelVersion;
import dev.earshot.core.media.Box;
import dev.earshot.core.media.Detection;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.network.TorchNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds things of a fixed set of classes: everyday objects (the {@code objects} folder, 80 COCO
 * classes) or products (the {@code products} folder, 23 OpenImages classes). Thread-safe.
 */
public final class ObjectDetector implements AutoCloseable {
    /** Two classes on nearly the same box are one thing under two names: the likelier is kept. */
    private static final double SAME_THING = 0.95;

    private static final int MOST_CANDIDATES = 400;
    private static final int MOST_RESULTS = 100;

    private final DetectorSettings settings;
    private final TorchNetwork network;

    /**
     * @param folder an assembled model folder
     * @param device where libtorch computes
     * @throws DetectionException if the folder holds no detector
     */
    public ObjectDetector(Path folder, Device device) {
        this.settings = DetectorSettings.read(folder);
        this.network = TorchNetwork.load(folder, device);
    }

    /** Which model this is. */
    public ModelVersion version() {
        return network.version();
    }

    /** The class names that can be reported. */
    public List<String> labels() {
        return network.labels();
    }

    /** Finds things in one picture; most certain first, at most 100. */
    public List<Detection> detect(Pixels picture) {
        return detect(List.of(picture)).getFirst();
    }

    /** Finds things in several pictures with one run of the network. */
    public List<List<Detection>> detect(List<Pixels> pictures) {
        return detect(pictures, settings.minimumScore());
    }

    /** As {@link #detect(List)} with another threshold: for measuring. */
    List<List<Detection>> detect(List<Pixels> pictures, double minimumScore) {
        if (pictures.isEmpty()) {
            return List.of();
        }
        Batch batch = new Batch(pictures.size(), settings.size());
        for (int i = 0; i < pictures.size(); i++) {
            Pixels picture = pictures.get(i);
            Region whole = new Region(0, 0, picture.width(), picture.height());
            Scaler.scale(picture, whole, batch, i, settings.size(), settings.size());
        }
        float[] rows = batch.through(network);
        int length = rows.length / pictures.size();
        List<List<Detection>> found = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            List<Candidate> candidates =
                    candidates(rows, i * length, (i + 1) * length, pictures.get(i), minimumScore);
            found.add(detections(candidates, pictures.get(i)));
        }
        return found;
    }

    @Override
    public void close() {
        network.close();
    }

    private List<Candidate> candidates(
            float[] rows, int start, int end, Pixels picture, double minimumScore) {
        double across = settings.unit() * picture.width() / settings.size();
        double down = settings.unit() * picture.height() / settings.size();
        int classes = network.labels().size();
        List<Candidate> candidates = new ArrayList<>();
        for (int row = start; row < end; row += 4 + classes) {
            for (int label = 0; label < classes; label++) {
                float score = rows[row + 4 + label];
                if (score >= minimumScore) {
                    candidates.add(
                            new Candidate(
                                    rows[row] * across,
                                    rows[row + 1] * down,
                                    rows[row + 2] * across,
                                    rows[row + 3] * down,
                                    label,
                                    score));
                }
            }
        }
        return candidates;
    }

    private List<Detection> detections(List<Candidate> candidates, Pixels picture) {
        List<Candidate> likeliest =
                candidates.stream()
                        .sorted((a, b) -> Double.compare(b.score(), a.score()))
                        .limit(MOST_CANDIDATES)
                        .toList();
        List<Detection> found = new ArrayList<>();
        for (Candidate kept : Candidate.withoutDoubles(likeliest, this::doubles)) {
            Box box = kept.within(picture.width(), picture.height());
            if (box.width() >= 1 && box.height() >= 1 && found.size() < MOST_RESULTS) {
                String label = network.labels().get(kept.label());
                found.add(new Detection(label, Math.min(1, kept.score()), box));
            }
        }
        return found;
    }

    private boolean doubles(Candidate kept, Candidate other) {
        double most = kept.label() == other.label() ? settings.maximumOverlap() : SAME_THING;
        return kept.overlap(other) > most;
    }
}

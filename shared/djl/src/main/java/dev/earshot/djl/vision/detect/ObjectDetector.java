package dev.earshot.djl.vision.detect;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolderException;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.network.TorchNetwork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Finds things of a fixed set of classes: everyday objects (the {@code objects} folder, 80 COCO
 * classes) or products (the {@code products} folder, 23 OpenImages classes). Thread-safe.
 */
public final class ObjectDetector implements AutoCloseable {
    /**
     * Above this overlap, boxes of two classes are one thing under two names: the likelier is kept.
     */
    private static final double SAME_THING_OVERLAP = 0.95;

    /** Overlap above which boxes of one class from several views are one thing. */
    private static final double SAME_IN_VIEWS_OVERLAP = 0.6;

    /** A picture with a longer side is also examined in tiles. */
    private static final int TILED_FROM = 1_000;

    private static final int MAX_CANDIDATES = 400;
    private static final int MAX_RESULTS = 100;

    private final DetectorSettings settings;
    private final TorchNetwork network;

    /**
     * @param folder an assembled model folder
     * @param device device that libtorch runs on
     * @throws ModelFolderException if the folder is not a detector
     */
    public ObjectDetector(Path folder, ComputeDevice device) {
        this.settings = DetectorSettings.read(folder);
        this.network = TorchNetwork.load(folder, device);
    }

    /** The model's version. */
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

    /** Like {@link #detect(List)} with another threshold, for tracking and for evaluation. */
    public List<List<Detection>> detect(List<Pixels> pictures, double minimumScore) {
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
            List<CandidateBox> candidates =
                    candidates(rows, i * length, (i + 1) * length, pictures.get(i), minimumScore);
            found.add(detections(candidates, pictures.get(i), settings.maximumOverlap()));
        }
        return found;
    }

    /**
     * Combined result of the views of one picture.
     *
     * @param objects most certain first, at most 100
     * @param features means of the backbone's layers over the whole picture; empty where the
     *     network has no such output
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared or used as a key
    public record Sight(List<Detection> objects, float[] features) {}

    /** Runs once, on the whole picture. */
    public Sight glance(Pixels picture) {
        return glance(picture, settings.minimumScore());
    }

    /** Likewise with another threshold: for measuring. */
    public Sight glance(Pixels picture, double minimumScore) {
        List<View> whole = List.of(View.whole(picture, false, false));
        return look(picture, whole, minimumScore, settings.maximumOverlap());
    }

    /**
     * Runs twice on the whole picture, once stretched and once mirrored with its aspect ratio kept,
     * and on overlapping tiles where it is large. Where views find the same thing, the most certain
     * box is kept. Two runs take twice the time of {@link #detect} and find more: AP50 .49 instead
     * of .44 on COCO photographs.
     */
    public Sight lookClosely(Pixels picture) {
        return lookClosely(picture, settings.minimumScore());
    }

    /** Likewise with another threshold: for measuring. */
    public Sight lookClosely(Pixels picture, double minimumScore) {
        List<View> views = new ArrayList<>();
        views.add(View.whole(picture, false, false));
        views.add(View.whole(picture, true, true));
        if (Math.max(picture.width(), picture.height()) > TILED_FROM) {
            List<Region> regions = Tiles.of(picture.width(), picture.height(), settings.size());
            for (Region tile : regions.subList(1, regions.size())) {
                views.add(new View(tile, true, false));
            }
        }
        return look(picture, views, minimumScore, SAME_IN_VIEWS_OVERLAP);
    }

    private Sight look(
            Pixels picture, List<View> views, double minimumScore, double maximumOverlap) {
        Batch batch = new Batch(views.size(), settings.size());
        for (int i = 0; i < views.size(); i++) {
            views.get(i).write(picture, batch, i);
        }
        List<TorchNetwork.Tensor> outputs = batch.throughAll(network);
        float[] rows = outputs.getFirst().values();
        int length = rows.length / views.size();
        double unit = settings.unit() / settings.size();
        int classes = network.labels().size();
        List<CandidateBox> candidates = new ArrayList<>();
        for (int row = 0; row < rows.length; row += 4 + classes) {
            View view = views.get(row / length);
            for (int label = 0; label < classes; label++) {
                float score = rows[row + 4 + label];
                if (score >= minimumScore) {
                    CandidateBox found =
                            view.candidate(
                                    rows[row] * unit,
                                    rows[row + 1] * unit,
                                    rows[row + 2] * unit,
                                    rows[row + 3] * unit,
                                    label,
                                    score);
                    if (!view.cuts(found, picture)) {
                        candidates.add(found);
                    }
                }
            }
        }
        float[] features = new float[0];
        if (outputs.size() > 1) {
            float[] all = outputs.get(1).values();
            features = Arrays.copyOf(all, all.length / views.size());
        }
        return new Sight(detections(candidates, picture, maximumOverlap), features);
    }

    @Override
    public void close() {
        network.close();
    }

    private List<CandidateBox> candidates(
            float[] rows, int start, int end, Pixels picture, double minimumScore) {
        double across = settings.unit() * picture.width() / settings.size();
        double down = settings.unit() * picture.height() / settings.size();
        int classes = network.labels().size();
        List<CandidateBox> candidates = new ArrayList<>();
        for (int row = start; row < end; row += 4 + classes) {
            for (int label = 0; label < classes; label++) {
                float score = rows[row + 4 + label];
                if (score >= minimumScore) {
                    candidates.add(
                            new CandidateBox(
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

    private List<Detection> detections(
            List<CandidateBox> candidates, Pixels picture, double maximumOverlap) {
        List<CandidateBox> likeliest =
                candidates.stream()
                        .sorted((a, b) -> Double.compare(b.score(), a.score()))
                        .limit(MAX_CANDIDATES)
                        .toList();
        List<Detection> found = new ArrayList<>();
        for (CandidateBox kept : CandidateBox.withoutDoubles(likeliest, doubles(maximumOverlap))) {
            Box box = kept.within(picture.width(), picture.height());
            if (box.width() >= 1 && box.height() >= 1 && found.size() < MAX_RESULTS) {
                String label = network.labels().get(kept.label());
                found.add(new Detection(label, Math.min(1, kept.score()), box));
            }
        }
        return found;
    }

    private static BiPredicate<CandidateBox, CandidateBox> doubles(double maximumOverlap) {
        return (kept, other) ->
                kept.overlap(other)
                        > (kept.label() == other.label() ? maximumOverlap : SAME_THING_OVERLAP);
    }
}

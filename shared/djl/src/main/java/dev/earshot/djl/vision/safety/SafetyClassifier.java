package dev.earshot.djl.vision.safety;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Safety;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;
import dev.earshot.djl.vision.network.TorchNetwork;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Classifies a picture as drawing, hentai, neutral, porn or sexy, and flags it only where two
 * independent networks agree: each must give hentai, porn and sexy together at least {@link
 * Settings#threshold}.
 *
 * <p>The first network (MobileNetV2, a tenth of the second one's time) sees every picture. The
 * second (Inception v3) sees only those to which the first gives at least {@link Settings#trigger};
 * label and score are then of the mean of both networks, otherwise of the first one. A picture
 * below the trigger can't be flagged, because the trigger is at most the threshold, so skipping the
 * second network changes no flag.
 *
 * <p>Thread-safe. {@link #close} must come after the last call.
 */
public final class SafetyClassifier implements AutoCloseable {
    private static final Set<String> UNSAFE = Set.of("hentai", "porn", "sexy");
    private static final int FIRST_SIDE = 224;
    private static final int SECOND_SIDE = 299;

    private final TorchNetwork first;
    private final TorchNetwork second;
    private final Settings settings;

    /**
     * Thresholds for flagging a picture.
     *
     * @param threshold score that each network must reach, in [0, 1]
     * @param trigger score that the first must reach for the second to run, at most the threshold
     */
    public record Settings(double threshold, double trigger) {
        /** 0.8 and 0.5. */
        public static final Settings DEFAULT = new Settings(0.8, 0.5);

        public Settings {
            if (!(trigger >= 0 && trigger <= threshold && threshold <= 1)) {
                throw new IllegalArgumentException(
                        "0 <= trigger <= threshold <= 1 must hold, got trigger "
                                + trigger
                                + " and threshold "
                                + threshold);
            }
        }
    }

    /**
     * Loads the two assembled model folders.
     *
     * @throws dev.earshot.djl.ModelFolderException where one is missing or is not a model
     * @throws IllegalArgumentException where the two have different labels
     */
    public SafetyClassifier(
            Path firstFolder, Path secondFolder, ComputeDevice device, Settings settings) {
        this.first = TorchNetwork.load(firstFolder, device);
        this.second = TorchNetwork.load(secondFolder, device);
        this.settings = settings;
        if (!first.labels().equals(second.labels())) {
            throw new IllegalArgumentException(
                    "both models must have the same labels, got "
                            + first.labels()
                            + " and "
                            + second.labels());
        }
    }

    /** The models that take part. */
    public List<ModelVersion> versions() {
        return List.of(first.version(), second.version());
    }

    /** Classifies one picture. */
    public Safety classify(Pixels picture) {
        float[] scores = scores(first, picture, FIRST_SIDE);
        double unsafe = unsafe(scores);
        if (unsafe < settings.trigger()) {
            return verdict(scores, false);
        }
        float[] others = scores(second, picture, SECOND_SIDE);
        boolean agreed = unsafe >= settings.threshold() && unsafe(others) >= settings.threshold();
        return verdict(mean(scores, others), agreed);
    }

    private static float[] scores(TorchNetwork network, Pixels picture, int side) {
        float[] planes = Resampler.planes(picture, side, side);
        return network.forward(new TorchNetwork.Tensor(planes, 1, 3, side, side)).values();
    }

    private double unsafe(float[] scores) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += UNSAFE.contains(first.labels().get(i)) ? scores[i] : 0;
        }
        return sum;
    }

    private static float[] mean(float[] a, float[] b) {
        float[] mean = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            mean[i] = (a[i] + b[i]) / 2;
        }
        return mean;
    }

    private Safety verdict(float[] scores, boolean flagged) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return new Safety(first.labels().get(best), Math.clamp(scores[best], 0, 1), flagged);
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}

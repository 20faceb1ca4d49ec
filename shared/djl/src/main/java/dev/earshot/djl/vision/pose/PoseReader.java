package dev.earshot.djl.vision.pose;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Box;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;
import dev.earshot.djl.vision.network.TorchNetwork;
import dev.earshot.video.frame.BodyPart;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Pose.Point;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the joints of up to six people in a picture. The picture is scaled into the top left of the
 * network's square input, aspect ratio kept. Thread-safe.
 *
 * <p>Output of the network: {@code [1, 6, 56]}, for each person 17 times y, x and score, then top,
 * left, bottom, right and score of the box, in shares of the input's side.
 */
public final class PoseReader implements AutoCloseable {
    private static final int SIDE = 256;
    private static final int ROW = 56;
    private static final int BOX = 3 * BodyPart.COUNT;

    /** Rows with a lower score are empty; the value is that of MoveNet's authors. */
    private static final double MINIMUM_SCORE = 0.11;

    /** Two rows whose boxes overlap by this much are one person. */
    private static final double SAME_PERSON = 0.7;

    private final TorchNetwork network;

    /**
     * @param folder an assembled model folder
     */
    public PoseReader(Path folder, ComputeDevice device) {
        this.network = TorchNetwork.load(folder, device);
    }

    /** The model's version. */
    public ModelVersion version() {
        return network.version();
    }

    /** Joints of people in pixels of the picture, most certain person first. */
    public List<Pose> read(Pixels picture) {
        double zoom = (double) SIDE / Math.max(picture.width(), picture.height());
        int width = Math.clamp(Math.round(picture.width() * zoom), 1, SIDE);
        int height = Math.clamp(Math.round(picture.height() * zoom), 1, SIDE);
        float[] planes = Resampler.planes(picture, width, height);
        float[] input = new float[3 * SIDE * SIDE];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(
                        planes,
                        (channel * height + y) * width,
                        input,
                        (channel * SIDE + y) * SIDE,
                        width);
            }
        }
        float[] rows = network.forward(new TorchNetwork.Tensor(input, 1, 3, SIDE, SIDE)).values();
        List<Pose> poses = new ArrayList<>();
        for (int row = 0; row + ROW <= rows.length; row += ROW) {
            if (rows[row + ROW - 1] >= MINIMUM_SCORE) {
                poses.add(
                        pose(
                                rows,
                                row,
                                (double) picture.width() / width,
                                (double) picture.height() / height,
                                picture));
            }
        }
        poses.sort(Comparator.comparingDouble(Pose::score).reversed());
        return withoutDoubles(poses);
    }

    @Override
    public void close() {
        network.close();
    }

    private static Pose pose(float[] rows, int row, double across, double down, Pixels picture) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < BodyPart.COUNT; i++) {
            points.add(
                    new Point(
                            Box.tenths(rows[row + 3 * i + 1] * SIDE * across),
                            Box.tenths(rows[row + 3 * i] * SIDE * down),
                            Math.clamp(rows[row + 3 * i + 2], 0.0, 1.0)));
        }
        double top = Math.clamp(rows[row + BOX] * SIDE * down, 0, picture.height());
        double left = Math.clamp(rows[row + BOX + 1] * SIDE * across, 0, picture.width());
        double bottom = Math.clamp(rows[row + BOX + 2] * SIDE * down, top, picture.height());
        double right = Math.clamp(rows[row + BOX + 3] * SIDE * across, left, picture.width());
        return new Pose(
                new Box(
                        Box.tenths(left),
                        Box.tenths(top),
                        Box.tenths(right - left),
                        Box.tenths(bottom - top)),
                Math.clamp(rows[row + ROW - 1], 0.0, 1.0),
                points);
    }

    private static List<Pose> withoutDoubles(List<Pose> poses) {
        List<Pose> kept = new ArrayList<>();
        for (Pose pose : poses) {
            if (kept.stream().noneMatch(k -> k.box().overlap(pose.box()) > SAME_PERSON)) {
                kept.add(pose);
            }
        }
        return kept;
    }
}

package dev.earshot.evaluation.vision;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.Thumbnail;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/** A clip of one still frame with sensor noise. */
final class StillClips implements FrameSource {
    private static final int RATE = 25;

    /** Standard deviation of a pixel's noise, on a scale of 0 to 255. */
    private static final double NOISE = 4;

    private final Frame frame;
    private final Thumbnail thumbnail;
    private final int seconds;

    StillClips(Frame frame, Thumbnail thumbnail, int seconds) {
        this.frame = frame;
        this.thumbnail = thumbnail;
        this.seconds = seconds;
    }

    Frame frame(double at, long seed) {
        return new Frame(
                at,
                frame.width(),
                frame.height(),
                noisy(frame.rgb(), NOISE, seed),
                frame.originalWidth(),
                frame.originalHeight());
    }

    @Override
    public Opening open(Path file, VideoLimits limits, Optional<From> from) {
        return new Opening.Opened(
                new Clip() {
                    private int next;

                    @Override
                    public Info info() {
                        return new Info(
                                frame.originalWidth(), frame.originalHeight(), seconds, 0, "none");
                    }

                    @Override
                    public Event next() {
                        if (next == seconds * RATE) {
                            return new Event.End(seconds, next, Optional.empty());
                        }
                        double at = (double) next / RATE;
                        boolean grid = next++ % (RATE / GRID_PER_SECOND) == 0;
                        return new Event.Sample(
                                // A thumbnail pixel is the mean of 16 pixels.
                                new Thumbnail(at, noisy(thumbnail.rgb(), NOISE / 4, next)),
                                grid ? Optional.of(frame(at, next)) : Optional.empty(),
                                false);
                    }

                    @Override
                    public void close() {}
                });
    }

    private static byte[] noisy(byte[] rgb, double deviation, long seed) {
        Random random = new Random(seed);
        byte[] out = new byte[rgb.length];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    (byte)
                            Math.clamp(
                                    Math.round((rgb[i] & 0xff) + deviation * random.nextGaussian()),
                                    0,
                                    255);
        }
        return out;
    }
}

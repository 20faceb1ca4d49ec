package dev.earshot.evaluation.device;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.Thumbnail;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A clip that needs no file: the camera pans over one picture after another, two seconds each.
 * Thread-safe.
 */
final class PannedClip implements FrameSource {
    private static final int SECONDS_EACH = 2;
    private static final int FRAMES_EACH = SECONDS_EACH * GRID_PER_SECOND;
    private static final int LONGEST_SIDE = 640;

    /** The frame shows this share of the picture's width. */
    private static final double SHOWN = 0.8;

    private final List<Pixels> pictures;

    PannedClip(List<Pixels> pictures) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("pictures must hold at least one");
        }
        this.pictures = pictures.stream().map(p -> p.within(LONGEST_SIDE)).toList();
    }

    @Override
    public Opening open(Path file, VideoLimits limits, Optional<From> from) {
        return new Opening.Opened(
                new Clip() {
                    private int next;

                    @Override
                    public Info info() {
                        Pixels first = view(0);
                        return new Info(
                                first.width(),
                                first.height(),
                                (double) pictures.size() * SECONDS_EACH,
                                0,
                                "none");
                    }

                    @Override
                    public Event next() {
                        if (next == pictures.size() * FRAMES_EACH) {
                            double end = (double) pictures.size() * SECONDS_EACH;
                            return new Event.End(end, next, Optional.empty());
                        }
                        return sample(next++);
                    }

                    @Override
                    public void close() {}
                });
    }

    private Event.Sample sample(int index) {
        double seconds = (double) index / GRID_PER_SECOND;
        Pixels view = view(index);
        return new Event.Sample(
                thumbnail(view, seconds),
                Optional.of(
                        new Frame(
                                seconds,
                                view.width(),
                                view.height(),
                                view.rgb(),
                                view.width(),
                                view.height())),
                false);
    }

    private Pixels view(int index) {
        Pixels picture = pictures.get(index / FRAMES_EACH);
        int width = Math.max(1, (int) (picture.width() * SHOWN));
        int left = (picture.width() - width) * (index % FRAMES_EACH) / (FRAMES_EACH - 1);
        byte[] rgb = new byte[3 * width * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.rgb(), 3 * (y * picture.width() + left), rgb, 3 * y * width, 3 * width);
        }
        return new Pixels(width, picture.height(), rgb);
    }

    private static Thumbnail thumbnail(Pixels view, double seconds) {
        int plane = Thumbnail.SIDE * Thumbnail.SIDE;
        float[] planes = Resampler.planes(view, Thumbnail.SIDE, Thumbnail.SIDE);
        byte[] rgb = new byte[Thumbnail.BYTES];
        for (int i = 0; i < plane; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = (byte) Math.clamp(Math.round(planes[c * plane + i]), 0, 255);
            }
        }
        return new Thumbnail(seconds, rgb);
    }
}

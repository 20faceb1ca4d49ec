package dev.earshot.evaluation.vision;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.Thumbnail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Pieces of different clips in sequence, joined by cuts, dissolves and fades at known times. */
final class StitchedClips implements FrameSource {
    private static final double RATE = 25;
    private static final int SHORTEST = 30;
    private static final int MAX_FRAMES = 75;

    /** Length in frames of a dissolve, and of each half of a fade. */
    private static final int TRANSITION = 15;

    private final List<byte[]> frames = new ArrayList<>();
    private final List<Double> boundaries = new ArrayList<>();

    /**
     * @param clips thumbnails of each clip
     */
    StitchedClips(List<List<Thumbnail>> clips, int pieces, long seed) {
        Random random = new Random(seed);
        int last = -1;
        for (int i = 0; i < pieces; i++) {
            int clip = random.nextInt(clips.size());
            while (clip == last) {
                clip = random.nextInt(clips.size());
            }
            last = clip;
            append(piece(clips.get(clip), random), i == 0 ? 0 : 1 + random.nextInt(4));
        }
    }

    private static List<byte[]> piece(List<Thumbnail> clip, Random random) {
        int length = Math.min(clip.size(), SHORTEST + random.nextInt(MAX_FRAMES - SHORTEST));
        int from = random.nextInt(clip.size() - length + 1);
        return clip.subList(from, from + length).stream().map(Thumbnail::rgb).toList();
    }

    /**
     * @param how 0 starts the clip, 1 and 2 cut, 3 dissolves, 4 fades through black
     */
    private void append(List<byte[]> piece, int how) {
        int joint = frames.size();
        int overlap = Math.min(TRANSITION, piece.size() / 2);
        if (how == 3) {
            joint -= overlap;
            for (int i = 0; i < overlap; i++) {
                double share = (i + 1.0) / (overlap + 1);
                frames.set(joint + i, mixed(frames.get(joint + i), piece.get(i), share));
            }
            boundaries.add((joint + overlap / 2.0) / RATE);
            frames.addAll(piece.subList(overlap, piece.size()));
            return;
        }
        frames.addAll(piece);
        if (how == 4) {
            for (int i = 0; i < overlap; i++) {
                double dark = 1 - (double) i / overlap;
                frames.set(
                        joint + i, mixed(frames.get(joint + i), new byte[Thumbnail.BYTES], dark));
                int before = joint - 1 - i;
                frames.set(before, mixed(frames.get(before), new byte[Thumbnail.BYTES], dark));
            }
        }
        if (how > 0) {
            boundaries.add(joint / RATE);
        }
    }

    private static byte[] mixed(byte[] one, byte[] other, double share) {
        byte[] out = new byte[one.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.round((1 - share) * (one[i] & 0xff) + share * (other[i] & 0xff));
        }
        return out;
    }

    /** Times at which pieces meet, in seconds. */
    List<Double> boundaries() {
        return List.copyOf(boundaries);
    }

    double seconds() {
        return frames.size() / RATE;
    }

    @Override
    public Opening open(Path file, VideoLimits limits, Optional<From> from) {
        return new Opening.Opened(new Reel());
    }

    private final class Reel implements Clip {
        private int next;

        @Override
        public Info info() {
            return new Info(Thumbnail.SIDE, Thumbnail.SIDE, seconds(), 0, "none");
        }

        @Override
        public Event next() {
            if (next == frames.size()) {
                return new Event.End(seconds(), next, Optional.empty());
            }
            double at = next / RATE;
            byte[] rgb = frames.get(next);
            boolean grid = next++ % (int) (RATE / GRID_PER_SECOND) == 0;
            return new Event.Sample(
                    new Thumbnail(at, rgb),
                    grid
                            ? Optional.of(
                                    new Frame(
                                            at,
                                            Thumbnail.SIDE,
                                            Thumbnail.SIDE,
                                            rgb,
                                            Thumbnail.SIDE,
                                            Thumbnail.SIDE))
                            : Optional.empty(),
                    false);
        }

        @Override
        public void close() {}
    }
}

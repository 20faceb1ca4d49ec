package dev.earshot.video;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.FrameSource.Event.Sample;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.Thumbnail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Synthetic videos, with a fake decoder, fake models and a fake contact-sheet drawer. */
public final class Footage implements FrameSource {
    static final int FPS = 25;
    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    private final double seconds;
    private final Scene scene;

    /** The colour of a pixel at a time, as 0xRRGGBB. */
    public interface Scene {
        int colour(double seconds, double x, double y);
    }

    public Footage(double seconds, Scene scene) {
        this.seconds = seconds;
        this.scene = scene;
    }

    private static final int TEXTURE = 128;

    /** A drifting picture of soft random blobs; the drift is in picture widths a second. */
    public static Scene texture(long seed, double drift) {
        Random random = new Random(seed);
        double[] wave = random.doubles(24, 0.5, 4).toArray();
        double[] phase = random.doubles(24, 0, 6.3).toArray();
        int base = random.nextInt(0x1000000);
        int[] painted = new int[2 * TEXTURE * TEXTURE];
        for (int i = 0; i < painted.length; i++) {
            int row = i / (2 * TEXTURE);
            double x = (double) (i % (2 * TEXTURE)) / TEXTURE;
            double y = (double) row / TEXTURE;
            for (int channel = 0; channel < 3; channel++) {
                double sum = 0;
                for (int k = 8 * channel; k < 8 * channel + 8; k += 2) {
                    sum += Math.sin(wave[k] * x * 5 + wave[k + 1] * y * 5 + phase[k]);
                }
                int level = base >> (8 * channel) & 0xff;
                painted[i] |= (int) Math.clamp(level + 28 * sum, 0, 255) << (8 * channel);
            }
        }
        return (t, x, y) -> {
            int column = (int) ((x + drift * t) * TEXTURE) % (2 * TEXTURE);
            int row = (int) (y * TEXTURE);
            return painted[row * 2 * TEXTURE + column];
        };
    }

    /** Textures in sequence, each for the given number of seconds. */
    public static Scene inTurn(long seed, int count, double secondsEach, double drift) {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scenes.add(texture(seed + i, drift));
        }
        return (t, x, y) -> scenes.get((int) (t / secondsEach) % count).colour(t, x, y);
    }

    /** The same scene in dim light. */
    static Scene dim(Scene scene) {
        return (t, x, y) -> mix(0, scene.colour(t, x, y), 0.6);
    }

    /** The same scene with sensor noise. */
    public static Scene noisy(Scene scene, int amplitude) {
        return (t, x, y) -> {
            int hash = Double.hashCode(t * 31 + x * 7919 + y * 104_729) * 0x9e3779b1;
            int noise = Math.floorMod(hash >> 8, 2 * amplitude + 1) - amplitude;
            int colour = scene.colour(t, x, y);
            int mixed = 0;
            for (int shift = 0; shift < 24; shift += 8) {
                mixed |= Math.clamp((colour >> shift & 0xff) + noise, 0, 255) << shift;
            }
            return mixed;
        };
    }

    public static int mix(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            double value = (1 - share) * (one >> shift & 0xff) + share * (other >> shift & 0xff);
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }

    Thumbnail thumbnail(double at) {
        byte[] rgb = new byte[Thumbnail.BYTES];
        fill(rgb, at, Thumbnail.SIDE, Thumbnail.SIDE);
        return new Thumbnail(at, rgb);
    }

    Frame frame(double at) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        fill(rgb, at, WIDTH, HEIGHT);
        return new Frame(at, WIDTH, HEIGHT, rgb, 10 * WIDTH, 10 * HEIGHT);
    }

    private void fill(byte[] rgb, double at, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = scene.colour(at, (x + 0.5) / width, (y + 0.5) / height);
                int to = 3 * (y * width + x);
                rgb[to] = (byte) (colour >> 16);
                rgb[to + 1] = (byte) (colour >> 8);
                rgb[to + 2] = (byte) colour;
            }
        }
    }

    public List<Thumbnail> thumbnails() {
        List<Thumbnail> all = new ArrayList<>();
        for (int i = 0; i < seconds * FPS; i++) {
            all.add(thumbnail((double) i / FPS));
        }
        return all;
    }

    @Override
    public Opening open(Path file, VideoLimits limits, Optional<From> from) {
        int first = from.map(f -> (int) Math.ceil(f.seconds() * FPS - 1e-6)).orElse(0);
        return new Opening.Opened(
                new Clip() {
                    private int next = first;

                    @Override
                    public Info info() {
                        return new Info(10 * WIDTH, 10 * HEIGHT, seconds, 0, "none");
                    }

                    @Override
                    public Event next() {
                        if (next >= seconds * FPS) {
                            return new Event.End(seconds, next - first, Optional.empty());
                        }
                        double at = (double) next / FPS;
                        boolean grid = next++ % (FPS / GRID_PER_SECOND) == 0;
                        return new Sample(
                                thumbnail(at),
                                grid ? Optional.of(frame(at)) : Optional.empty(),
                                false);
                    }

                    @Override
                    public void close() {}
                });
    }

    /** Finds one thing at the brightest pixel, and reads the current second as text. */
    static class Model implements FrameModel {
        private int calls;

        int calls() {
            return calls;
        }

        @Override
        public ImageFindings look(Frame frame) {
            calls++;
            return new ImageFindings(
                    frame.originalWidth(),
                    frame.originalHeight(),
                    objects(frame),
                    List.of(new Box(1, 1, 9, 9)),
                    List.of(
                            new TextLine(
                                    "chapter " + (int) (frame.seconds() / 10),
                                    0.9,
                                    new Box(0, 0, 50, 9))),
                    safety(frame.seconds()),
                    scenery(frame.seconds()),
                    List.of(),
                    Optional.empty());
        }

        Safety safety(double seconds) {
            return new Safety("neutral", 0.9, false);
        }

        Scenery scenery(double seconds) {
            return Scenery.UNKNOWN;
        }

        @Override
        public List<Pose> poses(Frame frame) {
            return List.of();
        }

        @Override
        public List<Detection> objects(Frame frame) {
            int best = 0;
            for (int i = 0; i < frame.rgb().length; i += 3) {
                best = brightness(frame.rgb(), i) > brightness(frame.rgb(), best) ? i : best;
            }
            int pixel = best / 3;
            double x = Math.max(0, pixel % WIDTH - 3);
            int row = pixel / WIDTH;
            double y = Math.max(0, row - 3);
            return List.of(new Detection("ball", 0.8, frame.toOriginal(new Box(x, y, 6, 6))));
        }

        private static int brightness(byte[] rgb, int at) {
            return (rgb[at] & 0xff) + (rgb[at + 1] & 0xff) + (rgb[at + 2] & 0xff);
        }

        @Override
        public Set<String> objectLabels() {
            return Set.of("ball");
        }

        @Override
        public List<ModelVersion> versions() {
            return List.of(new ModelVersion("fake", "1", "0".repeat(64)));
        }

        @Override
        public void close() {}
    }

    /** Records what it is asked to draw. */
    static final class Artist implements Miniatures {
        @Override
        public byte[] shrink(Frame frame) {
            return Double.toString(frame.seconds()).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public byte[] sheet(VideoFindings findings, List<KeyPicture> pictures) {
            StringBuilder sheet = new StringBuilder(findings.toString());
            pictures.forEach(p -> sheet.append(new String(p.jpeg(), StandardCharsets.US_ASCII)));
            return sheet.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}

package dev.earshot.djl.vision.embed;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolderException;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The picture half of the mounted text-image model. Thread-safe. */
public final class PictureEncoder implements AutoCloseable {
    private final MountedModel mounted;
    private final Encoder encoder;

    private PictureEncoder(MountedModel mounted, Encoder encoder) {
        this.mounted = mounted;
        this.encoder = encoder;
    }

    /**
     * Loads it and tests it on a grey picture; empty where none is mounted.
     *
     * @param models the folder that may contain {@code picture-text}
     * @throws ModelFolderException where it is there and can't be used
     */
    public static Optional<PictureEncoder> among(Path models, ComputeDevice device) {
        return MountedModel.among(models)
                .map(
                        mounted -> {
                            PictureEncoder made =
                                    new PictureEncoder(
                                            mounted,
                                            Encoder.load(mounted, mounted.pictureFile(), device));
                            byte[] grey = new byte[3 * 64 * 48];
                            Arrays.fill(grey, (byte) 90);
                            made.of(new Pixels(64, 48, grey));
                            return made;
                        });
    }

    /** The model's version. */
    public ModelVersion version() {
        return mounted.version();
    }

    /** The vector of a picture. */
    public PictureVector of(Pixels picture) {
        float[] planes = fitted(picture);
        int plane = mounted.width() * mounted.height();
        for (int c = 0; c < 3; c++) {
            double mean = mounted.mean().get(c);
            double deviation = mounted.deviation().get(c);
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                planes[i] = (float) ((planes[i] / 255 - mean) / deviation);
            }
        }
        Shape shape = new Shape(1, 3, mounted.height(), mounted.width());
        return encoder.vector(manager -> new NDList(manager.create(planes, shape)));
    }

    private float[] fitted(Pixels picture) {
        int width = mounted.width();
        int height = mounted.height();
        if (!mounted.cropped()) {
            return Resampler.planes(picture, width, height);
        }
        double zoom =
                Math.max((double) width / picture.width(), (double) height / picture.height());
        // Only the middle is scaled: scaling all of a very narrow picture could take any amount of
        // memory.
        Pixels middle =
                middle(
                        picture,
                        Math.clamp(Math.round(width / zoom), 1, picture.width()),
                        Math.clamp(Math.round(height / zoom), 1, picture.height()));
        return Resampler.planes(middle, width, height);
    }

    private static Pixels middle(Pixels picture, int width, int height) {
        if (width == picture.width() && height == picture.height()) {
            return picture;
        }
        int left = (picture.width() - width) / 2;
        int top = (picture.height() - height) / 2;
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    picture.rgb(),
                    3 * ((y + top) * picture.width() + left),
                    rgb,
                    3 * y * width,
                    3 * width);
        }
        return new Pixels(width, height, rgb);
    }

    @Override
    public void close() {
        encoder.close();
    }
}

package dev.earshot.djl.vision.why;

import dev.earshot.core.picture.PictureExplanation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/**
 * Draws an explanation as a small transparent PNG to be laid over the picture: the redder, the more
 * the label hangs on the place. It shows nothing of the picture itself, so that nobody can be
 * recognised in it. Stateless.
 */
public final class HeatPicture {
    /** Pixels of a cell; the whole is at most 256 pixels a side. */
    private static final int CELL = 32;

    private static final int MOST_OPAQUE = 200;
    private static final int RED = 0xe0301e;

    private HeatPicture() {}

    /** The PNG file. */
    public static byte[] png(PictureExplanation why) {
        BufferedImage image =
                new BufferedImage(
                        CELL * why.columns(), CELL * why.rows(), BufferedImage.TYPE_INT_ARGB);
        double most = why.drops().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double drop = smooth(why, (x + 0.5) / CELL - 0.5, (y + 0.5) / CELL - 0.5);
                double share = most > 0 ? Math.clamp(drop / most, 0, 1) : 0;
                image.setRGB(x, y, (int) Math.round(MOST_OPAQUE * share) << 24 | RED);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to memory", e);
        }
        return bytes.toByteArray();
    }

    /** The drop between the cells' middles. */
    private static double smooth(PictureExplanation why, double x, double y) {
        int left = (int) Math.clamp(Math.floor(x), 0, why.columns() - 1);
        int top = (int) Math.clamp(Math.floor(y), 0, why.rows() - 1);
        int right = Math.min(left + 1, why.columns() - 1);
        int bottom = Math.min(top + 1, why.rows() - 1);
        double fx = Math.clamp(x - left, 0, 1);
        double fy = Math.clamp(y - top, 0, 1);
        return (1 - fy) * ((1 - fx) * drop(why, left, top) + fx * drop(why, right, top))
                + fy * ((1 - fx) * drop(why, left, bottom) + fx * drop(why, right, bottom));
    }

    private static double drop(PictureExplanation why, int column, int row) {
        return why.drops().get(row * why.columns() + column);
    }
}

package dev.earshot.djl.vision.blur;

import dev.earshot.core.picture.Box;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.detect.FaceDetector;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a copy of a picture in which every face that the detector finds is reduced to a few flat
 * tiles. It then looks again, in the file that it has written, and hides more until nothing is
 * found; what may be a face is hidden as well. The copy has no metadata. A face that the detector
 * never finds, such as one seen from behind, stays. Thread-safe.
 */
public final class FaceBlur {
    private static final int MAX_SIDE = 1_600;
    private static final int TILES = 4;
    private static final double MARGIN = 0.25;
    private static final double GROWTH = 0.15;
    private static final float QUALITY = 0.85f;

    /** Times that faces are reduced to tiles, then to one colour, before the picture is. */
    private static final int TILED_ROUNDS = 6;

    private static final int FILLED_ROUNDS = 4;

    private final ImageDecoder decoder = new ImageDecoder();
    private final Function<Pixels, List<Box>> look;

    public FaceBlur(FaceDetector faces) {
        this(faces::suspect);
    }

    /**
     * @param look the boxes of what must not be recognised in a picture
     */
    FaceBlur(Function<Pixels, List<Box>> look) {
        this.look = look;
    }

    /** A JPEG of at most 1,600 pixels a side. */
    public byte[] copy(Pixels picture) {
        Pixels small = picture.within(MAX_SIDE);
        Pixels copy = new Pixels(small.width(), small.height(), small.rgb().clone());
        look.apply(copy).forEach(box -> flatten(copy, box, MARGIN));
        byte[] file = jpeg(copy);
        for (int round = 1; round <= TILED_ROUNDS + FILLED_ROUNDS; round++) {
            List<Box> found = look.apply(decoded(file));
            if (found.isEmpty()) {
                return file;
            }
            for (Box box : found) {
                hide(copy, box, round);
            }
            file = jpeg(copy);
        }
        if (!look.apply(decoded(file)).isEmpty()) {
            fill(copy, new Box(0, 0, copy.width(), copy.height()), 0);
        }
        return jpeg(copy);
    }

    private Pixels decoded(byte[] file) {
        return switch (decoder.decode(file)) {
            case Decoding.Decoded decoded -> decoded.pixels();
            case Decoding.Refused refused -> throw new IllegalStateException(refused.message());
        };
    }

    private static void hide(Pixels copy, Box box, int round) {
        if (round < TILED_ROUNDS) {
            flatten(copy, box, MARGIN + GROWTH * round);
        } else {
            fill(copy, box, 0.5 * (1 + round - TILED_ROUNDS));
        }
    }

    /** Fills each of a few tiles with its mean colour. */
    private static void flatten(Pixels picture, Box box, double margin) {
        int left = (int) Math.max(0, box.x() - margin * box.width());
        int top = (int) Math.max(0, box.y() - margin * box.height());
        int right = (int) Math.min(picture.width(), box.x() + (1 + margin) * box.width() + 1);
        int bottom = (int) Math.min(picture.height(), box.y() + (1 + margin) * box.height() + 1);
        int tileWidth = Math.max(1, (right - left + TILES - 1) / TILES);
        int tileHeight = Math.max(1, (bottom - top + TILES - 1) / TILES);
        for (int y = top; y < bottom; y += tileHeight) {
            for (int x = left; x < right; x += tileWidth) {
                int toX = Math.min(right, x + tileWidth);
                int toY = Math.min(bottom, y + tileHeight);
                paint(picture, x, y, toX, toY, mean(picture, x, y, toX, toY));
            }
        }
    }

    /** Fills the box, and a margin in sides of it, with one colour. */
    private static void fill(Pixels picture, Box box, double margin) {
        int left = (int) Math.max(0, box.x() - margin * box.width());
        int top = (int) Math.max(0, box.y() - margin * box.height());
        int right = (int) Math.min(picture.width(), box.x() + (1 + margin) * box.width() + 1);
        int bottom = (int) Math.min(picture.height(), box.y() + (1 + margin) * box.height() + 1);
        paint(picture, left, top, right, bottom, mean(picture, left, top, right, bottom));
    }

    private static byte[] mean(Pixels picture, int left, int top, int right, int bottom) {
        long[] sum = new long[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                for (int c = 0; c < 3; c++) {
                    sum[c] += picture.rgb()[3 * (y * picture.width() + x) + c] & 0xff;
                }
            }
        }
        long count = Math.max(1L, (long) (right - left) * (bottom - top));
        return new byte[] {
            (byte) (sum[0] / count), (byte) (sum[1] / count), (byte) (sum[2] / count)
        };
    }

    private static void paint(
            Pixels picture, int left, int top, int right, int bottom, byte[] colour) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                System.arraycopy(colour, 0, picture.rgb(), 3 * (y * picture.width() + x), 3);
            }
        }
    }

    private static byte[] jpeg(Pixels picture) {
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            int red = picture.rgb()[3 * i] & 0xff;
            int green = picture.rgb()[3 * i + 1] & 0xff;
            int blue = picture.rgb()[3 * i + 2] & 0xff;
            image.setRGB(i % picture.width(), i / picture.width(), red << 16 | green << 8 | blue);
        }
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

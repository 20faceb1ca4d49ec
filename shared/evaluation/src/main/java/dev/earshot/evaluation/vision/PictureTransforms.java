package dev.earshot.evaluation.vision;

import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Changes to pictures that are typical of re-uploads. Stateless. */
final class PictureTransforms {
    private PictureTransforms() {}

    static Pixels resized(Pixels picture, double zoom) {
        int width = (int) Math.round(picture.width() * zoom);
        int height = (int) Math.round(picture.height() * zoom);
        float[] planes = Resampler.planes(picture, width, height);
        int plane = width * height;
        byte[] rgb = new byte[3 * plane];
        for (int i = 0; i < plane; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = (byte) Math.clamp(Math.round(planes[c * plane + i]), 0, 255);
            }
        }
        return new Pixels(width, height, rgb);
    }

    /** The centre, with this share cropped from each side. */
    static Pixels cropped(Pixels picture, double share) {
        int left = (int) (picture.width() * share);
        int top = (int) (picture.height() * share);
        int width = picture.width() - 2 * left;
        int height = picture.height() - 2 * top;
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

    /** Encoded as a JPEG of this quality in [0, 1] and decoded again. */
    static Pixels recompressed(Pixels picture, float quality) throws IOException {
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            int colour =
                    (picture.rgb()[3 * i] & 0xff) << 16
                            | (picture.rgb()[3 * i + 1] & 0xff) << 8
                            | (picture.rgb()[3 * i + 2] & 0xff);
            image.setRGB(i % picture.width(), i / picture.width(), colour);
        }
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return switch (new ImageDecoder().decode(bytes.toByteArray())) {
            case Decoding.Decoded decoded -> decoded.pixels();
            case Decoding.Refused refused -> throw new IOException(refused.message());
        };
    }
}

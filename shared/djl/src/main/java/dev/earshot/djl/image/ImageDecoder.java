package dev.earshot.djl.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Turns the bytes of a JPEG, PNG, GIF or WebP (first frame) file into upright RGB pixels; of an
 * animated GIF up to three later frames that show something else are decoded as well. Any other or
 * damaged input gives a {@link Decoding.Refused}; nothing is thrown.
 *
 * <p>The type is detected from the bytes. Stated dimensions are checked against {@link ImageLimits}
 * before any pixel is allocated, and of a picture over {@link ImageLimits#fullPixels} only every
 * n-th pixel is read. A truncated file is refused, not completed with grey. Colour profiles are
 * ignored: every picture is treated as sRGB. Transparency is composited onto white, or onto black
 * where the picture would vanish on white.
 *
 * <p>Immutable and thread-safe.
 */
public final class ImageDecoder {
    private final ImageLimits limits;

    /** A decoder with {@link ImageLimits#DEFAULT}. */
    public ImageDecoder() {
        this(ImageLimits.DEFAULT);
    }

    /** A decoder with the given limits. */
    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /** Decodes one file; {@code file} is not changed. */
    public Decoding decode(byte[] file) {
        MediaType type = MediaType.of(file);
        try {
            return switch (type.kind()) {
                case IMAGE -> picture(type, file);
                case VIDEO -> refused(Decoding.Reason.VIDEO, "The file is a video (" + type + ").");
                case UNSUPPORTED_IMAGE ->
                        refused(
                                Decoding.Reason.UNSUPPORTED,
                                type
                                        + " pictures are not read: save it as JPEG, PNG, GIF or"
                                        + " WebP.");
                case OTHER -> other(type);
            };
        } catch (RefusedException e) {
            return e.refused();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // ImageIO's readers throw exceptions of every kind on damaged data.
            return RefusedException.corrupt(type, "its picture data can't be decoded").refused();
        }
    }

    private static Decoding other(MediaType type) {
        return type == MediaType.EMPTY
                ? refused(Decoding.Reason.EMPTY, "The file is empty: upload it again.")
                : refused(
                        Decoding.Reason.NOT_A_PICTURE,
                        "The file is neither a picture nor a video"
                                + (type == MediaType.UNKNOWN ? "." : " but " + type + "."));
    }

    private static Decoding refused(Decoding.Reason reason, String message) {
        return new Decoding.Refused(reason, message);
    }

    private Decoding picture(MediaType type, byte[] file) throws RefusedException, IOException {
        Container container =
                switch (type) {
                    case JPEG -> JpegContainer.read(file);
                    case PNG -> PngContainer.read(file);
                    case GIF -> GifContainer.read(file);
                    default -> WebpContainer.read(file);
                };
        limits.check(type, container.width(), container.height());
        List<Pixels> frames = frames(type, container);
        boolean swaps = container.orientation().swaps();
        return new Decoding.Decoded(
                container.orientation().apply(frames.getFirst()),
                type,
                swaps ? container.height() : container.width(),
                swaps ? container.width() : container.height(),
                frames.subList(1, frames.size()));
    }

    /** The picture, and further frames that show something else. */
    private List<Pixels> frames(MediaType type, Container container)
            throws RefusedException, IOException {
        ImageReader reader = reader(type);
        try (PictureStream input = new PictureStream(container.bytes())) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != container.width()
                    || reader.getHeight(0) != container.height()) {
                throw RefusedException.corrupt(type, "it states two sizes");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = limits.step(container.width(), container.height());
            how.setSourceSubsampling(step, step, 0, 0);
            if (container.colours() != Container.Colours.AS_DECODED) {
                return List.of(RasterColours.inks(reader.readRaster(0, how), container.colours()));
            }
            BufferedImage first = reader.read(0, how);
            List<Pixels> frames = new ArrayList<>(List.of(RasterColours.of(first)));
            if (container.frames().size() > 1 && step == 1) {
                frames.addAll(new GifAnimation(container.frames(), reader, first).later());
            }
            return frames;
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(MediaType type) throws IOException {
        if (type == MediaType.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance();
        }
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT));
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("this Java run time has no reader for " + type);
    }
}

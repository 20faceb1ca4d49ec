package dev.earshot.djl.vision.blur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Box;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.image.Decoding;
import dev.earshot.djl.image.ImageDecoder;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.vision.Scenes;
import dev.earshot.djl.vision.detect.FaceDetector;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaceBlurTest {
    private final Path models = Path.of(System.getProperty("earshot.models", ""));
    private final FaceDetector faces;

    FaceBlurTest() {
        boolean assembled = Files.exists(models.resolve("faces/model.pt"));
        if (!assembled) {
            System.err.println("SKIPPED: " + models + " is not assembled: mvn -pl models package");
        }
        Assumptions.assumeTrue(assembled, models + " is not assembled");
        this.faces = new FaceDetector(models.resolve("faces"), ComputeDevice.CPU);
    }

    @AfterAll
    void close() {
        faces.close();
    }

    @Test
    void faceInAPhotograph_isNotFoundInItsCopyAndTheRestIsKept() throws Exception {
        Path photograph = models.resolve("pictures/man-at-table.jpg");
        Assumptions.assumeTrue(Files.exists(photograph), photograph + " is not there");
        Pixels picture = pixels(Files.readAllBytes(photograph));
        List<Box> before = faces.detect(picture);
        assertThat(before).isNotEmpty();

        Pixels copy = pixels(new FaceBlur(faces).copy(picture));

        assertThat(faces.detect(copy)).isEmpty();
        assertThat(Math.max(copy.width(), copy.height())).isEqualTo(1_600);
        double zoom = (double) copy.width() / picture.width();
        Box face = before.getFirst();
        assertThat(detail(copy, face.x() * zoom, face.y() * zoom, face.width() * zoom))
                .as("detail within the face")
                .isLessThan(
                        0.3
                                * detail(
                                        pixels(
                                                Scenes.png(
                                                        Scenes.scaled(
                                                                image(picture),
                                                                copy.width(),
                                                                copy.height()))),
                                        face.x() * zoom,
                                        face.y() * zoom,
                                        face.width() * zoom));
    }

    @Test
    void pictureWithoutFaces_staysAsItIs() {
        Pixels picture = Scenes.pixels(Scenes.busy(3, 320, 240));

        Pixels copy = pixels(new FaceBlur(faces).copy(picture));

        assertThat(copy.width()).isEqualTo(320);
        long difference = 0;
        for (int i = 0; i < copy.rgb().length; i++) {
            difference += Math.abs((copy.rgb()[i] & 0xff) - (picture.rgb()[i] & 0xff));
        }
        assertThat((double) difference / copy.rgb().length).isLessThan(8);
    }

    @Test
    void faceThatIsFoundInTheFileOnly_isHiddenInTheFile() {
        Box face = new Box(20, 20, 40, 40);
        AtomicInteger looks = new AtomicInteger();
        Pixels picture = Scenes.pixels(Scenes.busy(3, 160, 120));
        FaceBlur blur =
                new FaceBlur(
                        seen ->
                                looks.getAndIncrement() > 0 && detail(seen, 20, 20, 40) > 3
                                        ? List.of(face)
                                        : List.of());

        Pixels copy = pixels(blur.copy(picture));

        assertThat(detail(picture, 20, 20, 40)).isGreaterThan(3);
        assertThat(detail(copy, 20, 20, 40)).isLessThanOrEqualTo(3);
        assertThat(detail(copy, 100, 60, 40)).as("the rest").isGreaterThan(3);
    }

    @Test
    void somethingThatIsAlwaysFound_takesTheWholePictureWithIt() {
        FaceBlur blur = new FaceBlur(seen -> List.of(new Box(20, 20, 40, 40)));

        Pixels copy = pixels(blur.copy(Scenes.pixels(Scenes.busy(3, 160, 120))));

        assertThat(detail(copy, 100, 60, 40)).isLessThan(1);
    }

    @Test
    void copy_isAJpegWithoutMetadata() {
        byte[] copy = new FaceBlur(faces).copy(Scenes.pixels(Scenes.busy(3, 64, 64)));

        assertThat(copy).startsWith(0xff, 0xd8, 0xff);
        assertThat(new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif");
    }

    @Test
    void pictureOfOnePixel_hasACopy() {
        assertThat(pixels(new FaceBlur(faces).copy(new Pixels(1, 1, new byte[3]))).width()).isOne();
    }

    /** Mean difference of neighbours in the middle half of a square. */
    private static double detail(Pixels picture, double left, double top, double side) {
        double sum = 0;
        int count = 0;
        for (int y = (int) (top + side / 4); y < top + side * 3 / 4; y++) {
            for (int x = (int) (left + side / 4); x < left + side * 3 / 4; x++) {
                int at = 3 * (y * picture.width() + x);
                sum += Math.abs((picture.rgb()[at] & 0xff) - (picture.rgb()[at + 3] & 0xff));
                count++;
            }
        }
        return sum / count;
    }

    private static java.awt.image.BufferedImage image(Pixels picture) {
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(
                        picture.width(),
                        picture.height(),
                        java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            image.setRGB(
                    i % picture.width(),
                    i / picture.width(),
                    (picture.rgb()[3 * i] & 0xff) << 16
                            | (picture.rgb()[3 * i + 1] & 0xff) << 8
                            | (picture.rgb()[3 * i + 2] & 0xff));
        }
        return image;
    }

    private static Pixels pixels(byte[] file) {
        return ((Decoding.Decoded) new ImageDecoder().decode(file)).pixels();
    }
}

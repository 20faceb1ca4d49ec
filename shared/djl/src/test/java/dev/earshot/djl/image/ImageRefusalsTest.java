package dev.earshot.djl.image;

import static dev.earshot.djl.image.DecodedPictures.DECODER;
import static dev.earshot.djl.image.DecodedPictures.assertBlueAndRed;
import static dev.earshot.djl.image.DecodedPictures.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Files that are no picture, half of one, or a trap are refused for the reason that is so. */
class ImageRefusalsTest {
    @Test
    void png_bombOf60000Squared_isRefusedAsTooLarge() {
        assertRefused(EncodedPictures.pngStating(60_000, 60_000), Decoding.Reason.TOO_LARGE);
    }

    @Test
    void png_compressedTextBomb_isNeverInflated() {
        byte[] zeros = deflated(new byte[64 << 20]);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(new byte[] {'k', 0, 0});
        text.writeBytes(zeros);
        byte[] png = EncodedPictures.png(40, 24);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, 33); // signature and header
        file.writeBytes(EncodedPictures.chunk("zTXt", text.toByteArray()));
        file.write(png, 33, png.length - 33);

        assertBlueAndRed(decoded(file.toByteArray()), MediaType.PNG);
    }

    @Test
    void webp_overItsLimit_isRefusedAsTooLarge() {
        ImageDecoder small = new ImageDecoder(new ImageLimits(1_000_000, 900, 65_535, 1_000_000));

        assertThat(small.decode(EncodedPictures.resource("lossy.webp")))
                .isInstanceOfSatisfying(
                        Decoding.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(Decoding.Reason.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 100, 300, 500})
    void jpeg_truncated_isRefused(int kept) {
        assertRefused(Arrays.copyOf(EncodedPictures.jpeg(40, 24), kept), Decoding.Reason.TRUNCATED);
    }

    @Test
    void png_truncated_isRefused() {
        byte[] file = EncodedPictures.png(40, 24);

        assertRefused(Arrays.copyOf(file, file.length - 14), Decoding.Reason.TRUNCATED);
    }

    @Test
    void gif_truncated_isRefused() {
        byte[] file = EncodedPictures.gif(40, 24);

        assertRefused(Arrays.copyOf(file, file.length - 10), Decoding.Reason.TRUNCATED);
    }

    @Test
    void webp_truncated_isRefused() {
        byte[] file = EncodedPictures.resource("lossy.webp");

        assertRefused(Arrays.copyOf(file, file.length - 10), Decoding.Reason.TRUNCATED);
    }

    @Test
    void file_empty_isRefused() {
        assertRefused(new byte[0], Decoding.Reason.EMPTY);
    }

    @Test
    void file_zip_isRefusedWhateverItsName() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 20, 0}, Decoding.Reason.NOT_A_PICTURE);
    }

    @Test
    void file_video_isRefusedAsVideo() {
        assertRefused(
                "\0\0\0\u0018ftypmp42".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Decoding.Reason.VIDEO);
    }

    @Test
    void file_heic_isRefusedWithWhatToDo() {
        byte[] file =
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertRefused(file, Decoding.Reason.UNSUPPORTED);
        assertThat(((Decoding.Refused) DECODER.decode(file)).message())
                .contains("HEIC")
                .contains("JPEG");
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 0", "-1, 10", "2147483647, 2147483647", "70000, 1"})
    void png_ofMaliciousSize_isRefused(int width, int height) {
        assertThat(DECODER.decode(EncodedPictures.pngStating(width, height)))
                .isInstanceOf(Decoding.Refused.class);
    }

    @Test
    void file_text_isRefusedWhateverItsName() {
        assertRefused(
                "#EXTM3U\nhttp://example.org/x.ts\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Decoding.Reason.NOT_A_PICTURE);
    }

    @Test
    void file_svg_isUnsupported() {
        assertRefused(
                "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Decoding.Reason.UNSUPPORTED);
    }

    private void assertRefused(byte[] file, Decoding.Reason reason) {
        assertThat(DECODER.decode(file))
                .isInstanceOfSatisfying(
                        Decoding.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static byte[] deflated(byte[] data) {
        try (Deflater deflater = new Deflater(9)) {
            deflater.setInput(data);
            deflater.finish();
            byte[] buffer = new byte[1 << 20];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }
}

package dev.earshot.djl.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class MediaTypeTest {
    @ParameterizedTest
    @CsvSource({
        "....ftypisom, MP4, VIDEO",
        "....ftypmp42, MP4, VIDEO",
        "....ftypqt  mor, QUICKTIME, VIDEO",
        "....moovabcd, QUICKTIME, VIDEO",
        "....ftypheic, HEIC, UNSUPPORTED_IMAGE",
        "....ftypavif, AVIF, UNSUPPORTED_IMAGE",
        "....ftypmif1....avifmiaf, AVIF, UNSUPPORTED_IMAGE",
        "....ftypM4A a, UNKNOWN, OTHER",
        "RIFF....AVI LIST, AVI, VIDEO",
        "RIFF....WEBPVP8 , WEBP, IMAGE",
        "RIFF....WAVEfmt, UNKNOWN, OTHER",
        "GIF89a......, GIF, IMAGE",
        "%PDF-1.7, PDF, OTHER",
        "  <svg viewBox, SVG, UNSUPPORTED_IMAGE",
        "hello world, UNKNOWN, OTHER",
    })
    void type_fromFirstBytes_isTold(String head, MediaType type, MediaType.Kind kind) {
        MediaType found = MediaType.of(head.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(found).isEqualTo(type);
        assertThat(found.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"webm, WEBM", "matroska, MATROSKA"})
    void ebml_byDocumentType_isTold(String documentType, MediaType type) {
        String head = "\u001aE\u00df\u00a3\u0093B\u0082\u0088" + documentType;

        assertThat(MediaType.of(head.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "9"})
    void type_ofVeryShortFiles_isToldWithoutFailure(int length) {
        byte[] start = "RIFF....WEBP".substring(0, length).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MediaType.of(start)).isEqualTo(MediaType.UNKNOWN);
    }
}

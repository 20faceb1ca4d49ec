package dev.earshot.wire.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;

final class FileSignatureTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
                    # first bytes              , is a picture
                    89504e470d0a               , true
                    ffd8ffe0                   , true
                    474946383961               , true
                    524946460000000057454250   , true
                    524946460000000057415645   , false
                    52494646                   , false
                    5249464600000000574542     , false
                    ffd8                       , false
                    504b0304                   , false
                    none                       , false
                    """)
    void isPicture_ofFirstBytes_isToldByThem(@Nullable String bytes, boolean picture) {
        byte[] file = HexFormat.of().parseHex(bytes == null ? "" : bytes);

        assertThat(FileSignature.isPicture(file)).isEqualTo(picture);
    }
}

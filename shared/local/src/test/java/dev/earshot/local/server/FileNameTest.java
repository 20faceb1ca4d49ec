package dev.earshot.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

final class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/b",
                "a/",
                "/",
                "//",
                "../../etc/passwd",
                ".",
                "A",
                "a b+c%20é😀",
                "media/.s3proxy-x",
                "\u0000\n\t",
                "%2F",
                "c",
                "d/f"
            })
    void key_thereAndBack_isItself(String key) {
        assertThat(FileName.toKey(FileName.ofKey(key))).isEqualTo(key);
    }

    @Test
    void keys_drawnAtRandom_comeBackAndNeverClash() {
        Random random = new Random(7);
        String alphabet = "aA/.%+ é😀cdf_";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder key = new StringBuilder();
            int length = 1 + random.nextInt(400);
            for (int j = 0; j < length; j++) {
                key.appendCodePoint(
                        alphabet.codePointAt(
                                alphabet.offsetByCodePoints(
                                        0,
                                        random.nextInt(
                                                alphabet.codePointCount(0, alphabet.length())))));
            }
            String file = FileName.ofKey(key.toString());
            assertThat(FileName.toKey(file)).isEqualTo(key.toString());
            assertThat(Arrays.stream(file.split("/", -1)).mapToInt(String::length).max().orElse(0))
                    .isLessThanOrEqualTo(181);
            assertThat(file)
                    .doesNotContain("/../")
                    .isEqualTo(file.toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void key_thatIsAPrefixOfAnother_isNotItsFolder() {
        assertThat(FileName.ofKey("a/b")).doesNotStartWith(FileName.ofKey("a") + "/");
        assertThat(FileName.folderOfPrefix("a/b/c")).isEqualTo("da/db/");
        assertThat(FileName.folderOfPrefix("a")).isEmpty();
    }
}

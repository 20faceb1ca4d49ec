package dev.earshot.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaKeysTest {
    private static final WorkspaceId HOME = new WorkspaceId("default");
    private static final String RANDOM = "0123456789abcdef0123456789abcdef";

    @Test
    void workspaceOf_presignedUpload_isTheOneItNames() {
        String key = MediaKeys.upload(new WorkspaceId("acme"), RANDOM, "cat.jpg");

        assertThat(key).isEqualTo("media/acme/" + RANDOM + "/cat.jpg");
        assertThat(MediaKeys.workspaceOf(key, HOME)).isEqualTo(new WorkspaceId("acme"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "media/cat.jpg",
                "media/acme/cat.jpg",
                "media/acme/2026/cat.jpg",
                "media/ACME/0123456789abcdef0123456789abcdef/cat.jpg",
                "media/acme/0123456789abcdef0123456789abcdef/",
                "media/a b+c/\uD83D\uDE00.jpg",
                "other/acme/0123456789abcdef0123456789abcdef/cat.jpg"
            })
    void workspaceOf_anyOtherKey_isTheDefault(String key) {
        assertThat(MediaKeys.workspaceOf(key, HOME)).isEqualTo(HOME);
    }

    @Test
    void upload_hostileFileName_staysOneSegment() {
        String key = MediaKeys.upload(HOME, RANDOM, "../../acme/\u0000 cat?.jpg");

        assertThat(key).isEqualTo("media/default/" + RANDOM + "/__.._acme_cat_.jpg");
    }

    @Test
    void upload_nothingLeftOfTheName_isCalledFile() {
        assertThat(MediaKeys.upload(HOME, RANDOM, "")).endsWith("/file");
    }

    @Test
    void upload_longName_keepsTheExtension() {
        assertThat(MediaKeys.upload(HOME, RANDOM, "x".repeat(5000) + ".png"))
                .hasSizeLessThan(200)
                .endsWith(".png");
    }

    @Test
    void upload_guessableRandom_isRefused() {
        assertThatThrownBy(() -> MediaKeys.upload(HOME, "1", "cat.jpg"))
                .hasMessageContaining("32 hexadecimal digits");
    }
}

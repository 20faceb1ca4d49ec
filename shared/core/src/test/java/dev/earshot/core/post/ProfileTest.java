package dev.earshot.core.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

final class ProfileTest {
    @ParameterizedTest
    @CsvSource({
        "X, nivaro_uk, https://x.com/nivaro_uk",
        "BLUESKY, ann.bsky.social, https://bsky.app/profile/ann.bsky.social",
        "MASTODON, ann@m.example, https://m.example/@ann",
        "REDDIT, ann-b, https://www.reddit.com/user/ann-b",
        "YOUTUBE, anntea, https://www.youtube.com/@anntea",
        "TIKTOK, ann.b, https://www.tiktok.com/@ann.b",
    })
    void link_handleOfAPlatform_isItsProfile(Platform platform, String handle, String link) {
        assertThat(new Profile(platform, handle, Optional.empty()).link()).contains(link);
    }

    @ParameterizedTest
    @CsvSource({"MASTODON, ann", "UPLOAD, ann", "FACEBOOK, Ann Smith", "X, ann/../admin"})
    void link_handleThatGivesNoAddress_isEmpty(Platform platform, String handle) {
        assertThat(new Profile(platform, handle, Optional.empty()).link()).isEmpty();
    }

    @Test
    void toString_ofAnyone_namesThePlatformAlone() {
        assertThat(new Profile(Platform.X, "nivaro_uk", Optional.of("Ann")))
                .hasToString("Profile[x]");
    }

    @Test
    void profile_blankHandle_isRefused() {
        assertThatThrownBy(() -> new Profile(Platform.X, " ", Optional.empty()))
                .isInstanceOf(FieldException.class);
    }
}

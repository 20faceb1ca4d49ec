package dev.earshot.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlesTest {
    @ParameterizedTest
    @CsvSource({
        "X, @Nivaro, nivaro",
        "X, ' nivaro ', nivaro",
        "X, https://x.com/Nivaro, nivaro",
        "X, https://www.twitter.com/nivaro/with_replies?lang=en, nivaro",
        "REDDIT, u/Nivaro_Support, nivaro_support",
        "REDDIT, https://www.reddit.com/user/Nivaro_Support/, nivaro_support",
        "BLUESKY, @nivaro.com, nivaro.com",
        "BLUESKY, https://bsky.app/profile/nivaro.com, nivaro.com",
        "MASTODON, @Nivaro@mastodon.social, nivaro@mastodon.social",
        "MASTODON, https://mastodon.social/@nivaro, nivaro@mastodon.social",
        "MASTODON, https://m.example/users/nivaro, nivaro@m.example",
        "YOUTUBE, https://www.youtube.com/@Nivaro, nivaro",
        "YOUTUBE, https://www.youtube.com/channel/UCabc, ucabc",
        "FACEBOOK, Nivaro Deutschland, nivaro deutschland",
        "TIKTOK, https://www.tiktok.com/@nivaro, nivaro"
    })
    void handle_inAnyForm_isTheSame(Platform platform, String written, String plain) {
        assertThat(Handles.plain(platform, written)).isEqualTo(plain);
    }
}

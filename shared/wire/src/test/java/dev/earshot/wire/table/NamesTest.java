package dev.earshot.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "X (Twitter),X",
        "Twitter/X,X",
        "x.com,X",
        "X,X",
        "Facebook Public,FACEBOOK",
        "www.facebook.com,FACEBOOK",
        "Instagram Public,INSTAGRAM",
        "InstagramBusiness,INSTAGRAM",
        "SOCIALMEDIA_YOUTUBE,YOUTUBE",
        "Reddit Posts,REDDIT",
        "bsky.app,BLUESKY",
        "TikTok,TIKTOK",
    })
    void network_asExportsWriteIt_isKnown(String name, Platform platform) {
        assertThat(NetworkNames.platform(name)).as(name).contains(platform);
    }

    @Test
    void network_unknownOrSeveral_isNone() {
        for (String name :
                new String[] {"news", "Google Play", "blog", "Facebook & Instagram", "Xbox", ""}) {
            assertThat(NetworkNames.platform(name)).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "English,en",
        "EN,en",
        "eng,en",
        "en-GB,en-GB",
        "en_us,en-US",
        "English (US),en",
        "Deutsch,de",
        "German,de",
        "ger,de",
        "Español,es",
        "Spanish,es",
        "espagnol,es",
        "français,fr",
        "日本語,ja",
        "Portuguese (Brazil),pt",
    })
    void language_asExportsWriteIt_isATag(String name, String tag) {
        assertThat(LanguageNames.tag(name)).as(name).contains(tag);
    }

    @Test
    void language_unknown_isNone() {
        for (String name : new String[] {"Unknown", "und", "n/a", "-", "multiple", ""}) {
            assertThat(LanguageNames.tag(name)).as(name).isEmpty();
        }
    }
}

package dev.earshot.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://x.com/kim/status/17870001,x:17870001",
        "https://twitter.com/kim/status/17870001?s=20,x:17870001",
        "mobile.twitter.com/kim/statuses/17870001,x:17870001",
        "https://x.com/i/web/status/17870001,x:17870001",
        "https://www.reddit.com/r/phones/comments/x1/_/abc12/,reddit:t1_abc12",
        "https://old.reddit.com/r/phones/comments/x1/a_title/,reddit:t3_x1",
        "https://redd.it/x1,reddit:t3_x1",
        "https://bsky.app/profile/did:plc:aaa/post/3k1,bluesky:did:plc:aaa:3k1",
        "at://did:plc:aaa/app.bsky.feed.post/3k1,bluesky:did:plc:aaa:3k1",
        "https://www.youtube.com/watch?v=vid00000001,youtube:vid00000001",
        "https://www.youtube.com/watch?v=vid00000001&lc=UgAAA.bbb,youtube:UgAAA.bbb",
        "https://youtu.be/vid00000001?t=3,youtube:vid00000001",
        "https://youtube.com/shorts/vid00000001,youtube:vid00000001",
        "https://www.tiktok.com/@kim/video/7300001?lang=en,tiktok:7300001",
        "https://www.facebook.com/100/posts/1,facebook:100_1",
        "https://www.facebook.com/permalink.php?story_fbid=1&id=100,facebook:100_1",
        "https://www.threads.net/@kim/post/C0AbC,threads:C0AbC",
        "https://www.instagram.com/p/BAAAAAAAAAA/,instagram:1152921504606846976",
    })
    void address_ofAPost_saysPlatformAndId(String address, String id) {
        PostAddress found = PostAddress.of(address).orElseThrow();

        assertThat(found.platform().key() + ":" + found.id().orElseThrow()).isEqualTo(id);
    }

    @Test
    void address_ofAnythingElse_saysNoId() {
        assertThat(PostAddress.of("https://x.com/kim").orElseThrow().id()).isEmpty();
        assertThat(PostAddress.of("https://example.com/x.com/kim/status/1")).isEmpty();
        assertThat(PostAddress.of("https://notx.com/kim/status/1")).isEmpty();
        assertThat(PostAddress.of("no address at all")).isEmpty();
    }
}

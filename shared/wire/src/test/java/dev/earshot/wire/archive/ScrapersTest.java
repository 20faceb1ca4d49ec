package dev.earshot.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Post;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Items in the shapes of common scrapers, made up, with the values that must come of them. */
class ScrapersTest {
    private static void assertPost(String item, String id, String createdAt, String text)
            throws IOException {
        Post post = Files.read("items.json", item).onlyPost();

        assertThat(post.id().toString()).isEqualTo(id);
        assertThat(post.createdAt()).isEqualTo(createdAt);
        assertThat(post.text()).isEqualTo(text);
    }

    @Test
    void apify_isRead() throws IOException {
        assertPost(
                """
                [{"type":"tweet","id":"1860000000000000101","url":"https://x.com/kim/status/1860000000000000101","text":"The whole kettle story...","fullText":"The whole kettle story is sad","createdAt":"Tue Nov 05 10:00:00 +0000 2024","likeCount":3,"retweetCount":1,"lang":"en","author":{"userName":"kim","id":"77","followers":12}}]
                """,
                "x:1860000000000000101",
                "2024-11-05T10:00:00Z",
                "The whole kettle story is sad");
        assertPost(
                """
                [{"id":"7300001","text":"kettle &amp; tea","createTime":1730800800,"createTimeISO":"2024-11-05T10:00:00.000Z","authorMeta":{"id":"9","name":"kim","fans":1200},"diggCount":5,"playCount":100,"webVideoUrl":"https://www.tiktok.com/@kim/video/7300001"}]
                """,
                "tiktok:7300001",
                "2024-11-05T10:00:00Z",
                "kettle & tea");
        assertPost(
                """
                [{"id":"1152921504606846976","shortCode":"BAAAAAAAAAA","caption":"kettle","url":"https://www.instagram.com/p/BAAAAAAAAAA/","likesCount":5,"commentsCount":1,"timestamp":"2024-11-05T10:00:00.000Z","ownerUsername":"kim","ownerId":"9","type":"Image"}]
                """,
                "instagram:1152921504606846976",
                "2024-11-05T10:00:00Z",
                "kettle");
    }

    @Test
    void snscrape_isRead() throws IOException {
        assertPost(
                """
                {"_type":"snscrape.modules.twitter.Tweet","url":"https://twitter.com/kim/status/1860000000000000102","date":"2024-11-05T10:00:00+00:00","rawContent":"The kettle leaks","renderedContent":"The kettle leaks","id":1860000000000000102,"user":{"username":"kim","id":77,"followersCount":12},"replyCount":0,"retweetCount":1,"likeCount":3,"lang":"en"}
                """,
                "x:1860000000000000102",
                "2024-11-05T10:00:00Z",
                "The kettle leaks");
    }

    @Test
    void twint_isRead() throws IOException {
        assertPost(
                """
                {"id":1860000000000000103,"conversation_id":"1860000000000000103","created_at":"2024-11-05 10:00:00 UTC","date":"2024-11-05","time":"10:00:00","timezone":"+0000","user_id":77,"username":"kim","name":"Kim","tweet":"The kettle leaks","language":"en","replies_count":0,"retweets_count":1,"likes_count":3,"link":"https://twitter.com/kim/status/1860000000000000103"}
                """,
                "x:1860000000000000103",
                "2024-11-05T10:00:00Z",
                "The kettle leaks");
    }

    @Test
    void instaloader_isRead() throws IOException {
        assertPost(
                """
                {"node":{"__typename":"GraphImage","id":"1152921504606846976","shortcode":"BAAAAAAAAAA","edge_media_to_caption":{"edges":[{"node":{"text":"The kettle leaks"}}]},"taken_at_timestamp":1730800800,"owner":{"id":"9","username":"kim"},"edge_media_preview_like":{"count":5},"edge_media_to_comment":{"count":1}},"instaloader":{"version":"4.10"}}
                """,
                "instagram:1152921504606846976",
                "2024-11-05T10:00:00Z",
                "The kettle leaks");
    }

    @Test
    void youTubeCommentDownloader_isRead() throws IOException {
        Post post =
                Files.read(
                                "comments.json",
                                """
                                {"cid":"Ugx1.aaa","text":"The kettle leaks","time":"2 weeks ago","author":"@kim","channel":"UC9","votes":"1.2K","photo":"https://yt3.example/p","heart":false,"reply":false,"time_parsed":1730800800.123}
                                """)
                        .onlyPost();

        assertThat(post.id()).hasToString("youtube:Ugx1.aaa");
        assertThat(post.createdAt()).isEqualTo("2024-11-05T10:00:00.123Z");
        assertThat(post.engagement().likes()).hasValue(1200);
    }

    @Test
    void itemWithoutATime_isRefusedAndNotDatedNow() throws IOException {
        assertThat(
                        Files.read(
                                        "items.json",
                                        "{\"cid\":\"U1\",\"text\":\"a\",\"time\":\"2 weeks ago\",\"author\":\"@kim\",\"votes\":\"3\",\"heart\":false}")
                                .refused())
                .singleElement()
                .asString()
                .contains("2 weeks ago");
    }
}

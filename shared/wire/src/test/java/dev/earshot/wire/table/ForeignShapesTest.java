package dev.earshot.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;

/** Shapes that others write and that look like something else. */
class ForeignShapesTest {
    @Test
    void item_withIdAndTextAndATimeByAnotherName_isDatedByIt() throws IOException {
        Post post =
                Files.read(
                                "a.json",
                                """
                                [{"id":"1","text":"awful","taken_at":1730800800,"username":"kim",
                                  "url":"https://www.threads.net/@kim/post/DBabc"}]
                                """)
                        .onlyPost();

        assertThat(post.createdAt()).isEqualTo(Instant.ofEpochSecond(1_730_800_800));
        assertThat(post.id().platform()).isEqualTo(Platform.THREADS);
    }

    @Test
    void items_underAnyName_areRead() throws IOException {
        List<Post> posts =
                Files.read(
                                "a.json",
                                """
                                {"total":2,"results":[
                                 {"comment_id":"a","body":"awful","created_at":"2024-11-05T10:00:00Z","author":"kim"},
                                 {"comment_id":"b","body":"great","created_at":"2024-11-05T11:00:00Z","author":"ann"}]}
                                """)
                        .posts();

        assertThat(posts).extracting(Post::text).containsExactly("awful", "great");
    }

    @Test
    void commentsOfTikTok_areKnownByTheirIdsAndNotByTheirAuthors() throws IOException {
        List<Post> posts =
                Files.read(
                                "a.json",
                                """
                                [{"cid":"7430","text":"a","createTimeISO":"2024-11-05T10:00:00.000Z","uniqueId":"kim","diggCount":1},
                                 {"cid":"7431","text":"b","createTimeISO":"2024-11-05T10:01:00.000Z","uniqueId":"kim","diggCount":1}]
                                """)
                        .posts();

        assertThat(posts).extracting(post -> post.id().nativeId()).containsExactly("7430", "7431");
    }

    @Test
    void tableOfAnOldXArchive_isOfXWithItsReposts() throws IOException {
        List<Post> posts =
                Files.read(
                                "tweets.csv",
                                """
                                "tweet_id","in_reply_to_status_id","in_reply_to_user_id","timestamp","source","text","retweeted_status_id","expanded_urls"
                                "1853000000000000001","","","2024-11-05 10:00:00 +0000","web","bad","",""
                                "1853000000000000002","","","2024-11-05 10:00:00 +0000","web","RT @kim: bad","1853000000000000001",""
                                """)
                        .posts();

        assertThat(posts).extracting(post -> post.id().platform()).containsOnly(Platform.X);
        assertThat(posts.get(1).text()).isEqualTo("bad");
        assertThat(posts.get(1).references())
                .singleElement()
                .satisfies(r -> assertThat(r.target().nativeId()).isEqualTo("1853000000000000001"));
    }

    @Test
    void table_inJapanese_isRead() throws IOException {
        Post post =
                Files.read(
                                "a.csv",
                                "投稿ID,本文,投稿日時\n1,最悪の電池でした,2024年11月5日 10:00\n"
                                        .getBytes(Charset.forName("Shift_JIS")))
                        .onlyPost();

        assertThat(post.text()).isEqualTo("最悪の電池でした");
        assertThat(post.createdAt()).isEqualTo("2024-11-05T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue Nov 05 2024 10:00:00 GMT+0100 (Central European Standard Time) | 2024-11-05T09:00:00Z",
                "Tue, 5 Nov 2024 10:00:00 +0000 (UTC) | 2024-11-05T10:00:00Z",
                "2024年11月5日 | 2024-11-05T00:00:00Z",
            })
    void time_asOthersWriteIt_isRead(String written, Instant at) throws IOException {
        Post post = Files.read("a.csv", "id,text,date\n1,a,\"" + written + "\"\n").onlyPost();

        assertThat(post.createdAt()).isEqualTo(at);
    }
}

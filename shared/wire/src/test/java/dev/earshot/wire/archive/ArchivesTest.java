package dev.earshot.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Post;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Downloads that platforms give people, made up, with the values that must come of them. */
class ArchivesTest {
    private static final String TWEETS =
            "window.YTD.tweets.part0 = [ {\"tweet\": {\"id_str\": \"1580000000000000301\","
                    + " \"created_at\": \"Wed Oct 12 00:00:00 +0000 2022\", \"full_text\": \"tea\"}} ]";

    @Test
    void mastodonOutbox_givesPublicPostsAlone() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "outbox.json",
                        """
                        {"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":4,"orderedItems":[
                         {"id":"https://m.example/users/kim/statuses/111/activity","type":"Create","actor":"https://m.example/users/kim","published":"2024-11-05T10:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":["https://m.example/users/kim/followers"],
                          "object":{"id":"https://m.example/users/kim/statuses/111","type":"Note","summary":"tea","inReplyTo":"https://m.example/users/bo/statuses/110","published":"2024-11-05T10:00:00Z","attributedTo":"https://m.example/users/kim","content":"<p>The kettle &amp;amp; me<br>leak</p>","to":["https://www.w3.org/ns/activitystreams#Public"]}},
                         {"id":"a","type":"Create","actor":"https://m.example/users/kim","published":"2024-11-05T10:00:00Z","to":["https://m.example/users/kim/followers"],"object":{"id":"https://m.example/users/kim/statuses/112","type":"Note","content":"<p>secret</p>","to":["https://m.example/users/kim/followers"]}},
                         {"id":"b","type":"Create","actor":"https://m.example/users/kim","published":"2024-11-05T10:00:00Z","to":["https://m.example/users/bo"],"cc":[],"object":{"id":"https://m.example/users/kim/statuses/113","type":"Note","content":"<p>direct</p>"}},
                         {"id":"c","type":"Announce","actor":"https://m.example/users/kim","published":"2024-11-05T10:00:00Z","object":"https://m.example/users/bo/statuses/9"}]}
                        """);

        Post post = outcome.onlyPost();
        assertThat(post.id()).hasToString("mastodon:111");
        assertThat(post.text()).isEqualTo("tea\nThe kettle &amp; me\nleak");
        assertThat(post.createdAt()).isEqualTo("2024-11-05T10:00:00Z");
        assertThat(post.references())
                .singleElement()
                .extracting(r -> r.target().nativeId())
                .isEqualTo("110");
        assertThat(outcome.leftOut()).hasSize(3);
    }

    @Test
    void telegramChannel_isReadAndChatsAreNot() throws IOException {
        String messages =
                """
                "messages":[
                 {"id":1,"type":"service","date":"2024-11-05T10:00:00","action":"create_channel"},
                 {"id":2,"type":"message","date":"2024-11-05T10:00:00","date_unixtime":"1730800800","from":"Tea","from_id":"channel9","text":["The kettle ",{"type":"bold","text":"leaks"},"!"]},
                 {"id":3,"type":"message","date":"2024-11-05T10:01:00","date_unixtime":"1730800860","from":"Tea","from_id":"channel9","text":"plain","reply_to_message_id":2}]
                """;

        Files.Outcome channel =
                Files.read(
                        "result.json",
                        "{\"name\":\"Tea\",\"type\":\"public_channel\",\"id\":9," + messages + "}");
        Files.Outcome chat =
                Files.read(
                        "result.json",
                        "{\"name\":\"Kim\",\"type\":\"personal_chat\",\"id\":9," + messages + "}");

        assertThat(channel.texts()).containsExactly("The kettle leaks!", "plain");
        assertThat(channel.posts().getFirst().createdAt()).isEqualTo("2024-11-05T10:00:00Z");
        assertThat(chat.posts()).isEmpty();
        assertThat(chat.leftOut()).singleElement().asString().contains("private");
    }

    @Test
    void telegramMessage_withAWrongField_isRefusedByItself() throws IOException {
        Files.Outcome channel =
                Files.read(
                        "result.json",
                        """
                        {"name":"Tea","type":"public_channel","id":9,"messages":[
                         {"id":1,"type":"message","date_unixtime":"1730800800","from_id":"","text":"no author"},
                         {"id":2,"type":"message","date_unixtime":"1730800800","from_id":"channel9","text":"fine"},
                         {"id":[],"type":"message","date_unixtime":"1730800800","text":"no id"}]}
                        """);

        assertThat(channel.texts()).containsExactly("fine");
        assertThat(channel.refused()).hasSize(2);
    }

    @Test
    void instagramDownload_isReadAndItsTextsRepaired() throws IOException {
        Files.Outcome posts =
                Files.read(
                        "posts_1.json",
                        """
                        [{"media":[{"uri":"media/posts/1.jpg","creation_timestamp":1730800800,"title":"Caf\\u00c3\\u00a9 \\u00f0\\u009f\\u0098\\u00a1"}]},
                         {"media":[{"uri":"a.jpg","creation_timestamp":1730800801,"title":""},{"uri":"b.jpg","creation_timestamp":1730800801,"title":""}],"title":"Two kettles","creation_timestamp":1730800802}]
                        """);
        Files.Outcome comments =
                Files.read(
                        "post_comments_1.json",
                        """
                        {"comments_media_comments":[{"media_list_data":[],"string_map_data":{"Comment":{"value":"It leaks"},"Media Owner":{"value":"acme"},"Time":{"timestamp":1730800800}}}]}
                        """);

        assertThat(posts.texts()).containsExactly("Café \uD83D\uDE21", "Two kettles");
        assertThat(posts.posts().getFirst().notes())
                .singleElement()
                .asString()
                .contains("decoded twice");
        assertThat(posts.posts()).allMatch(post -> post.id().platform().key().equals("instagram"));
        assertThat(comments.onlyPost().text()).isEqualTo("It leaks");
        assertThat(comments.onlyPost().createdAt()).isEqualTo("2024-11-05T10:00:00Z");
    }

    @Test
    void facebookDownload_isReadAndMessagesAreNot() throws IOException {
        assertThat(
                        Files.read(
                                        "your_posts_1.json",
                                        """
                                        [{"timestamp":1730800800,"data":[{"post":"Gr\\u00c3\\u00bc\\u00c3\\u009fe"}],"title":"Kim updated her status."},
                                         {"timestamp":1730800800,"attachments":[{"data":[{"media":{"uri":"x.jpg"}}]}],"title":"Kim added a photo."}]
                                        """)
                                .onlyPost()
                                .text())
                .isEqualTo("Grüße");
        assertThat(
                        Files.read(
                                        "comments.json",
                                        """
                                        {"comments_v2":[{"timestamp":1730800800,"data":[{"comment":{"timestamp":1730800800,"comment":"It leaks","author":"Kim"}}],"title":"Kim commented."}]}
                                        """)
                                .onlyPost()
                                .text())
                .isEqualTo("It leaks");
        assertThat(
                        Files.read(
                                        "message_1.json",
                                        """
                                        {"participants":[{"name":"Kim"}],"messages":[{"sender_name":"Kim","timestamp_ms":1730800800000,"content":"secret"}]}
                                        """)
                                .leftOut())
                .singleElement()
                .asString()
                .contains("private");
    }

    @Test
    void tikTokDownload_givesCommentsAndVideosAndNothingWatched() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "user_data_tiktok.json",
                        """
                        {"Activity":{"Video Browsing History":{"VideoList":[{"Date":"2024-11-05 10:00:00","Link":"https://www.tiktokv.com/share/video/1/"}]}},
                         "Comment":{"Comments":{"CommentsList":[{"date":"2024-11-05 10:00:00","comment":"The kettle leaks","photo":"N/A","url":""}]}},
                         "Direct Messages":{"Chat History":{"ChatHistory":{"kim":[{"Date":"2024-11-05 10:00:00","From":"kim","Content":"secret"}]}}},
                         "Video":{"Videos":{"VideoList":[{"Date":"2024-11-05 10:01:00","Link":"https://www.tiktokv.com/share/video/7300001/","Likes":"12","Title":"My kettle"}]}}}
                        """);

        assertThat(outcome.texts()).containsExactly("The kettle leaks", "My kettle");
        assertThat(outcome.posts().getLast().id()).hasToString("tiktok:7300001");
    }

    @Test
    void zipOfAnArchive_givesItsPostsAndLeavesTheRestOut() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "twitter-2024.zip",
                        zip(
                                "../../etc/passwd", "root",
                                "data/account.js", "window.YTD.account.part0 = []",
                                "data/tweets.js", TWEETS,
                                "data/deleted-tweets.js", TWEETS.replace("301", "302"),
                                "data/direct-messages.js", "window.YTD.direct_messages.part0 = []",
                                "assets/app.js", "x"));

        assertThat(outcome.onlyPost().id()).hasToString("x:1580000000000000301");
        assertThat(outcome.described().notes()).anyMatch(note -> note.contains("data/tweets.js"));
    }

    @Test
    void zipThatPeoplePacked_givesItsTables() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "a.zip",
                        zip(
                                "one.csv",
                                "id,text\n1,a\n2,b\n",
                                "two.ndjson",
                                "{\"id\":\"3\",\"text\":\"c\"}\n{\"id\":4}\n"));

        assertThat(outcome.texts()).containsExactly("a", "b", "c");
        assertThat(outcome.refused()).singleElement().asString().startsWith("two.ndjson: line 2");
    }

    @Test
    void zipWithPrivateFiles_leavesThemOutAndNoOther() throws IOException {
        assertThat(
                        Files.read(
                                        "a.zip",
                                        zip(
                                                "uploads/research.csv", "id,text\n1,a\n",
                                                "alike/x.csv", "id,text\n2,b\n",
                                                "messages/inbox/kim.csv", "id,text\n3,c\n",
                                                "data/direct-messages.csv", "id,text\n4,d\n",
                                                "__MACOSX/._x.csv", "id,text\n5,e\n"))
                                .texts())
                .containsExactly("a", "b");
    }

    @Test
    void zipWithoutPosts_isRefusedWithWhatItHolds() throws IOException {
        assertThat(
                        Files.read("a.zip", zip("photo.jpg", "x", "messages/inbox/m.json", "{}"))
                                .refusal())
                .contains("photo.jpg", "unpack it");
    }

    @Test
    void zipBomb_isRefused() throws IOException {
        assertThat(Files.read("a.zip", zip("a.csv", "0".repeat(80 << 20))).refusal())
                .contains("250 times");
    }

    @Test
    void zipThatBreaksOff_isRefused() throws IOException {
        byte[] whole = zip("a.csv", "id,text\n" + "1,a\n".repeat(5_000));

        assertThat(Files.read("a.zip", java.util.Arrays.copyOf(whole, whole.length / 4)).refusal())
                .contains("breaks off");
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

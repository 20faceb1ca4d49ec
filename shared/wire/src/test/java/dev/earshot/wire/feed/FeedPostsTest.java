package dev.earshot.wire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Post;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class FeedPostsTest {
    @Test
    void rss_isRead() throws IOException {
        Post post =
                Files.read(
                                "feed.xml",
                                """
                                <?xml version="1.0" encoding="UTF-8"?>
                                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                                <channel><title>Tea</title><language>en</language>
                                <item><title>Kettle recall</title><link>https://news.example/1</link>
                                <description>short</description>
                                <content:encoded><![CDATA[<p>They <b>leak</b> &amp;amp; burn</p><script>x</script>]]></content:encoded>
                                <pubDate>Tue, 05 Nov 2024 10:00:00 GMT</pubDate><dc:creator>Ann</dc:creator><guid>n1</guid></item>
                                </channel></rss>
                                """)
                        .onlyPost();

        assertThat(post.text()).isEqualTo("Kettle recall\n\nThey leak &amp; burn");
        assertThat(post.createdAt()).isEqualTo("2024-11-05T10:00:00Z");
        assertThat(post.id()).hasToString("upload:n1");
        assertThat(post.declaredLanguage()).contains("en");
        assertThat(post.author()).isPresent();
    }

    @Test
    void atom_isReadWithTheAddressesOfPosts() throws IOException {
        Post post =
                Files.read(
                                "feed.atom",
                                """
                                <feed xmlns="http://www.w3.org/2005/Atom"><title>r/tea</title>
                                <entry><author><name>/u/kim</name></author><id>t3_x1</id>
                                <link href="https://www.reddit.com/r/tea/comments/x1/a/"/>
                                <updated>2024-11-06T10:00:00+00:00</updated><published>2024-11-05T10:00:00+00:00</published>
                                <title>My kettle</title><content type="html">&lt;p&gt;It leaks&lt;/p&gt;</content></entry></feed>
                                """)
                        .onlyPost();

        assertThat(post.id()).hasToString("reddit:t3_x1");
        assertThat(post.text()).isEqualTo("My kettle\n\nIt leaks");
        assertThat(post.createdAt()).isEqualTo("2024-11-05T10:00:00Z");
    }

    @Test
    void itemWithoutADate_isRefused() throws IOException {
        assertThat(
                        Files.read(
                                        "feed.xml",
                                        "<rss><channel><item><title>\nKettle\n</title></item></channel></rss>")
                                .refused())
                .singleElement()
                .asString()
                .contains("item 1", "time");
    }

    @Test
    void feedThatBreaksOff_givesWhatIsWhole() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "feed.xml",
                        "<rss><channel><item><title>a</title><pubDate>2024-11-05</pubDate></item><item><title>b");

        assertThat(outcome.texts()).containsExactly("a");
        assertThat(outcome.refused()).singleElement().asString().contains("item 2", "broken");
    }

    @Test
    void entitiesOfADocumentType_areNotExpanded() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "feed.xml",
                        "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>x&a;y</title><pubDate>2024-11-05</pubDate></item></channel></rss>");

        assertThat(outcome.posts()).allMatch(post -> post.text().equals("xy"));
    }
}

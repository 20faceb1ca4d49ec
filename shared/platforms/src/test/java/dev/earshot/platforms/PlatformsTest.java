package dev.earshot.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.EventLog;
import dev.earshot.collect.feed.Feed;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.collect.run.Stream;
import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Each platform's answers, in its own shape, as far as what the analysis reads of them. */
final class PlatformsTest {
    private static final Instant FLOOR = Instant.parse("2026-03-01T00:00:00Z");

    private static Page read(Feed feed, String body) throws UnreadableException {
        return feed.read(new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the analysis makes of a page's records, sent in one message. */
    private static List<String> analysed(Feed feed, Page page) {
        String body =
                page.before()
                        + page.items().stream().map(Item::json).collect(Collectors.joining(","))
                        + page.after();
        var reader = new PostReader(new Pseudonymiser(new byte[16]));
        return reader
                .decode(
                        new PostMessage(
                                "m",
                                new WorkspaceId("acme"),
                                Optional.of(feed.format()),
                                body,
                                FLOOR))
                .stream()
                .map(
                        record ->
                                switch (record) {
                                    case Decoded.Event event ->
                                            event.event().getClass().getSimpleName()
                                                    + " "
                                                    + event.event().id();
                                    case Decoded.AuthorGone gone -> "AuthorGone";
                                    case Decoded.AuthorBack back -> "AuthorBack";
                                    case Decoded.Irrelevant nothing -> "Irrelevant";
                                    case Decoded.Rejected refused -> refused.toString();
                                })
                .toList();
    }

    private static Listing listing(SourceKind kind, String... targets) {
        SourceSpec source = SourceSpec.of("s", kind, List.of("nivaro"), List.of(targets));
        List<Stream> streams = new Platforms().of(source, List.of(Brand.named("nivaro", "Nivaro")));
        return (Listing) streams.getFirst().feed();
    }

    private static String address(Listing listing, String cursor) {
        Ask ask = listing.page(Optional.of(cursor).filter(text -> !text.isEmpty()), FLOOR);
        return ask.uri().toString();
    }

    @Test
    void blueskySearch_page_isReadWithItsCursor() throws UnreadableException {
        Listing search = listing(SourceKind.BLUESKY_SEARCH);
        Page page =
                read(
                        search,
                        """
                        {"cursor":"100","posts":[{"uri":"at://did:plc:a/app.bsky.feed.post/3k1",
                        "author":{"did":"did:plc:a","handle":"tea.example"},
                        "record":{"$type":"app.bsky.feed.post","text":"Nivaro leaks",
                        "createdAt":"2026-03-04T11:59:00Z"},"indexedAt":"2026-03-04T12:00:00.5Z"}]}
                        """);
        assertThat(page.next()).contains("100");
        assertThat(page.items().getFirst().at()).isEqualTo("2026-03-04T12:00:00.500Z");
        assertThat(analysed(search, page)).containsExactly("Published bluesky:did:plc:a:3k1");
        assertThat(address(search, "100"))
                .isEqualTo(
                        "https://bsky.social/xrpc/app.bsky.feed.searchPosts?q=%22Nivaro%22"
                                + "&sort=latest&limit=100&cursor=100");
    }

    @Test
    void blueskyAuthor_reposts_areLeftOut() throws UnreadableException {
        Listing author = listing(SourceKind.BLUESKY_AUTHORS, "@nivaro.example");
        Page page =
                read(
                        author,
                        """
                        {"feed":[
                        {"post":{"uri":"at://did:plc:o/app.bsky.feed.post/3k9","author":{"did":"did:plc:o"},
                        "record":{"$type":"app.bsky.feed.post","text":"other","createdAt":"2026-03-04T11:00:00Z"},
                        "indexedAt":"2026-03-04T11:00:00Z"},"reason":{"$type":"app.bsky.feed.defs#reasonRepost"}},
                        {"post":{"uri":"at://did:plc:a/app.bsky.feed.post/3k2","author":{"did":"did:plc:a"},
                        "record":{"$type":"app.bsky.feed.post","text":"ours","createdAt":"2026-03-04T11:00:00Z"},
                        "indexedAt":"2026-03-04T11:00:00Z"}}]}
                        """);
        assertThat(analysed(author, page)).containsExactly("Published bluesky:did:plc:a:3k2");
        assertThat(address(author, "")).contains("actor=nivaro.example");
    }

    @Test
    void jetstream_framesOfTheSecondVersion_areReadAsPostsRemovalsAndEndedAccounts()
            throws UnreadableException {
        SourceSpec source =
                SourceSpec.of("s", SourceKind.BLUESKY_JETSTREAM, List.of("nivaro"), List.of());
        EventLog log = (EventLog) new Platforms().of(source, List.of()).getFirst().feed();
        String type = "\"$type\":\"network.bsky.jetstream.subscribeEvents#";
        Page page =
                read(
                        log,
                        "{\"$type\":\"message\",\"payload\":{"
                                + type
                                + "commit\",\"seq\":41,\"did\":\"did:plc:a\",\"time\":\"2026-03-04T12:00:00.000001Z\",\"rev\":\"r1\","
                                + "\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k1\",\"cid\":\"c\","
                                + "\"record\":{\"$type\":\"app.bsky.feed.post\",\"text\":\"Nivaro\",\"createdAt\":\"2026-03-04T12:00:00Z\"}}}\n"
                                + "{\"$type\":\"message\",\"payload\":{"
                                + type
                                + "commit\",\"seq\":42,\"did\":\"did:plc:b\",\"time\":\"2026-03-04T12:00:01Z\",\"rev\":\"r2\","
                                + "\"operation\":\"delete\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k0\"}}\n"
                                + "{\"$type\":\"message\",\"payload\":{"
                                + type
                                + "account\",\"seq\":43,\"did\":\"did:plc:c\",\"time\":\"2026-03-04T12:00:02Z\","
                                + "\"account\":{\"active\":false,\"status\":\"deleted\",\"did\":\"did:plc:c\",\"seq\":9,\"time\":\"2026-03-04T12:00:02Z\"}}}\n");
        assertThat(page.next()).contains("43");
        assertThat(page.held()).isFalse();
        assertThat(analysed(log, page))
                .containsExactly(
                        "Published bluesky:did:plc:a:3k1",
                        "Removed bluesky:did:plc:b:3k0",
                        "AuthorGone");
    }

    @Test
    void jetstream_cursorThatIsOutdated_isTold() throws UnreadableException {
        var log = new BlueskyJetstream("wss://jetstream.example");
        Page page =
                read(
                        log,
                        "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#info\","
                                + "\"name\":\"OutdatedCursor\",\"message\":\"resumed\"}}\n");
        assertThat(page.held()).isTrue();
        assertThat(log.cursorAt(Instant.parse("2026-03-04T12:00:00Z")))
                .contains("1772625600000000");
    }

    @Test
    void mastodon_statusesThatMayNotBeRead_areWithheld() throws UnreadableException {
        Listing tag = listing(SourceKind.MASTODON_TAGS, "mastodon.example");
        String status =
                """
                {"id":"%s","uri":"https://m.example/%s","created_at":"2026-03-04T12:00:00.000Z","visibility":"%s",
                "content":"<p>Nivaro</p>","account":{"id":"1","acct":"tea","url":"https://m.example/@tea"%s}}
                """;
        Page page =
                read(
                        tag,
                        "["
                                + String.join(
                                        ",",
                                        status.formatted("9", "9", "public", ",\"indexable\":true"),
                                        status.formatted("8", "8", "public", ",\"noindex\":true"),
                                        status.formatted(
                                                "7", "7", "public", ",\"indexable\":false"),
                                        status.formatted("6", "6", "unlisted", ""))
                                + "]");
        assertThat(page.withheld()).isEqualTo(3);
        assertThat(page.next()).as("the page goes on after all that it holds").contains("6");
        assertThat(analysed(tag, page)).containsExactly("Published mastodon:9");
        assertThat(address(tag, "6"))
                .isEqualTo(
                        "https://mastodon.example/api/v1/timelines/tag/nivaro?limit=40&max_id=6");
    }

    @Test
    void feed_inAnotherEncoding_isRead() throws UnreadableException {
        var feed = new SyndicationFeed(URI.create("https://news.example/rss"));
        byte[] body =
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <rss version="2.0"><channel><title>News</title>
                <item><title>Nivaro öffnet größere Läden &amp; mehr</title><link>https://news.example/1</link>
                <author>Jörg Müller</author><pubDate>Wed, 04 Mar 2026 12:00:00 GMT</pubDate></item>
                <item><title>No date</title><link>https://news.example/2</link></item>
                </channel></rss>
                """
                        .getBytes(Charset.forName("ISO-8859-1"));
        Page page = feed.read(new Answer(200, Map.of(), body));
        assertThat(page.items()).hasSize(1);
        assertThat(page.items().getFirst().json())
                .contains("Nivaro öffnet größere Läden &amp; mehr", "Jörg Müller");
        assertThat(analysed(feed, page)).singleElement().asString().startsWith("Published upload:");
        assertThat(page.held()).isTrue();
    }

    @Test
    void feed_thatBreaksOff_isRefusedWhole() {
        var feed = new SyndicationFeed(URI.create("https://news.example/rss"));
        assertThatThrownBy(
                        () ->
                                read(
                                        feed,
                                        "<rss version=\"2.0\"><channel><item><title>a</title><pubDate>Wed, 04"
                                                + " Mar 2026 12:00:00 GMT</pubDate></item><item><title>b"))
                .isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> read(feed, "<!doctype html><html><body>Sign in</body></html>"))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void reddit_listing_isReadWithItsPlace() throws UnreadableException {
        Listing search = listing(SourceKind.REDDIT_SEARCH);
        Page page =
                read(
                        search,
                        """
                        {"kind":"Listing","data":{"after":"t3_b","children":[{"kind":"t3","data":{"id":"b","name":"t3_b",
                        "subreddit":"tea","title":"Nivaro","selftext":"leaks","author":"x","created_utc":1772625600.0}}]}}
                        """);
        assertThat(page.next()).contains("t3_b");
        assertThat(analysed(search, page)).containsExactly("Published reddit:t3_b");
        assertThat(address(search, "t3_b"))
                .isEqualTo(
                        "https://oauth.reddit.com/search?type=link&q=%22Nivaro%22"
                                + "&sort=new&limit=100&raw_json=1&after=t3_b");
    }

    @Test
    void reddit_postThatIsEditedOrGone_comesAgain() throws UnreadableException {
        Listing search = listing(SourceKind.REDDIT_SEARCH);
        String post =
                """
                {"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"b","name":"t3_b","subreddit":"tea",
                "title":"Nivaro","selftext":"%s","author":"x","edited":%s,"created_utc":1772625600.0}}]}}
                """;
        Item first = read(search, post.formatted("leaks", "false")).items().getFirst();
        Item edited = read(search, post.formatted("leaked", "1772626600.0")).items().getFirst();
        Page gone = read(search, post.formatted("[removed]", "1772626600.0"));
        assertThat(List.of(first.key(), edited.key(), gone.items().getFirst().key()))
                .doesNotHaveDuplicates();
        assertThat(first.post()).isEqualTo(edited.post()).isEqualTo("t3_b");
        assertThat(analysed(search, gone)).containsExactly("Removed reddit:t3_b");
    }

    @Test
    void youtube_thread_isReadWithItsAnswers() throws UnreadableException {
        Listing threads = listing(SourceKind.YOUTUBE_COMMENTS, "UCabcdefghijklmnopqrstuv");
        Page page =
                read(
                        threads,
                        """
                        {"kind":"youtube#commentThreadListResponse","nextPageToken":"p2","items":[{"kind":"youtube#commentThread",
                        "id":"t1","snippet":{"videoId":"v","totalReplyCount":1,"topLevelComment":{"kind":"youtube#comment","id":"t1",
                        "snippet":{"textOriginal":"Nivaro","authorChannelId":{"value":"c"},"publishedAt":"2026-03-04T12:00:00Z",
                        "updatedAt":"2026-03-04T12:00:00Z"}}},"replies":{"comments":[{"kind":"youtube#comment","id":"t1.r",
                        "snippet":{"textOriginal":"yes","parentId":"t1","authorChannelId":{"value":"d"},
                        "publishedAt":"2026-03-04T12:01:00Z","updatedAt":"2026-03-04T12:01:00Z"}}]}}]}
                        """);
        assertThat(page.next()).contains("p2");
        assertThat(analysed(threads, page))
                .containsExactly("Published youtube:t1", "Published youtube:t1.r");
        assertThat(address(threads, "p2"))
                .contains("allThreadsRelatedToChannelId=UCabcdefghijklmnopqrstuv", "pageToken=p2");
    }

    @Test
    void x_page_keepsWhatExplainsItsPosts() throws UnreadableException {
        Listing search = listing(SourceKind.X_SEARCH);
        Page page =
                read(
                        search,
                        """
                        {"data":[{"id":"20","text":"Nivaro","author_id":"7","created_at":"2026-03-04T12:00:00.000Z",
                        "edit_history_tweet_ids":["20"]}],"includes":{"users":[{"id":"7","username":"tea","name":"T"}]},
                        "meta":{"newest_id":"20","result_count":1,"next_token":"n"}}
                        """);
        assertThat(page.next()).contains("n");
        assertThat(page.after()).contains("\"username\":\"tea\"");
        assertThat(analysed(search, page)).containsExactly("Published x:20");
        assertThat(address(search, ""))
                .contains(
                        "query=%28%22Nivaro%22%29%20-is%3Aretweet",
                        "start_time=2026-03-01T00%3A00%3A00Z");
    }

    @Test
    void facebook_post_isReadWithItsComments() throws UnreadableException {
        Listing page = listing(SourceKind.FACEBOOK_COMMENTS, "1234");
        Page read =
                read(
                        page,
                        """
                        {"data":[{"id":"1234_1","message":"New","created_time":"2026-03-04T12:00:00+0000","from":{"name":"N","id":"1234"},
                        "comments":{"data":[{"id":"1_2","message":"Nivaro leaks","created_time":"2026-03-04T12:01:00+0000"}],
                        "summary":{"total_count":1}}}],"paging":{"cursors":{"after":"A"},"next":"https://graph.facebook.com/..."}}
                        """);
        assertThat(read.next()).contains("A");
        assertThat(analysed(page, read))
                .containsExactly("Published facebook:1234_1", "Published facebook:1_2");
    }

    @Test
    void instagram_medium_isReadWithItsComments() throws UnreadableException {
        Listing media = listing(SourceKind.INSTAGRAM_COMMENTS, "17841400000000000");
        Page read =
                read(
                        media,
                        """
                        {"data":[{"id":"17","caption":"New","media_type":"IMAGE","timestamp":"2026-03-04T12:00:00+0000","username":"n",
                        "comments_count":1,"comments":{"data":[{"id":"18","text":"Nivaro leaks","timestamp":"2026-03-04T12:01:00+0000",
                        "username":"tea"}]}}],"paging":{"cursors":{"after":"A"}}}
                        """);
        assertThat(read.next()).isEmpty();
        assertThat(analysed(media, read))
                .containsExactly("Published instagram:17", "Published instagram:18");
    }

    @Test
    void appStore_reviews_arePostsWithTheirTitle() throws UnreadableException {
        Listing reviews = listing(SourceKind.APP_STORE_REVIEWS, "de/123456789");
        Page page =
                read(
                        reviews,
                        """
                        {"feed":{"link":[{"attributes":{"rel":"self","href":"https://itunes.apple.com/de/rss/customerreviews/page=1/id=1/x"}}],
                        "entry":[{"author":{"name":{"label":"tea"}},"updated":{"label":"2026-03-04T05:00:00-07:00"},"im:rating":{"label":"1"},
                        "id":{"label":"991"},"title":{"label":"Nivaro"},"content":{"label":"does not open"}}]}}
                        """);
        assertThat(page.next()).contains("2");
        assertThat(page.items().getFirst().at()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(analysed(reviews, page)).containsExactly("Published upload:app-store-991");
        assertThat(address(reviews, "2")).contains("/de/rss/customerreviews/page=2/id=123456789/");
    }

    @Test
    void answer_thatIsNoWholeJson_isUnreadable() {
        Listing search = listing(SourceKind.BLUESKY_SEARCH);
        for (String body : List.of("", "<html>", "{\"posts\":[{\"uri\":", "{\"other\":1}", "[]")) {
            assertThatThrownBy(() -> read(search, body)).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void target_thatIsNoneOfItsKind_isRefusedByItsName() {
        for (String target :
                List.of("ftp://x.example", "http://user:secret@x.example", "not a host")) {
            assertThatThrownBy(() -> listing(SourceKind.FEED, target))
                    .isInstanceOf(FieldException.class)
                    .hasMessageContaining("targets");
        }
        assertThatThrownBy(() -> listing(SourceKind.FACEBOOK_COMMENTS, "1/../2"))
                .isInstanceOf(FieldException.class);
    }
}

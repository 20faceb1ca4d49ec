package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.Reference;

import org.junit.jupiter.api.Test;

/** What stands in a post beside its author's own words is kept apart from these. */
class ContextTest {
    private static Post only(String body) {
        return Decoding.posts(Decoding.decode(body)).getFirst();
    }

    private static Passage passage(Passage.Kind kind, String text) {
        return new Passage(kind, text);
    }

    @Test
    void reddit_quotedLinesAndTheCrosspostedOriginal_areContext() {
        Post quoting =
                only(
                        """
                        {"kind":"t3","data":{"name":"t3_a","id":"a","title":"Kettle &amp; fire","selftext":"&gt; It is the &amp;best&amp; kettle\\n&gt;&gt; ever\\n\\nlol no.&amp;#x200B; &gt;!It leaks!&lt;","author":"kim","created_utc":1730800800}}
                        """);
        Post crossposted =
                only(
                        """
                        {"kind":"t3","data":{"name":"t3_b","id":"b","title":"Look","selftext":"","author":"kim","created_utc":1730800800,"crosspost_parent":"t3_c","crosspost_parent_list":[{"name":"t3_c","title":"my kettle died","selftext":"very sad"}],"poll_data":{"options":[{"text":"yes"}]}}}
                        """);

        assertThat(quoting.text()).isEqualTo("Kettle & fire\n\nlol no. >!It leaks!<");
        assertThat(quoting.context())
                .containsExactly(passage(Passage.Kind.QUOTED, "It is the &best& kettle\never"));
        assertThat(crossposted.text()).isEqualTo("Look");
        assertThat(crossposted.context())
                .containsExactly(
                        passage(Passage.Kind.ORIGINAL, "my kettle died"),
                        passage(Passage.Kind.ORIGINAL, "very sad"),
                        passage(Passage.Kind.POLL, "yes"));
    }

    @Test
    void mastodon_altTextsPollsCardsAndQuotes_areContext() {
        Post post =
                only(
                        """
                        {"id":"1","created_at":"2024-11-05T10:00:00Z","visibility":"public","uri":"https://m.example/1","content":"<blockquote><p>They are &amp; great</p></blockquote><p>No.</p>","account":{"id":"5","acct":"kim"},"media_attachments":[{"id":"9","type":"image","description":"Kettle on fire"}],"poll":{"options":[{"title":"buy"},{"title":"burn"}]},"card":{"title":"Recall","description":"Fires"}}
                        """);

        assertThat(post.text()).isEqualTo("No.");
        assertThat(post.context())
                .containsExactly(
                        passage(Passage.Kind.ALT_TEXT, "Kettle on fire"),
                        passage(Passage.Kind.POLL, "buy"),
                        passage(Passage.Kind.POLL, "burn"),
                        passage(Passage.Kind.LINK, "Recall"),
                        passage(Passage.Kind.LINK, "Fires"),
                        passage(Passage.Kind.QUOTED, "They are & great"));
    }

    @Test
    void bluesky_altTextsCardsTagsAndAddresses_areContext() {
        Post post =
                only(
                        """
                        {"did":"did:plc:a","time_us":1730800800000000,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"3k","record":{"text":"look kettle.exam... #tea","createdAt":"2024-11-05T10:00:00Z","tags":["nivaro"],"facets":[{"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://kettle.example/recall"}]},{"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"tea"}]}],"embed":{"$type":"app.bsky.embed.recordWithMedia","media":{"images":[{"alt":"on fire","image":{"ref":{"$link":"b"}}}],"external":{"uri":"https://n.example/1","title":"Recall","description":"Fires"}}}}}}
                        """);

        assertThat(post.text()).isEqualTo("look kettle.exam... #tea");
        assertThat(post.context())
                .containsExactly(
                        passage(Passage.Kind.ALT_TEXT, "on fire"),
                        passage(Passage.Kind.LINK, "Recall"),
                        passage(Passage.Kind.LINK, "Fires"),
                        passage(Passage.Kind.LINK, "https://n.example/1"),
                        passage(Passage.Kind.TAG, "#nivaro"),
                        passage(Passage.Kind.LINK, "https://kettle.example/recall"));
    }

    @Test
    void facebookAndX_attachmentsPollsAndAltTexts_areContext() {
        assertThat(
                        only("""
                                        {"data":[{"id":"1_3","created_time":"2024-11-05T10:00:00+0000","message":"","attachments":{"data":[{"title":"Kettle recall","description":"They burn","type":"share"}]}}]}
                                        """)
                                .context())
                .containsExactly(
                        passage(Passage.Kind.ATTACHMENT, "Kettle recall"),
                        passage(Passage.Kind.ATTACHMENT, "They burn"));
        assertThat(
                        only("""
                                        {"data":{"id":"1860000000000000001","text":"vote","author_id":"7","created_at":"2024-11-05T10:00:00Z","attachments":{"media_keys":["3_1"],"poll_ids":["9"]},"entities":{"urls":[{"url":"u","title":"Recall"}]}},"includes":{"media":[{"media_key":"3_1","type":"photo","alt_text":"on fire"}],"polls":[{"id":"9","options":[{"position":1,"label":"burn"}]}]}}
                                        """)
                                .context())
                .containsExactly(
                        passage(Passage.Kind.ALT_TEXT, "on fire"),
                        passage(Passage.Kind.POLL, "burn"),
                        passage(Passage.Kind.LINK, "Recall"));
    }

    @Test
    void x_repostWithAComment_isTheCommentAlone() {
        Post post =
                only(
                        """
                        {"id_str":"1860000000000000002","full_text":"so wrong RT @kim: the kettle is great","created_at":"Tue Nov 05 10:00:00 +0000 2024","user":{"id_str":"8"}}
                        """);

        assertThat(post.text()).isEqualTo("so wrong");
        assertThat(post.context())
                .containsExactly(passage(Passage.Kind.QUOTED, "@kim: the kettle is great"));
    }

    @Test
    void bluesky_impossibleTimeOfAClient_givesWayToThePlatforms() {
        for (String claimed :
                new String[] {"2085-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "soon"}) {
            Post post =
                    only(
                            "{\"did\":\"did:plc:a\",\"time_us\":1730800800000000,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k\",\"record\":{\"text\":\"a\",\"createdAt\":\""
                                    + claimed
                                    + "\"}}}");

            assertThat(post.createdAt()).as(claimed).isEqualTo("2024-11-05T10:00:00Z");
            assertThat(post.notes())
                    .as(claimed)
                    .singleElement()
                    .asString()
                    .contains("platform's own");
        }
    }

    @Test
    void repostThatIsOnlyWrittenSo_isOneOfTheTextThatItRepeats() {
        String archived =
                """
                {"id_str":"186000000000000000%d","full_text":"RT @kim: the kettle is great","created_at":"Tue Nov 05 10:00:00 +0000 2024"}
                """;
        Post one = Decoding.onlyPost(Decoding.decode(archived.formatted(2)));
        Post other = Decoding.onlyPost(Decoding.decode(archived.formatted(3)));

        assertThat(one.text()).isEqualTo("the kettle is great");
        assertThat(one.references())
                .singleElement()
                .satisfies(r -> assertThat(r.kind()).isEqualTo(Reference.Kind.REPOST));
        assertThat(one.references()).isEqualTo(other.references());
    }

    @Test
    void repostThatNamesItsOriginal_keepsThat() {
        Post post =
                Decoding.onlyPost(
                        Decoding.decode(
                                "{\"id\":\"2\",\"platform\":\"x\",\"text\":\"RT @kim: the kettle\",\"repostOf\":\"1\"}"));

        assertThat(post.references())
                .singleElement()
                .satisfies(r -> assertThat(r.target().nativeId()).isEqualTo("1"));
    }

    @Test
    void requestToRepeat_isNoRepost() {
        Post post =
                Decoding.onlyPost(
                        Decoding.decode(
                                "{\"id\":\"2\",\"platform\":\"x\",\"text\":\"RT @kim please, the kettle leaks\"}"));

        assertThat(post.references()).isEmpty();
        assertThat(post.text()).startsWith("RT @kim please");
    }
}

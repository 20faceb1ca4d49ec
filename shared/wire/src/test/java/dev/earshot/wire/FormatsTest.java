package dev.earshot.wire;

import static dev.earshot.wire.Decoding.decode;
import static dev.earshot.wire.Decoding.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** Each platform's payloads, read without naming the format. */
class FormatsTest {
    private static PostId x(String id) {
        return new PostId(Platform.X, id);
    }

    private static List<String> outline(List<Decoded> decoded) {
        return decoded.stream()
                .map(
                        each ->
                                switch (each) {
                                    case Decoded.Event(PostEvent.Published(Post post)) ->
                                            "post " + post.id();
                                    case Decoded.Event(PostEvent.Removed(PostId id, Instant at)) ->
                                            "removal " + id;
                                    case Decoded.AuthorGone gone -> "author gone";
                                    case Decoded.AuthorBack back -> "author back";
                                    case Decoded.Irrelevant irrelevant -> "irrelevant";
                                    case Decoded.Rejected rejected ->
                                            "rejected " + rejected.path() + " " + rejected.reason();
                                })
                .toList();
    }

    @Test
    void earshot_envelope_givesPostsAndRemovals() {
        List<Decoded> decoded = decode(Payloads.text("earshot.json"));

        assertThat(outline(decoded))
                .containsExactly(
                        "post x:e-1",
                        "post upload:e-2",
                        "post x:e-3",
                        "removal x:e-4",
                        "removal reddit:e-5");
    }

    @Test
    void earshot_fullPost_keepsEveryField() {
        Post post = posts(decode(Payloads.text("earshot.json"))).getFirst();

        assertThat(post.createdAt()).isEqualTo("2026-04-30T08:15:00Z");
        assertThat(post.declaredLanguage()).contains("en");
        assertThat(post.author().orElseThrow().followers()).hasValue(120);
        assertThat(post.engagement().views()).hasValue(311);
        assertThat(post.references())
                .containsExactly(new Reference(Reference.Kind.REPLY, x("e-0")));
        assertThat(post.media())
                .containsExactly(new MediaRef(MediaRef.Kind.IMAGE, "media/acme/kettle.jpg"));
    }

    @Test
    void earshot_withoutCreatedAt_takesTheMessagesTime() {
        assertThat(posts(decode(Payloads.text("earshot.json"))).get(1).createdAt())
                .isEqualTo(Decoding.SENT);
    }

    @Test
    void earshot_withPlatformAndSnakeCase_isNotTakenForX() {
        Post post =
                Decoding.onlyPost(
                        decode(
                                "{\"id\":\"1\",\"text\":\"t\",\"platform\":\"reddit\","
                                        + "\"created_at\":\"2026-01-02T03:04:05Z\"}"));

        assertThat(post.id().platform()).isEqualTo(Platform.REDDIT);
        assertThat(post.createdAt()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void earshot_withRevision_isLaterThanWithout() {
        Post post = posts(decode(Payloads.text("earshot.json"))).get(2);

        assertThat(post.revision().edit()).isEqualTo(2);
        assertThat(post.revision().observedAt()).isEqualTo(Decoding.SENT);
    }

    @Test
    void xV2_answer_givesItsPostsAndNotesItsErrors() {
        assertThat(outline(decode(Payloads.text("x-v2.json"))))
                .containsExactly(
                        "post x:1850000000000000100", "post x:1850000000000000200",
                        "post x:1850000000000000300", "irrelevant");
    }

    @Test
    void xV2_editedPost_isKnownByItsFirstIdAndPlaceInHistory() {
        Post post = posts(decode(Payloads.text("x-v2.json"))).getFirst();

        assertThat(post.otherIds()).containsExactly(x("1850000000000000101"));
        assertThat(post.revision().edit()).isEqualTo(1);
        assertThat(post.text()).isEqualTo("Acme & friends <3 #AcmePhone");
        assertThat(post.author().orElseThrow().followers()).hasValue(1000);
        assertThat(post.media())
                .containsExactly(
                        new MediaRef(MediaRef.Kind.IMAGE, "3_1850000000000000099"),
                        new MediaRef(MediaRef.Kind.VIDEO, "7_1850000000000000098"));
    }

    @Test
    void xV2_repost_takesTextAndMediaOfTheOriginal() {
        Post post = posts(decode(Payloads.text("x-v2.json"))).get(1);

        assertThat(post.text()).endsWith("but not here");
        assertThat(post.media())
                .containsExactly(new MediaRef(MediaRef.Kind.ANIMATION, "16_1850000000000000149"));
        assertThat(post.references())
                .extracting(Reference::kind, Reference::target)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Reference.Kind.REPOST, x("1850000000000000150")));
    }

    @Test
    void xV2_withoutCreatedAt_takesTheTimeInItsId() {
        assertThat(posts(decode(Payloads.text("x-v2.json"))).get(1).createdAt())
                .isBetween(
                        Instant.parse("2024-10-26T00:00:00Z"),
                        Instant.parse("2024-10-27T00:00:00Z"));
    }

    @Test
    void xV2_longPost_isReadInFull() {
        Post post = posts(decode(Payloads.text("x-v2.json"))).get(2);

        assertThat(post.text()).isEqualTo("the long form, with everything that was said");
        assertThat(post.references())
                .extracting(Reference::kind)
                .containsExactly(Reference.Kind.REPLY, Reference.Kind.QUOTE);
    }

    @Test
    void xCompliance_events_removeWhatMustGo() {
        assertThat(outline(decode(Payloads.text("x-compliance.ndjson"))))
                .containsExactly(
                        "removal x:1850000000000000101",
                        "removal x:1850000000000000200",
                        "removal x:1850000000000000300",
                        "removal x:1850000000000000301",
                        "irrelevant",
                        "irrelevant",
                        "author gone",
                        "removal x:1850000000000000101",
                        "irrelevant");
    }

    @Test
    void xCompliance_removal_carriesTheTimeOfTheEvent() {
        Decoded first = decode(Payloads.text("x-compliance.ndjson")).getFirst();

        assertThat(first)
                .isEqualTo(
                        new Decoded.Event(
                                new PostEvent.Removed(
                                        x("1850000000000000101"),
                                        Instant.parse("2024-10-27T00:00:00Z"))));
    }

    @Test
    void xV1_search_readsFullTextsAndStringIds() {
        List<Post> posts = posts(decode(Payloads.text("x-v1.json")));

        assertThat(posts)
                .extracting(post -> post.id().nativeId())
                .containsExactly(
                        "1850000000000000401", "1850000000000000500", "1850000000000000600");
        assertThat(posts)
                .extracting(Post::text)
                .containsExactly("Tea > coffee", "not cut off at all", "the original in full");
        assertThat(posts.getFirst().createdAt()).isEqualTo("2024-10-26T01:12:00Z");
        assertThat(posts.get(1).declaredLanguage()).isEmpty();
    }

    @Test
    void jetstream_commits_createUpdateAndDelete() {
        List<Decoded> decoded = decode(Payloads.text("bluesky-jetstream.ndjson"));
        String id = "bluesky:did:plc:aaaaaaaaaaaaaaaaaaaaaaaa:3kaaaaaaaaa2a";

        assertThat(outline(decoded))
                .containsExactly(
                        "post " + id,
                        "post " + id,
                        "removal " + id,
                        "irrelevant",
                        "irrelevant",
                        "author gone");
        assertThat(posts(decoded).get(1).revision().edit()).isEqualTo(1767225601000L);
        assertThat(posts(decoded).getFirst().media())
                .containsExactly(new MediaRef(MediaRef.Kind.IMAGE, "bafkreiexample"));
    }

    @Test
    void blueskyView_feed_givesTheSameIdAsJetstream() {
        Post post = Decoding.onlyPost(decode(Payloads.text("bluesky-view.json")));

        assertThat(post.id().nativeId())
                .isEqualTo("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa:3kaaaaaaaaa2a");
        assertThat(post.engagement().likes()).hasValue(3);
    }

    @Test
    void mastodon_statuses_areReadWithoutMarkup() {
        List<Decoded> decoded = decode(Payloads.text("mastodon.json"));
        Post post = posts(decoded).getFirst();

        assertThat(outline(decoded))
                .containsExactly(
                        "post mastodon:110000000000000001",
                        "post mastodon:110000000000000002",
                        "irrelevant");
        assertThat(post.text())
                .isEqualTo(
                        "Der Kessel von #Acme ist super\n& leise\n\n"
                                + "Mehr: https://www.example.org/kessel/test");
        assertThat(post.revision().edit())
                .isEqualTo(Instant.parse("2026-03-01T11:00:00Z").toEpochMilli());
        assertThat(post.media())
                .extracting(MediaRef::kind)
                .containsExactly(MediaRef.Kind.IMAGE, MediaRef.Kind.ANIMATION);
    }

    @Test
    void mastodon_boost_takesTheOriginalsText() {
        Post boost = posts(decode(Payloads.text("mastodon.json"))).get(1);

        assertThat(boost.text()).isEqualTo("boosted text");
        assertThat(boost.references())
                .extracting(Reference::kind)
                .containsExactly(Reference.Kind.REPOST);
    }

    @Test
    void mastodon_stream_updatesAndDeletes() {
        List<Decoded> decoded = decode(Payloads.text("mastodon-stream.ndjson"));

        assertThat(outline(decoded))
                .containsExactly(
                        "post mastodon:110000000000000010", "post mastodon:110000000000000010",
                        "removal mastodon:110000000000000010", "irrelevant");
        assertThat(posts(decoded)).extracting(Post::text).containsExactly("streamed", "edited");
    }

    @Test
    void reddit_thread_isReadToItsDepth() {
        List<Decoded> decoded = decode(Payloads.text("reddit.json"));

        assertThat(outline(decoded))
                .containsExactly(
                        "post reddit:t3_abc1",
                        "post reddit:t1_c1",
                        "removal reddit:t1_c2",
                        "post reddit:t1_c3",
                        "irrelevant");
    }

    @Test
    void reddit_submission_joinsTitleAndBody() {
        Post post = posts(decode(Payloads.text("reddit.json"))).getFirst();

        assertThat(post.text())
                .isEqualTo("Is the Acme kettle any good?\n\nAsking for a friend & me");
        assertThat(post.revision().edit()).isEqualTo(1767229200000L);
    }

    @Test
    void reddit_negativeScore_countsNoLikes() {
        List<Post> posts = posts(decode(Payloads.text("reddit.json")));

        assertThat(posts.get(1).engagement().likes()).hasValue(0);
        assertThat(posts.get(2).author()).isEmpty();
    }

    @Test
    void youtube_threads_giveCommentsRepliesAndVideos() {
        List<Decoded> decoded = decode(Payloads.text("youtube.json"));

        assertThat(outline(decoded))
                .containsExactly(
                        "post youtube:UgxThread1", "post youtube:UgxThread1.reply1",
                        "post youtube:vid_00000001", "irrelevant");
        assertThat(posts(decoded))
                .extracting(Post::text)
                .containsExactly(
                        "Great video Acme!\nThanks",
                        "I disagree & so on",
                        "Acme kettle review\n\nWe boil water.");
        assertThat(posts(decoded).getFirst().revision().edit())
                .isEqualTo(Instant.parse("2026-02-01T10:30:00Z").toEpochMilli());
        assertThat(posts(decoded).get(1).revision().edit()).isZero();
    }

    @Test
    void facebook_posts_bringTheirComments() {
        List<Decoded> decoded = decode(Payloads.text("facebook.json"));

        assertThat(outline(decoded))
                .containsExactly(
                        "post facebook:100_200", "post facebook:200_201", "post facebook:100_202");
        assertThat(posts(decoded).getFirst().engagement().likes()).hasValue(25);
        assertThat(posts(decoded).get(1).references())
                .extracting(Reference::kind, Reference::target)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Reference.Kind.REPLY, new PostId(Platform.FACEBOOK, "100_200")));
    }

    @Test
    void instagram_carousel_bringsChildrenAndComments() {
        List<Decoded> decoded = decode(Payloads.text("instagram.json"));

        assertThat(outline(decoded))
                .containsExactly(
                        "post instagram:17900000000000001", "post instagram:17900000000000010",
                        "post instagram:17900000000000011", "post instagram:17900000000000004");
        assertThat(posts(decoded).getFirst().media())
                .extracting(MediaRef::kind)
                .containsExactly(MediaRef.Kind.IMAGE, MediaRef.Kind.VIDEO);
        assertThat(posts(decoded).get(3).text()).isEmpty();
    }

    @Test
    void metaWebhook_changes_addEditAndRemoveButNeverReadMessages() {
        List<Decoded> decoded = decode(Payloads.text("meta-webhook.json"));

        assertThat(outline(decoded))
                .containsExactly(
                        "post facebook:200_203",
                        "post facebook:200_203",
                        "removal facebook:200_203",
                        "irrelevant",
                        "irrelevant");
        assertThat(posts(decoded).get(1).revision())
                .isGreaterThan(posts(decoded).getFirst().revision());
    }

    @Test
    void anyPayload_withItsSourceNamed_readsTheSame() {
        record Case(String file, String source) {}
        for (Case each :
                List.of(
                        new Case("x-v2.json", "twitter"),
                        new Case("x-v2.json", "X_V2"),
                        new Case("x-compliance.ndjson", "x-v2"),
                        new Case("x-v1.json", "x"),
                        new Case("x-v1.json", "x-v1"),
                        new Case("bluesky-view.json", "bluesky"),
                        new Case("bluesky-jetstream.ndjson", "bluesky"),
                        new Case("mastodon-stream.ndjson", "mastodon"),
                        new Case("meta-webhook.json", "facebook"),
                        new Case("earshot.json", "earshot"))) {
            String body = Payloads.text(each.file());
            assertThat(outline(decode(each.source(), body)))
                    .as(each.toString())
                    .isEqualTo(outline(decode(body)));
        }
    }

    @Test
    void anyPayload_decoded_holdsNoHandle() {
        for (String name : Payloads.ALL) {
            assertThat(posts(decode(Payloads.text(name))).toString())
                    .doesNotContainIgnoringCase("tea_fan")
                    .doesNotContainIgnoringCase("acmefan")
                    .doesNotContain("tea_person")
                    .doesNotContain("UCviewer")
                    .doesNotContain("tea.time");
        }
    }
}

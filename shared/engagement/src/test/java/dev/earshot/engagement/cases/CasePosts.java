package dev.earshot.engagement.cases;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Revision;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Posts as cases hold them, made step by step. */
record CasePosts(
        String id,
        Instant published,
        Instant read,
        Intent intent,
        double probability,
        boolean sure,
        Sentiment sentiment,
        int author,
        long followers,
        List<String> brands,
        List<Reference> references) {
    static final Instant FRIDAY = Instant.parse("2026-11-27T16:30:00Z");

    /** The account of the brand itself. */
    static final int BRAND = 0;

    static CasePosts complaint(String id) {
        return new CasePosts(
                id,
                FRIDAY,
                FRIDAY,
                Intent.COMPLAINT,
                0.9,
                true,
                new Sentiment(0.8, 0.1, 0.1),
                1,
                10,
                List.of("acme"),
                List.of());
    }

    CasePosts wants(Intent other, double p, boolean isSure) {
        return new CasePosts(
                id,
                published,
                read,
                other,
                p,
                isSure,
                sentiment,
                author,
                followers,
                brands,
                references);
    }

    CasePosts feels(Sentiment other) {
        return new CasePosts(
                id,
                published,
                read,
                intent,
                probability,
                sure,
                other,
                author,
                followers,
                brands,
                references);
    }

    CasePosts readAt(Instant at) {
        return new CasePosts(
                id,
                published,
                at,
                intent,
                probability,
                sure,
                sentiment,
                author,
                followers,
                brands,
                references);
    }

    CasePosts by(int other, long reach) {
        return new CasePosts(
                id,
                published,
                read,
                intent,
                probability,
                sure,
                sentiment,
                other,
                reach,
                brands,
                references);
    }

    CasePosts about(String... others) {
        return new CasePosts(
                id,
                published,
                read,
                intent,
                probability,
                sure,
                sentiment,
                author,
                followers,
                List.of(others),
                references);
    }

    CasePosts that(Reference.Kind kind, String target) {
        return new CasePosts(
                id,
                published,
                read,
                intent,
                probability,
                sure,
                sentiment,
                author,
                followers,
                brands,
                List.of(new Reference(kind, postId(target))));
    }

    static PostId postId(String id) {
        return new PostId(Platform.X, id);
    }

    PostAnalysis post() {
        var intents = new EnumMap<Intent, Double>(Intent.class);
        double rest = (1 - probability) / (Intent.values().length - 1);
        for (Intent each : Intent.values()) {
            intents.put(each, each == intent ? probability : rest);
        }
        var analysis =
                new TextAnalysis(
                        sentiment,
                        0.5,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Intents(intents, sure)));
        return new PostAnalysis(
                new WorkspaceId("acme"),
                postId(id),
                List.of(),
                new Revision(0, published, String.format(Locale.ROOT, "%064x", hashCode())),
                published,
                read,
                new Reading.Read("en", analysis),
                brands,
                Optional.of(
                        new Author(
                                        new AuthorRef(String.format(Locale.ROOT, "%032x", author)),
                                        OptionalLong.of(followers),
                                        OptionalLong.empty(),
                                        OptionalLong.empty())
                                .ownOf(author == BRAND ? List.of("acme") : List.of())),
                Engagement.UNKNOWN,
                List.of(),
                Optional.empty(),
                List.of(),
                new PostContext(
                        references,
                        List.of(),
                        CommentSketch.of(""),
                        TopicSketch.EMPTY,
                        published,
                        published));
    }

    /** In a conversation that it begins. */
    PostAnalysis opening() {
        return in(new Conversation(postId(id), published, read));
    }

    /** In the conversation that post 1 began. */
    PostAnalysis joining() {
        return in(new Conversation(postId("1"), FRIDAY, read));
    }

    private PostAnalysis in(Conversation conversation) {
        PostAnalysis post = post();
        return post.with(post.context().with(conversation));
    }
}

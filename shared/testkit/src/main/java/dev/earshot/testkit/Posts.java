package dev.earshot.testkit;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.ContextReading;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.HandleRef;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Revision;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.LabelScore;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextPart;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Builder of an analysed post; each step returns a new builder. Thread-safe. */
public record Posts(
        WorkspaceId workspace,
        PostId id,
        List<PostId> otherIds,
        Revision revision,
        Instant createdAt,
        Reading reading,
        List<String> brands,
        Optional<SealedText> text) {
    /** Workspace of the examples. */
    public static final WorkspaceId WORKSPACE = new WorkspaceId("acme");

    /** When the examples were published. */
    public static final Instant PUBLISHED = Instant.parse("2026-03-04T05:06:07.123Z");

    /** The model that read the examples. */
    public static final ModelVersion MODEL = new ModelVersion("text", "2026-11", "ab".repeat(32));

    /** A neutral post on X about {@code acme}. */
    public static Posts post(String nativeId) {
        return new Posts(
                WORKSPACE,
                new PostId(Platform.X, nativeId),
                List.of(),
                revision(0, "first"),
                PUBLISHED,
                read(SentimentLabel.NEUTRAL, Emotion.JOY),
                List.of("acme"),
                Optional.empty());
    }

    /** The state with that edit marker; its time of observation grows with the marker. */
    public static Revision revision(long edit, String content) {
        return new Revision(
                edit,
                PUBLISHED.plusSeconds(60 + edit),
                String.format(Locale.ROOT, "%064x", content.hashCode() & 0xffffffffL));
    }

    /** A reading with that verdict, or an abstention. */
    public static Reading read(SentimentLabel label, Emotion emotion) {
        return switch (label) {
            case NEGATIVE -> read(new Sentiment(0.8, 0.15, 0.05), emotion);
            case NEUTRAL -> read(new Sentiment(0.1, 0.7, 0.2), emotion);
            case POSITIVE -> read(new Sentiment(0.0625, 0.0625, 0.875), emotion);
            case MIXED ->
                    new Reading.Read(
                            "en",
                            new TextAnalysis(new Sentiment(0.5, 0.125, 0.375), 0.0),
                            Optional.empty(),
                            List.of(
                                    new TextPart(0, 10, new Sentiment(0.05, 0.05, 0.9)),
                                    new TextPart(15, 30, new Sentiment(0.9, 0.05, 0.05))),
                            List.of(),
                            true);
            case ABSTAIN -> new Reading.Abstained("tlh", "language tlh is not one the model knows");
        };
    }

    /**
     * A reading with every head: an ironic complaint, flagged for review, that praises one brand
     * and blames another. All numbers are rounded as a store returns them.
     */
    public static Reading readWhole(String praised, String blamed) {
        var intents = new EnumMap<Intent, Double>(Intent.class);
        for (Intent intent : Intent.values()) {
            intents.put(intent, intent == Intent.COMPLAINT ? 0.92 : 0.01);
        }
        var good = new Sentiment(0.125, 0.125, 0.75);
        var bad = new Sentiment(0.75, 0.125, 0.125);
        return new Reading.Read(
                "en",
                new TextAnalysis(
                        new Sentiment(0.5, 0.125, 0.375),
                        0.4,
                        Optional.of(scores(Emotion.ANGER)),
                        Optional.of(
                                List.of(
                                        new LabelScore("annoyance", 0.8125),
                                        new LabelScore("disappointment", 0.5))),
                        Optional.of(new Signal(0.75, Signal.State.YES)),
                        Optional.of(new Signal(0.875, Signal.State.YES)),
                        Optional.of(new Signal(0.5, Signal.State.UNSURE)),
                        Optional.of(new Intents(intents, true)),
                        OptionalInt.of(6_000)),
                Optional.of(MODEL),
                List.of(new TextPart(0, 20, good), new TextPart(24, 60, bad)),
                List.of(
                        new TargetSentiment(praised, 0, 6, good, 0.6, false),
                        new TargetSentiment(blamed, 24, 30, bad, 0.6, false)),
                true);
    }

    /** A negative reading of somebody who wants that, with that probability. */
    public static Reading wanting(Intent intent, double probability, boolean sure) {
        var intents = new EnumMap<Intent, Double>(Intent.class);
        double rest = (1 - probability) / (Intent.values().length - 1);
        for (Intent each : Intent.values()) {
            intents.put(each, each == intent ? probability : rest);
        }
        return new Reading.Read(
                "en",
                new TextAnalysis(
                        new Sentiment(0.75, 0.125, 0.125),
                        0.5,
                        Optional.of(scores(Emotion.SADNESS)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Intents(intents, sure))));
    }

    private static Reading read(Sentiment sentiment, Emotion top) {
        return new Reading.Read("en", new TextAnalysis(sentiment, scores(top)));
    }

    private static Emotions scores(Emotion top) {
        var scores = new EnumMap<Emotion, Double>(Emotion.class);
        for (Emotion emotion : Emotion.values()) {
            scores.put(emotion, emotion == top ? 0.9375 : 0.0208);
        }
        return new Emotions(Map.copyOf(scores));
    }

    public Posts in(WorkspaceId other) {
        return new Posts(other, id, otherIds, revision, createdAt, reading, brands, text);
    }

    public Posts on(Platform platform) {
        return new Posts(
                workspace,
                new PostId(platform, id.nativeId()),
                otherIds,
                revision,
                createdAt,
                reading,
                brands,
                text);
    }

    /** Further ids on X. */
    public Posts alsoKnownAs(String... nativeIds) {
        List<PostId> others = Arrays.stream(nativeIds).map(n -> new PostId(Platform.X, n)).toList();
        return new Posts(workspace, id, others, revision, createdAt, reading, brands, text);
    }

    public Posts edit(long edit, String content) {
        return with(revision(edit, content));
    }

    public Posts with(Revision other) {
        return new Posts(workspace, id, otherIds, other, createdAt, reading, brands, text);
    }

    public Posts at(Instant published) {
        return new Posts(workspace, id, otherIds, revision, published, reading, brands, text);
    }

    public Posts feeling(SentimentLabel label) {
        return with(read(label, Emotion.JOY));
    }

    public Posts with(Reading other) {
        return new Posts(workspace, id, otherIds, revision, createdAt, other, brands, text);
    }

    public Posts about(String... brandIds) {
        return new Posts(
                workspace, id, otherIds, revision, createdAt, reading, List.of(brandIds), text);
    }

    public Posts sealedAs(SealedText sealed) {
        return new Posts(
                workspace, id, otherIds, revision, createdAt, reading, brands, Optional.of(sealed));
    }

    /** An author whose pseudonym ends in that number. */
    public static AuthorRef author(int number) {
        return new AuthorRef(String.format(Locale.ROOT, "%02x%030x", number * 37 & 0xff, number));
    }

    /** The same state, sighted at that time with that author, counts and references. */
    public static PostAnalysis sighted(
            PostAnalysis post,
            Instant at,
            Optional<Author> author,
            Engagement engagement,
            Reference... references) {
        PostContext context = post.context();
        return new PostAnalysis(
                post.workspace(),
                post.id(),
                post.otherIds(),
                new Revision(post.revision().edit(), at, post.revision().digest()),
                post.createdAt(),
                post.analysedAt(),
                post.reading(),
                post.brands(),
                author,
                engagement,
                post.media(),
                post.text(),
                post.models(),
                new PostContext(
                        List.of(references),
                        context.hashtags(),
                        context.words(),
                        context.topics(),
                        at,
                        at));
    }

    /** The same result, written by the own account of those brands. */
    public static PostAnalysis owned(PostAnalysis post, String... brands) {
        return sighted(
                post,
                post.revision().observedAt(),
                post.author()
                        .map(
                                author ->
                                        author.under(new HandleRef("0123456789abcdef"))
                                                .ownOf(List.of(brands))),
                post.engagement());
    }

    /** Public counts of an account. */
    public static Author account(AuthorRef ref, long followers) {
        return new Author(
                ref,
                OptionalLong.of(followers),
                OptionalLong.of(10),
                OptionalLong.of(99),
                OptionalLong.of(3),
                Optional.of(true),
                Optional.of(Instant.parse("2016-02-29T12:00:00Z")));
    }

    /** Engagement with that many likes and views, and that many replies. */
    public static Engagement liked(long likes, long replies) {
        return new Engagement(
                OptionalLong.of(likes),
                OptionalLong.of(replies),
                OptionalLong.of(0),
                OptionalLong.empty(),
                OptionalLong.of(10 * likes));
    }

    /** The finished result, with an author, engagement, media and a model. */
    public PostAnalysis analysis() {
        return new PostAnalysis(
                workspace,
                id,
                otherIds,
                revision,
                createdAt,
                createdAt.plusSeconds(90),
                reading,
                brands,
                Optional.of(
                        new Author(
                                new AuthorRef("0123456789abcdef0123456789abcdef"),
                                OptionalLong.of(1_234),
                                OptionalLong.empty(),
                                OptionalLong.of(56))),
                new Engagement(
                        OptionalLong.of(7),
                        OptionalLong.of(0),
                        OptionalLong.of(1),
                        OptionalLong.empty(),
                        OptionalLong.of(123_456)),
                List.of(new MediaRef(MediaRef.Kind.IMAGE, "3_1234567890")),
                text,
                List.of(MODEL),
                new PostContext(
                                List.of(),
                                List.of("tea"),
                                CommentSketch.of("a fine kettle"),
                                TopicSketch.of("a fine kettle"),
                                revision.observedAt(),
                                revision.observedAt())
                        .with(new ContextReading(SentimentLabel.NEGATIVE, List.of("talvix"))));
    }
}

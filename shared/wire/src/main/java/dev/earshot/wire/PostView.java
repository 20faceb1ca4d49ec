package dev.earshot.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A post's result as the API shows it. */
record PostView(
        String id,
        String platform,
        Instant createdAt,
        Optional<Instant> editedAt,
        String language,
        SentimentView sentiment,
        Optional<Map<String, Double>> emotions,
        List<String> brands,
        List<MediaRefView> media,
        Optional<AuthorView> author,
        Optional<EngagementView> engagement,
        Optional<ModelVersion> model,
        Optional<List<ModelVersion>> models,
        Instant analysedAt,
        Optional<String> text) {
    /**
     * Edit markers from here on are milliseconds since 1970 (1973), below positions in a history.
     */
    private static final long EARLIEST_TIME = 100_000_000_000L;

    static PostView of(PostAnalysis post, Optional<String> text) {
        long edit = post.revision().edit();
        return new PostView(
                post.id().nativeId(),
                post.id().platform().key(),
                post.createdAt(),
                edit >= EARLIEST_TIME ? Optional.of(Instant.ofEpochMilli(edit)) : Optional.empty(),
                post.reading().language(),
                SentimentView.of(post.reading()),
                switch (post.reading()) {
                    case Reading.Read read -> Optional.of(emotions(read.analysis().emotions()));
                    case Reading.Abstained abstained -> Optional.empty();
                },
                post.brands(),
                post.media().stream().map(MediaRefView::of).toList(),
                post.author().map(AuthorView::of),
                EngagementView.of(post.engagement()),
                post.models().stream().findFirst(),
                post.models().size() > 1 ? Optional.of(post.models()) : Optional.empty(),
                post.analysedAt(),
                text);
    }

    private static Map<String, Double> emotions(Emotions emotions) {
        var shown = new LinkedHashMap<String, Double>();
        for (Emotion emotion : Emotion.values()) {
            shown.put(emotion.key(), emotions.scores().getOrDefault(emotion, 0.0));
        }
        return shown;
    }

    /** A verdict with its probabilities, or an abstention with its reason. */
    record SentimentView(
            String label,
            OptionalDouble negative,
            OptionalDouble neutral,
            OptionalDouble positive,
            Optional<String> reason) {
        static SentimentView of(Reading reading) {
            String label = reading.label().key();
            return switch (reading) {
                case Reading.Read read -> {
                    Sentiment sentiment = read.analysis().sentiment();
                    yield new SentimentView(
                            label,
                            OptionalDouble.of(sentiment.negative()),
                            OptionalDouble.of(sentiment.neutral()),
                            OptionalDouble.of(sentiment.positive()),
                            Optional.empty());
                }
                case Reading.Abstained abstained ->
                        new SentimentView(
                                label,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.of(abstained.reason()));
            };
        }
    }

    /** A picture or clip of the post. */
    record MediaRefView(MediaRef.Kind kind, String reference) {
        static MediaRefView of(MediaRef media) {
            return new MediaRefView(media.kind(), media.reference());
        }
    }

    /** The author as a pseudonym. */
    record AuthorView(
            @JsonProperty("id") String pseudonym,
            OptionalLong followers,
            OptionalLong following,
            OptionalLong posts) {
        static AuthorView of(Author author) {
            return new AuthorView(
                    author.ref().pseudonym(),
                    author.followers(),
                    author.following(),
                    author.posts());
        }
    }

    /** What is known of the post's reception. */
    record EngagementView(
            OptionalLong likes,
            OptionalLong replies,
            OptionalLong reposts,
            OptionalLong quotes,
            OptionalLong views) {
        static Optional<EngagementView> of(Engagement engagement) {
            return engagement.equals(Engagement.UNKNOWN)
                    ? Optional.empty()
                    : Optional.of(
                            new EngagementView(
                                    engagement.likes(),
                                    engagement.replies(),
                                    engagement.reposts(),
                                    engagement.quotes(),
                                    engagement.views()));
        }
    }
}

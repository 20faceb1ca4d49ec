package dev.earshot.wire.api;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.count.ContextReading;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.LabelScore;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextAnalysis;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
        Optional<List<LabelScore>> feelings,
        Optional<IronyView> irony,
        Optional<FlagsView> flags,
        Optional<IntentView> intent,
        Optional<List<PartView>> parts,
        Optional<List<TargetView>> targets,
        OptionalInt unreadFrom,
        List<String> brands,
        Optional<List<String>> own,
        Optional<List<String>> unreadBrands,
        Optional<List<String>> hashtags,
        Optional<BesideView> context,
        Optional<String> repostOf,
        List<MediaRefView> media,
        Optional<AuthorView> author,
        Optional<EngagementView> engagement,
        Optional<ModelVersion> model,
        Optional<List<ModelVersion>> models,
        Instant analysedAt,
        Optional<String> text) {
    /**
     * Edit markers of at least this (in 1973) are milliseconds since 1970; smaller ones are
     * positions in an edit history.
     */
    private static final long EARLIEST_TIME = 100_000_000_000L;

    static PostView of(PostAnalysis post, Optional<String> text) {
        long edit = post.revision().edit();
        Optional<Reading.Read> read =
                post.reading() instanceof Reading.Read r ? Optional.of(r) : Optional.empty();
        Optional<TextAnalysis> analysis = read.map(Reading.Read::analysis);
        return new PostView(
                post.id().nativeId(),
                post.id().platform().key(),
                post.createdAt(),
                edit >= EARLIEST_TIME ? Optional.of(Instant.ofEpochMilli(edit)) : Optional.empty(),
                post.reading().language(),
                SentimentView.of(post.reading()),
                analysis.flatMap(TextAnalysis::emotions).map(PostView::emotions),
                analysis.flatMap(TextAnalysis::feelings),
                read.flatMap(IronyView::of),
                analysis.flatMap(FlagsView::of),
                analysis.flatMap(TextAnalysis::intent).map(IntentView::of),
                read.map(r -> r.parts().stream().map(PartView::of).toList())
                        .filter(list -> !list.isEmpty()),
                read.map(r -> r.targets().stream().map(TargetView::of).toList())
                        .filter(list -> !list.isEmpty()),
                analysis.map(TextAnalysis::unreadFrom).orElse(OptionalInt.empty()),
                post.brands(),
                Optional.of(post.brands().stream().filter(post::isOwn).toList())
                        .filter(brands -> !brands.isEmpty()),
                Optional.of(post.context().unread()).filter(brands -> !brands.isEmpty()),
                Optional.of(post.context().hashtags()).filter(tags -> !tags.isEmpty()),
                post.context().beside().map(BesideView::of),
                post.context().references().stream()
                        .filter(reference -> reference.kind() == Reference.Kind.REPOST)
                        .map(reference -> reference.target().nativeId())
                        .findFirst(),
                post.media().stream().map(MediaRefView::of).toList(),
                post.author().map(AuthorView::of),
                EngagementView.of(post.engagement()),
                post.models().stream().findFirst(),
                post.models().size() > 1 ? Optional.of(post.models()) : Optional.empty(),
                post.analysedAt(),
                text);
    }

    static Map<String, Double> emotions(Emotions emotions) {
        var shown = new LinkedHashMap<String, Double>();
        for (Emotion emotion : Emotion.values()) {
            shown.put(emotion.key(), emotions.scores().getOrDefault(emotion, 0.0));
        }
        return shown;
    }

    /** What stands in the post beside its author's own words. */
    record BesideView(String sentiment, List<String> brands) {
        static BesideView of(ContextReading reading) {
            return new BesideView(reading.sentiment().key(), reading.brands());
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

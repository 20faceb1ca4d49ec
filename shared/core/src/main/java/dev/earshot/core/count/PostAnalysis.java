package dev.earshot.core.count;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.core.store.SealedText;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The stored result for one post.
 *
 * @param brands ids of the brands it mentions, sorted, without repetition
 * @param text where the raw text lies; empty once it has expired or when there was none
 */
public record PostAnalysis(
        WorkspaceId workspace,
        PostId id,
        List<PostId> otherIds,
        Revision revision,
        Instant createdAt,
        Instant analysedAt,
        Reading reading,
        List<String> brands,
        Optional<Author> author,
        Engagement engagement,
        List<MediaRef> media,
        Optional<SealedText> text,
        List<ModelVersion> models) {
    public PostAnalysis {
        otherIds = List.copyOf(otherIds);
        brands = brands.stream().distinct().sorted().toList();
        media = List.copyOf(media);
        models = List.copyOf(models);
    }

    /** The same result with its raw text kept there. */
    public PostAnalysis withText(SealedText sealed) {
        return new PostAnalysis(
                workspace, id, otherIds, revision, createdAt, analysedAt, reading, brands, author,
                engagement, media, Optional.of(sealed), models);
    }

    /** The same result, seen again in a payload of the same state with fresher public counts. */
    public PostAnalysis seenAgain(Post post) {
        return new PostAnalysis(
                workspace, id, post.otherIds(), post.revision(), createdAt, analysedAt, reading,
                brands, post.author(), post.engagement(), media, text, models);
    }

    /** The strongest emotion, empty where the model abstained. */
    public Optional<Emotion> emotion() {
        return switch (reading) {
            case Reading.Read read -> Optional.of(read.analysis().emotions().top());
            case Reading.Abstained abstained -> Optional.empty();
        };
    }

    /** What it adds to the counts: one delta for each brand, in the minute of publication. */
    public List<CountDelta> deltas() {
        WindowCounts one = WindowCounts.of(this);
        Instant minute = createdAt.truncatedTo(ChronoUnit.MINUTES);
        return brands.stream().map(brand -> new CountDelta(brand, minute, one)).toList();
    }
}

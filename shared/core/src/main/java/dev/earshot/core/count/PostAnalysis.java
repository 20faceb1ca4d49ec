package dev.earshot.core.count;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Revision;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TargetSentiment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The stored result for one post.
 *
 * @param brands ids of the brands it mentions, sorted, without repetition
 * @param text where the raw text lies; empty once it has expired or when there was none
 * @param context the rest of what scoring needs of it
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
        List<ModelVersion> models,
        PostContext context) {
    private static final Comparator<PostAnalysis> AUTHOR_SEEN =
            Comparator.comparingInt(
                            (PostAnalysis post) ->
                                    post.author.map(a -> a.described() ? 2 : 1).orElse(0))
                    .thenComparing(post -> post.context.authorSeenAt())
                    .thenComparing(post -> post.author.toString());

    private static final Comparator<PostAnalysis> COUNTS_SEEN =
            Comparator.comparing((PostAnalysis post) -> !post.engagement.equals(Engagement.UNKNOWN))
                    .thenComparing(post -> post.context.engagementSeenAt())
                    .thenComparing(post -> post.engagement.toString());

    public PostAnalysis {
        otherIds = List.copyOf(otherIds);
        brands = brands.stream().distinct().sorted().toList();
        media = List.copyOf(media);
        models = List.copyOf(models);
    }

    /** Whether it repeats another post. */
    public boolean isRepost() {
        return context.references().stream().anyMatch(r -> r.kind() == Reference.Kind.REPOST);
    }

    /** Whether the brand's own account wrote it, so that it is no opinion about the brand. */
    public boolean isOwn(String brandId) {
        return author.filter(known -> known.ownOf().contains(brandId)).isPresent();
    }

    /** A result without context, its public counts seen at the same time as its state. */
    public PostAnalysis(
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
        this(
                workspace,
                id,
                otherIds,
                revision,
                createdAt,
                analysedAt,
                reading,
                brands,
                author,
                engagement,
                media,
                text,
                models,
                PostContext.seen(revision.observedAt()));
    }

    /** The same result with its raw text stored there. */
    public PostAnalysis withText(SealedText sealed) {
        return copy(to -> to.text = Optional.of(sealed));
    }

    /** The same result with the raw text of another result of the same state, if that has one. */
    PostAnalysis withTextOf(PostAnalysis sameState) {
        return sameState.text.map(this::withText).orElse(this);
    }

    /** The same result, attributed to those models. */
    public PostAnalysis madeBy(List<ModelVersion> others) {
        return copy(to -> to.models = others);
    }

    /** The same result in that context. */
    public PostAnalysis with(PostContext other) {
        return copy(to -> to.context = other);
    }

    /** The same result attributed to other brands. */
    PostAnalysis attributed(PostChange.Attribute change) {
        return copy(
                to -> {
                    to.brands = replaced(brands, change.subjects(), change.named());
                    to.author =
                            author.map(
                                    known ->
                                            known.ownOf(
                                                    replaced(
                                                            known.ownOf(),
                                                            change.subjects(),
                                                            change.own())));
                    to.context =
                            context.unread(
                                    replaced(context.unread(), change.subjects(), change.unread()));
                });
    }

    PostAnalysis unlinked(PostChange.Unlink change) {
        List<Reference> others =
                context.references().stream()
                        .filter(reference -> !change.gone().contains(reference))
                        .toList();
        PostContext left = context.referring(others);
        return with(
                change.conversation()
                        ? left.conversation()
                                .map(old -> left.with(new Conversation(id, createdAt, old.taken())))
                                .orElse(left)
                        : left);
    }

    private static List<String> replaced(
            List<String> brands, List<String> subjects, List<String> by) {
        return Stream.concat(brands.stream().filter(each -> !subjects.contains(each)), by.stream())
                .toList();
    }

    /** The same result about other brands, under another revision. */
    public PostAnalysis about(List<String> others, Revision under) {
        return copy(
                to -> {
                    to.brands = others;
                    to.revision = under;
                });
    }

    /** The same result with its verdict in another form. */
    public PostAnalysis read(Reading other) {
        return copy(to -> to.reading = other);
    }

    /** The same result under those ids. */
    PostAnalysis underIds(PostId canonical, List<PostId> others) {
        return copy(
                to -> {
                    to.id = canonical;
                    to.otherIds = others;
                });
    }

    /** The same state with the time of observation of that revision. */
    PostAnalysis sightedAs(Revision sameState) {
        return copy(to -> to.revision = sameState);
    }

    /** The same result after another sighting of the same state with fresher public counts. */
    public PostAnalysis seenAgain(Post post) {
        Instant at = post.revision().observedAt();
        return copy(
                to -> {
                    to.otherIds = post.otherIds();
                    to.revision = post.revision();
                    to.author = post.author();
                    to.engagement = post.engagement();
                    to.context = context.with(post.references(), at, at);
                });
    }

    /**
     * This state with the author, public counts and references of the latest sighting of the post.
     * Each is chosen on its own, and a sighting without a value loses to one with it, so the
     * outcome does not depend on the order of arrival. The conversation is the earliest of all.
     */
    PostAnalysis withLatestOf(Collection<PostAnalysis> sightings) {
        PostAnalysis byAuthor = Collections.max(sightings, AUTHOR_SEEN);
        PostAnalysis byCounts = Collections.max(sightings, COUNTS_SEEN);
        List<Reference> told =
                sightings.stream()
                        .map(each -> each.context.references())
                        .max(PostContext.TELLING)
                        .orElse(List.of());
        PostContext latest =
                context.with(
                        told, byAuthor.context.authorSeenAt(), byCounts.context.engagementSeenAt());
        Optional<Conversation> conversation =
                sightings.stream()
                        .flatMap(each -> each.context.conversation().stream())
                        .min(Conversation.EARLIEST);
        return copy(
                to -> {
                    to.author = byAuthor.author;
                    to.engagement = byCounts.engagement;
                    to.context = conversation.map(latest::with).orElse(latest);
                });
    }

    private PostAnalysis copy(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.done();
    }

    /** The strongest emotion, empty where the model abstained. */
    public Optional<Emotion> emotion() {
        return switch (reading) {
            case Reading.Read read -> read.analysis().emotions().flatMap(Emotions::verdict);
            case Reading.Abstained abstained -> Optional.empty();
        };
    }

    /**
     * The label that the post counts under for one of its brands. Where it names several, that is
     * what it says of this one: "X is great, Y is awful" is no praise of Y; and where that was not
     * read, since the brand claimed the post later, nothing is said.
     */
    public SentimentLabel label(String brandId) {
        if (context.unread().contains(brandId)) {
            return SentimentLabel.ABSTAIN;
        }
        return mentions(brandId).map(PostAnalysis::verdict).orElseGet(reading::label);
    }

    private static SentimentLabel verdict(List<TargetSentiment> mentions) {
        if (mentions.stream().anyMatch(TargetSentiment::mixed)) {
            return SentimentLabel.MIXED;
        }
        Sentiment mean = mean(mentions);
        double sureFrom = mentions.stream().mapToDouble(TargetSentiment::sureFrom).max().orElse(0);
        return mean.top() < sureFrom ? SentimentLabel.ABSTAIN : mean.label();
    }

    /**
     * The most probable sentiment for one of its brands, sure or not; empty where no model read the
     * text.
     */
    public Optional<SentimentLabel> strongest(String brandId) {
        if (context.unread().contains(brandId)) {
            return Optional.empty();
        }
        return switch (reading) {
            case Reading.Read read ->
                    Optional.of(
                            mentions(brandId)
                                    .map(PostAnalysis::mean)
                                    .orElse(read.analysis().sentiment())
                                    .label());
            case Reading.Abstained abstained -> Optional.empty();
        };
    }

    /** The mentions of a brand, where each was read. */
    private Optional<List<TargetSentiment>> mentions(String brandId) {
        return reading instanceof Reading.Read read
                ? Optional.of(
                                read.targets().stream()
                                        .filter(target -> target.name().equals(brandId))
                                        .toList())
                        .filter(own -> !own.isEmpty())
                : Optional.empty();
    }

    private static Sentiment mean(List<TargetSentiment> mentions) {
        return new Sentiment(
                mean(mentions, Sentiment::negative),
                mean(mentions, Sentiment::neutral),
                mean(mentions, Sentiment::positive));
    }

    private static double mean(List<TargetSentiment> mentions, ToDoubleFunction<Sentiment> part) {
        return mentions.stream()
                .map(TargetSentiment::sentiment)
                .mapToDouble(part)
                .average()
                .orElseThrow();
    }

    /** Its share of the counts: one delta for each brand, in the minute of publication. */
    public List<CountDelta> deltas() {
        Instant minute = createdAt.truncatedTo(ChronoUnit.MINUTES);
        return brands.stream()
                .map(brand -> new CountDelta(brand, minute, WindowCounts.of(this, brand)))
                .toList();
    }

    /** Builder of a changed copy: what is not set stays as it was. Not thread-safe. */
    private static final class Copy {
        private final PostAnalysis from;
        private PostId id;
        private List<PostId> otherIds;
        private Revision revision;
        private Reading reading;
        private List<String> brands;
        private Optional<Author> author;
        private Engagement engagement;
        private Optional<SealedText> text;
        private List<ModelVersion> models;
        private PostContext context;

        Copy(PostAnalysis from) {
            this.from = from;
            this.id = from.id;
            this.otherIds = from.otherIds;
            this.revision = from.revision;
            this.reading = from.reading;
            this.brands = from.brands;
            this.author = from.author;
            this.engagement = from.engagement;
            this.text = from.text;
            this.models = from.models;
            this.context = from.context;
        }

        PostAnalysis done() {
            return new PostAnalysis(
                    from.workspace,
                    id,
                    otherIds,
                    revision,
                    from.createdAt,
                    from.analysedAt,
                    reading,
                    brands,
                    author,
                    engagement,
                    from.media,
                    text,
                    models,
                    context);
        }
    }
}

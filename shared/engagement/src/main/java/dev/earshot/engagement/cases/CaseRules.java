package dev.earshot.engagement.cases;

import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Signal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which posts somebody should answer. The numbers are choices, not estimates: where the model is
 * sure its verdict stands; where it is not, a person looks the sooner the more it would cost to
 * miss the post. Pure and thread-safe.
 */
public final class CaseRules {
    /** Older posts, such as those of an import, are history and nothing to answer. */
    static final Duration FRESH = Duration.ofDays(7);

    /** A missed matter of safety costs more than three looks in vain. */
    static final double SAFETY_FROM = 0.25;

    /** An intent that is likelier than this, though not sure, is looked at where it matters. */
    static final double LIKELY_FROM = 0.40;

    /** From here on an unsure case is looked at even where its mood is not negative. */
    static final long KNOWN_REACH = 10_000;

    /** A negative post that this many may see is looked at whatever its author wants. */
    static final long WIDE_REACH = 100_000;

    private CaseRules() {}

    /**
     * Why a post needs somebody.
     *
     * @param sure whether the model is sure of it
     * @param probability of the kind's intent, in [0, 1]; of the negative mood for {@link
     *     CaseKind#REPUTATION}
     */
    public record Need(CaseKind kind, boolean sure, double probability) {}

    /** What a post needs by its present reading; empty where nobody has to look at it. */
    public static Optional<Need> need(PostAnalysis post) {
        if (post.isRepost()
                || post.brands().isEmpty()
                || post.brands().stream().allMatch(post::isOwn)
                || !(post.reading() instanceof Reading.Read read)) {
            return Optional.empty();
        }
        Optional<Intents> intents = read.analysis().intent();
        if (intents.flatMap(Intents::verdict).filter(i -> i == Intent.SPAM).isPresent()) {
            return Optional.empty();
        }
        return intents.flatMap(found -> byIntent(post, found)).or(() -> byReach(post, read));
    }

    private static Optional<Need> byIntent(PostAnalysis post, Intents intents) {
        Optional<CaseKind> sure = intents.verdict().flatMap(CaseKind::of);
        double safety = probability(intents, Intent.SAFETY_OR_LEGAL);
        if (sure.isEmpty() && safety >= SAFETY_FROM) {
            return Optional.of(new Need(CaseKind.SAFETY_OR_LEGAL, false, safety));
        }
        if (sure.isPresent()) {
            return sure.map(kind -> new Need(kind, true, probability(intents, intents.top())));
        }
        double likely = probability(intents, intents.top());
        return intents.verdict().isEmpty()
                        && likely >= LIKELY_FROM
                        && (negative(post) || reach(post) >= KNOWN_REACH)
                ? CaseKind.of(intents.top()).map(kind -> new Need(kind, false, likely))
                : Optional.empty();
    }

    private static Optional<Need> byReach(PostAnalysis post, Reading.Read read) {
        return negative(post) && reach(post) >= WIDE_REACH
                ? Optional.of(
                        new Need(CaseKind.REPUTATION, true, read.analysis().sentiment().negative()))
                : Optional.empty();
    }

    private static double probability(Intents intents, Intent intent) {
        return intents.scores().getOrDefault(intent, 0.0);
    }

    /** Whether its verdict is negative, about all or about one of its brands. */
    static boolean negative(PostAnalysis post) {
        return Stream.concat(
                        Stream.of(post.reading().label()), post.brands().stream().map(post::label))
                .anyMatch(label -> label == SentimentLabel.NEGATIVE);
    }

    /** Whether the account of one of the brands wrote it. */
    static boolean byABrand(PostAnalysis post) {
        return post.author().filter(author -> !author.ownOf().isEmpty()).isPresent();
    }

    /** Whether its words may be meant the other way round. */
    public static boolean ironic(PostAnalysis post) {
        return post.reading() instanceof Reading.Read read
                && read.analysis().irony().filter(Signal::raised).isPresent();
    }

    /** How many may have seen it: its views, or its author's followers if those are more. */
    static long reach(PostAnalysis post) {
        long followers = post.author().map(author -> author.followers().orElse(0)).orElse(0L);
        return Math.max(followers, post.engagement().views().orElse(0));
    }

    /**
     * The conversation that a freshly read post belongs to: that of the post that it answers, so
     * that the whole thread is one case; else one of its own, if it needs somebody.
     *
     * @param others states of the posts that it answers, as far as they are known
     */
    public static Optional<Conversation> conversation(
            PostAnalysis post, Map<PostId, StoredPost> others) {
        if (post.isRepost()) {
            return Optional.empty();
        }
        Optional<Conversation> thread =
                post.context().references().stream()
                        .filter(reference -> reference.kind() == Reference.Kind.REPLY)
                        .flatMap(reference -> answered(reference.target(), others).stream())
                        .flatMap(answered -> answered.context().conversation().stream())
                        .findFirst();
        if (thread.isPresent()) {
            return thread.map(of -> new Conversation(of.first(), of.begun(), post.analysedAt()));
        }
        boolean fresh = !post.createdAt().isBefore(post.analysedAt().minus(FRESH));
        return fresh && need(post).isPresent()
                ? Optional.of(new Conversation(post.id(), post.createdAt(), post.analysedAt()))
                : Optional.empty();
    }

    private static Optional<PostAnalysis> answered(PostId id, Map<PostId, StoredPost> others) {
        StoredPost stored = others.get(id);
        if (stored instanceof StoredPost.Alias alias) {
            stored = others.get(alias.canonical());
        }
        return stored instanceof StoredPost.Live live
                ? Optional.of(live.analysis())
                : Optional.empty();
    }
}

package dev.earshot.influence;

import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.WeighedPosts;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;
import dev.earshot.influence.statistics.Robust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How much more an author's posts resemble a brand than they resemble other brands: cosine
 * similarity of hashed words and picture labels, weighted by their rarity among the workspace's
 * authors (tf-idf), to the brand's values and exemplars, minus the mean over the other registered
 * brands. This control removes the advantage of authors who resemble every brand. The top of the
 * scale is set by the workspace's most similar authors. Unsafe pictures, rejected values, posts for
 * competitors and negative posts about the brand each take off a share. Replies and reposts do not
 * count, since they follow someone else's topic. The interval comes from the spread between posts;
 * with few posts the similarity is shrunk towards 0. Immutable, thread-safe.
 */
public final class AlignmentComponent {

    private final BrandProfile brand;
    private final Lens own;
    private final List<Lens> others;
    private final Population population;
    private final double scale;

    /** A brand's values and exemplars, to which posts are compared. */
    private record Lens(TopicSketch values, TopicSketch exemplars) {
        boolean isEmpty() {
            return values.isEmpty() && exemplars.isEmpty();
        }

        double similarity(TopicSketch topics, Population population) {
            double v = topics.cosine(values, population::importance);
            double e = topics.cosine(exemplars, population::importance);
            if (values.isEmpty()) {
                return e;
            }
            return exemplars.isEmpty()
                    ? v
                    : Constants.ALIGNMENT_VALUES_SHARE * v
                            + (1 - Constants.ALIGNMENT_VALUES_SHARE) * e;
        }
    }

    AlignmentComponent(BrandProfile brand, List<BrandProfile> brands, Population population) {
        this.brand = brand;
        this.population = population;
        own = lens(brand);
        others =
                brands.stream()
                        .filter(b -> !b.brandId().equals(brand.brandId()))
                        .map(AlignmentComponent::lens)
                        .filter(lens -> !lens.isEmpty())
                        .toList();
        double[] raw =
                population.members().stream().mapToDouble(m -> contrast(m.topics())).toArray();
        scale =
                raw.length == 0
                        ? 2 * Constants.ALIGNMENT_MIN_SCALE
                        : Math.max(
                                Constants.ALIGNMENT_MIN_SCALE,
                                Robust.quantile(raw, Constants.ALIGNMENT_SCALE_QUANTILE));
    }

    private static Lens lens(BrandProfile brand) {
        return new Lens(brand.values(), TopicSketch.mean(brand.exemplars()));
    }

    private double contrast(TopicSketch topics) {
        double mean = 0;
        for (Lens other : others) {
            mean += other.similarity(topics, population) / others.size();
        }
        return own.similarity(topics, population) - mean;
    }

    private record Scored(PostFacts post, double weight, double contrast) {}

    Component of(AuthorHistory history, AuthorSummary summary, ScoreTable table, Instant asOf) {
        List<Scored> posts =
                WeighedPosts.window(history, table, asOf).stream()
                        .filter(post -> post.kind() == PostFacts.Kind.ORIGINAL)
                        .filter(post -> !post.topics().isEmpty())
                        .map(
                                post ->
                                        new Scored(
                                                post,
                                                WeighedPosts.halfLifeWeight(
                                                        post.createdAt(), table, asOf),
                                                contrast(post.topics())))
                        .toList();
        if (own.isEmpty() || posts.isEmpty()) {
            String reason =
                    own.isEmpty()
                            ? "the brand states no values and has no exemplars"
                            : "no original posts with words or picture labels";
            return ScoreText.component(
                    Component.Name.ALIGNMENT,
                    table,
                    100 * Constants.ALIGNMENT_UNKNOWN,
                    Constants.ALIGNMENT_MIN,
                    Constants.ALIGNMENT_UNKNOWN_HIGH,
                    List.of(reason),
                    List.of());
        }
        double n = posts.size();
        double raw = contrast(summary.topics()) * n / (n + Constants.ALIGNMENT_FEW_POSTS);
        double error = error(posts, raw);
        Subtractions less =
                Subtractions.of(history, posts.stream().map(Scored::post).toList(), brand);
        double rejected =
                Math.min(
                        Constants.ALIGNMENT_REJECTED_MAX,
                        Constants.ALIGNMENT_REJECTED
                                * summary.topics().cosine(brand.rejected(), population::importance)
                                / scale);
        double kept = less.kept() * (1 - rejected);
        var reasons = new ArrayList<String>();
        reasons.add(
                raw <= 0
                        ? "its posts are no more like this brand than like the others"
                        : String.format(
                                Locale.ROOT,
                                "similarity to the brand's values and exemplars is %.3f above that to"
                                        + " %d other brands (top 5 %% of the workspace: %.3f)",
                                raw,
                                others.size(),
                                scale));
        reasons.addAll(less.reasons());
        if (rejected > Constants.ALIGNMENT_REJECTED_REASON) {
            reasons.add("posts resemble what the brand rejects");
        }
        return ScoreText.component(
                Component.Name.ALIGNMENT,
                table,
                value(raw) * kept,
                value(raw - Normal.Z90 * error) * kept,
                value(raw + Normal.Z90 * error) * kept,
                reasons,
                evidence(posts));
    }

    private double value(double raw) {
        return Constants.ALIGNMENT_MIN
                + (100 - Constants.ALIGNMENT_MIN)
                        * -Math.expm1(-Constants.ALIGNMENT_STEEPNESS * Math.max(0, raw) / scale);
    }

    /**
     * Standard error of the contrast: the posts' spread, rescaled to match the summary's contrast.
     */
    private double error(List<Scored> posts, double raw) {
        double weights = 0;
        double squares = 0;
        double mean = 0;
        for (Scored post : posts) {
            weights += post.weight();
            squares += post.weight() * post.weight();
            mean += post.weight() * post.contrast();
        }
        if (!(weights > 0)) {
            return scale;
        }
        mean /= weights;
        double variance = 0;
        for (Scored post : posts) {
            double distance = post.contrast() - mean;
            variance += post.weight() * distance * distance / weights;
        }
        double effective = weights * weights / squares;
        // Two pseudo-posts at the scale's distance make up for the spread that few posts can't
        // show.
        double spread =
                Math.sqrt(
                        (variance * effective + Constants.ALIGNMENT_SPREAD_POSTS * scale * scale)
                                / (effective + Constants.ALIGNMENT_SPREAD_POSTS));
        double gain =
                mean > Constants.ALIGNMENT_NO_CONTRAST && raw > 0
                        ? Math.clamp(raw / mean, 1, Constants.ALIGNMENT_MAX_STRETCH)
                        : 1;
        return gain * spread / Math.sqrt(effective);
    }

    private static List<PostId> evidence(List<Scored> posts) {
        return posts.stream()
                .filter(post -> post.contrast() > 0)
                .sorted(
                        Comparator.comparingDouble(
                                        (Scored post) -> -post.weight() * post.contrast())
                                .thenComparing(post -> post.post().id().toString()))
                .limit(ScoreTable.EVIDENCE)
                .map(post -> post.post().id())
                .toList();
    }

    /** The share that remains after all deductions, with their reasons. */
    private record Subtractions(double kept, List<String> reasons) {
        static Subtractions of(AuthorHistory history, List<PostFacts> posts, BrandProfile brand) {
            double unsafe = 0;
            double about = 0;
            double against = 0;
            double rivals = 0;
            for (PostFacts post : posts) {
                boolean negative = post.sentiment() == SentimentLabel.NEGATIVE;
                unsafe += post.unsafe() ? 1 : 0;
                if (post.brands().contains(brand.brandId())) {
                    about++;
                    against += negative ? 1 : 0;
                } else if (!negative
                        && post.brands().stream().anyMatch(brand.competitors()::contains)) {
                    rivals++;
                }
            }
            // Pictures are read later than their posts, so some are known only from the daily
            // counts.
            double unsafeByDay = history.days().stream().mapToDouble(AuthorDay::unsafePosts).sum();
            double all = Math.max(1, posts.size());
            double unsafeShare = Math.max(unsafe, Math.min(unsafeByDay, all)) / all;
            var reasons = new ArrayList<String>();
            double kept =
                    1
                            - Math.min(
                                    Constants.ALIGNMENT_UNSAFE_MAX,
                                    Constants.ALIGNMENT_UNSAFE * unsafeShare);
            if (unsafeShare > 0) {
                reasons.add(ScoreText.percent(unsafeShare) + " of the posts have unsafe pictures");
            }
            double tie = rivals / (rivals + about + Constants.ALIGNMENT_NEUTRAL_POSTS);
            kept *= 1 - Constants.ALIGNMENT_RIVALS * tie;
            if (rivals > 0) {
                reasons.add(ScoreText.posts((int) rivals) + " for competitors");
            }
            kept *=
                    1
                            - Constants.ALIGNMENT_AGAINST
                                    * against
                                    / (about + Constants.ALIGNMENT_NEUTRAL_POSTS);
            if (against > 0) {
                reasons.add(
                        ScoreText.posts((int) against)
                                + " of "
                                + (int) about
                                + " about the brand read negative");
            }
            return new Subtractions(kept, reasons);
        }
    }
}

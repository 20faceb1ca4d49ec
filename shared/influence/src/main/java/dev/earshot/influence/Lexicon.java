package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.Robust;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of a brand's topic in one language, learned from the creators who speak of the brand or
 * use its published words: a word's weight is the log-odds of its use among them against all other
 * creators of the language, smoothed for small numbers (relevance feedback, Rocchio 1971; Robertson
 * and Spärck Jones 1976). So a language needs no translation, only creators who mention the brand.
 *
 * <p>The published words themselves have no weight once others are learned: whoever repeats them
 * says nothing of what else an author writes about, and anyone can. Immutable, thread-safe.
 */
final class Lexicon {
    private final Set<Integer> published;
    private final Map<AuthorRef, Set<Integer>> speakers = new HashMap<>();
    private final Map<Integer, Integer> among = new HashMap<>();
    private final Map<Integer, Integer> everywhere = new HashMap<>();
    private final Map<Integer, Double> weights = new HashMap<>();
    private final int authors;
    private final boolean learned;

    /**
     * @param members the creators of one language
     */
    Lexicon(BrandProfile brand, List<AuthorSummary> members, Population population) {
        published = published(brand);
        authors = members.size();
        Predicate<AuthorSummary> speaks = speaks(brand, members, population);
        for (AuthorSummary member : members) {
            Set<Integer> own = new HashSet<>();
            member.topics().forEach((bucket, weight) -> own.add(bucket));
            own.forEach(bucket -> everywhere.merge(bucket, 1, Integer::sum));
            if (speaks.test(member)) {
                own.forEach(bucket -> among.merge(bucket, 1, Integer::sum));
                speakers.put(member.author(), own);
            }
        }
        among.forEach(
                (bucket, count) -> {
                    double weight = weight(bucket, count, speakers.size(), 0);
                    if (weight > 0) {
                        weights.put(bucket, weight);
                    }
                });
        learned =
                speakers.size() >= Constants.LEXICON_SPEAKERS
                        && weights.size() >= Constants.LEXICON_WORDS;
    }

    /**
     * Who speaks of the brand: whoever names it, or, where hardly anybody does, whoever uses its
     * published words most.
     */
    private static Predicate<AuthorSummary> speaks(
            BrandProfile brand, List<AuthorSummary> members, Population population) {
        Predicate<AuthorSummary> names = m -> m.brands().containsKey(brand.brandId());
        if (members.stream().filter(names).count() >= Constants.LEXICON_NAMERS) {
            return names;
        }
        TopicSketch words = brand.words();
        double[] uses =
                members.stream()
                        .mapToDouble(m -> m.topics().cosine(words, population::importance))
                        .toArray();
        double often =
                uses.length == 0
                        ? 1
                        : Math.max(
                                Constants.LEXICON_MIN_USE,
                                Robust.quantile(uses, Constants.LEXICON_SPEAKER_QUANTILE));
        return names.or(m -> m.topics().cosine(words, population::importance) >= often);
    }

    private static Set<Integer> published(BrandProfile brand) {
        var buckets = new HashSet<Integer>();
        for (int bucket : brand.words().buckets()) {
            buckets.add(bucket);
        }
        return buckets;
    }

    /** Whether enough creators speak of the brand to know how its topic is spoken of. */
    boolean isLearned() {
        return learned;
    }

    /** Whether anything at all can be judged in this language. */
    boolean isKnown() {
        return learned || speakers.size() >= Constants.LEXICON_SPEAKERS;
    }

    int speakers() {
        return speakers.size();
    }

    private double weight(int bucket, int count, int speaking, int less) {
        if (learnable(bucket, count)) {
            double all = everywhere.getOrDefault(bucket, 0) - less;
            double usual = (all + Constants.LEXICON_HALF) / (authors + 1.0);
            double smooth = Constants.LEXICON_SMOOTHING;
            double there = (count + smooth * usual) / (speaking + smooth);
            double elsewhere =
                    (all - count + smooth * usual) / (authors - less - speaking + smooth);
            return Math.max(0, Math.log(there / elsewhere));
        }
        return 0;
    }

    private boolean learnable(int bucket, int count) {
        return count >= Constants.LEXICON_USERS && !published.contains(bucket);
    }

    /**
     * How much of a sketch is on the brand's topic: the mean weight of its words.
     *
     * @param author whose sketch it is; what the author itself taught is left out
     */
    double fit(TopicSketch topics, AuthorRef author) {
        Set<Integer> own = speakers.getOrDefault(author, Set.of());
        double[] sums = new double[2];
        topics.forEach(
                (bucket, weight) -> {
                    boolean isPublished = published.contains(bucket);
                    if (!learned || !isPublished) {
                        sums[1] += weight;
                    }
                    if (!learned) {
                        sums[0] += isPublished ? weight : 0;
                    } else if (own.contains(bucket)) {
                        int count = among.getOrDefault(bucket, 1) - 1;
                        sums[0] += weight * weight(bucket, count, speakers.size() - 1, 1);
                    } else {
                        sums[0] += weight * weights.getOrDefault(bucket, 0.0);
                    }
                });
        return sums[1] > 0 ? sums[0] / sums[1] : 0;
    }

    /**
     * The same for one post. While the published words are all that is known of a topic, a post
     * that lists them says nothing: whoever writes about a topic seldom uses half of a brand's
     * words at once.
     */
    double fitOfPost(TopicSketch topics, AuthorRef author) {
        return !learned && lists(topics) ? 0 : fit(topics, author);
    }

    private boolean lists(TopicSketch topics) {
        int used = 0;
        for (int bucket : topics.buckets()) {
            used += published.contains(bucket) ? 1 : 0;
        }
        return used >= Constants.LEXICON_LISTED
                && used >= Constants.LEXICON_HALF * published.size();
    }

    boolean isSpeaker(AuthorRef author) {
        return speakers.containsKey(author);
    }
}

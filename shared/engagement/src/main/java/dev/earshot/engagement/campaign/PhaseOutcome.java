package dev.earshot.engagement.campaign;

import dev.earshot.core.count.OpinionSketch;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.statistics.Interval;
import dev.earshot.core.statistics.Share;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people said about the brand in a phase, without its own accounts.
 *
 * @param mentions posts by others
 * @param mentionsPerDay over the phase's days
 * @param independent estimated number of independent opinions among them; every interval of the
 *     phase is as wide as so few make it
 * @param sentiment share of all mentions by label
 * @param intent share by intent, of the mentions in which the model was sure of one
 * @param voice share of the mentions of the brand and its competitors, by brand, the brand first
 * @param changes of the shares of sentiment against the phase before; none for that phase itself
 */
public record PhaseOutcome(
        Phase phase,
        long mentions,
        double mentionsPerDay,
        double independent,
        Map<String, Share> sentiment,
        Map<String, Share> intent,
        Map<String, Share> voice,
        Map<String, Change> changes) {

    /**
     * A difference of two shares, in points of 1, with its 95 % interval (Newcombe 1998, method 10:
     * from the two Wilson intervals).
     */
    public record Change(double difference, Interval interval) {
        static Optional<Change> of(Share before, Share now) {
            if (before.total() == 0 || now.total() == 0) {
                return Optional.empty();
            }
            double from = before.value().orElseThrow();
            double to = now.value().orElseThrow();
            Interval one = before.interval().orElseThrow();
            Interval other = now.interval().orElseThrow();
            double difference = to - from;
            return Optional.of(
                    new Change(
                            difference,
                            new Interval(
                                    difference - Math.hypot(to - other.low(), one.high() - from),
                                    difference + Math.hypot(other.high() - to, from - one.low()))));
        }
    }

    static List<PhaseOutcome> of(CampaignEvidence evidence) {
        List<PhaseOutcome> outcomes = new ArrayList<>();
        for (Phase phase : evidence.phases()) {
            outcomes.add(of(evidence, phase, outcomes.isEmpty() ? null : outcomes.getFirst()));
        }
        return outcomes;
    }

    private static PhaseOutcome of(
            CampaignEvidence evidence,
            Phase phase,
            @org.jspecify.annotations.Nullable PhaseOutcome before) {
        WindowCounts counts = evidence.sum(evidence.campaign().brandId(), phase);
        long mentions = Math.max(0, counts.posts());
        double independent = OpinionSketch.independent(counts);
        double clustering = independent > 0 ? mentions / independent : 1;
        Map<String, Share> sentiment =
                shares(
                        counts,
                        "sentiment/",
                        Arrays.stream(SentimentLabel.values()).map(SentimentLabel::key).toList(),
                        clustering);
        Map<String, Change> changes = new LinkedHashMap<>();
        if (before != null) {
            sentiment.forEach(
                    (label, share) ->
                            Change.of(before.share(label), share)
                                    .ifPresent(change -> changes.put(label, change)));
        }
        return new PhaseOutcome(
                phase,
                mentions,
                (double) mentions / phase.days(),
                independent,
                sentiment,
                shares(
                        counts,
                        "intent/",
                        Arrays.stream(Intent.values()).map(Intent::key).toList(),
                        clustering),
                voice(evidence, phase),
                changes);
    }

    private Share share(String label) {
        return sentiment.getOrDefault(label, new Share(0, 0));
    }

    private static Map<String, Share> shares(
            WindowCounts counts, String dimension, List<String> keys, double clustering) {
        long total = keys.stream().mapToLong(key -> Math.max(0, counts.get(dimension + key))).sum();
        Map<String, Share> shares = new LinkedHashMap<>();
        for (String key : keys) {
            shares.put(
                    key,
                    new Share(
                            Math.max(0, counts.get(dimension + key)),
                            total,
                            Math.max(1, clustering)));
        }
        return shares;
    }

    /** A post that mentions two brands counts once for each. */
    private static Map<String, Share> voice(CampaignEvidence evidence, Phase phase) {
        List<String> brands = new ArrayList<>();
        brands.add(evidence.campaign().brandId());
        brands.addAll(evidence.competitors());
        Map<String, Long> posts = new LinkedHashMap<>();
        for (String brand : brands) {
            posts.put(brand, Math.max(0, evidence.sum(brand, phase).posts()));
        }
        long all = posts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Share> voice = new LinkedHashMap<>();
        posts.forEach((brand, count) -> voice.put(brand, new Share(count, all)));
        return voice;
    }
}

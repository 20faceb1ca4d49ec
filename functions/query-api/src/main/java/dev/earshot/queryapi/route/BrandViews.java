package dev.earshot.queryapi.route;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.statistics.Interval;
import dev.earshot.core.statistics.Share;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.query.BrandSummary;
import dev.earshot.query.CorrectedSentiment;
import dev.earshot.query.ShareCorrection.Corrected;
import dev.earshot.query.Timeline;
import dev.earshot.wire.api.brand.BrandSummaryView;
import dev.earshot.wire.api.brand.CorrectedSentimentView;
import dev.earshot.wire.api.brand.CorrectedSentimentView.CorrectedShare;
import dev.earshot.wire.api.brand.CountedShareView;
import dev.earshot.wire.api.brand.TimelineView;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what is counted of brands into answers. Stateless. */
final class BrandViews {
    private BrandViews() {}

    static BrandSummaryView summary(BrandSummary summary) {
        return new BrandSummaryView(
                summary.brandId(),
                summary.range().from(),
                summary.range().to(),
                summary.posts(),
                summary.own(),
                summary.posts() - summary.reposts(),
                summary.reposts(),
                Math.round(summary.independent()),
                shares(summary.sentiment()),
                summary.corrected().map(BrandViews::corrected),
                shares(summary.emotion()),
                shares(summary.intent()),
                shares(summary.signals()),
                summary.forReview(),
                shares(summary.platform()),
                shares(summary.language()),
                summary.voices().stream().map(BrandViews::voice).toList());
    }

    static TimelineView timeline(Timeline timeline) {
        return new TimelineView(
                timeline.brandId(),
                timeline.range().from(),
                timeline.range().to(),
                timeline.bucket().key(),
                timeline.points().stream().map(BrandViews::point).toList());
    }

    private static CorrectedSentimentView corrected(CorrectedSentiment corrected) {
        return new CorrectedSentimentView(
                corrected.posts(),
                corrected(corrected, SentimentLabel.NEGATIVE),
                corrected(corrected, SentimentLabel.NEUTRAL),
                corrected(corrected, SentimentLabel.POSITIVE));
    }

    private static CorrectedShare corrected(CorrectedSentiment corrected, SentimentLabel label) {
        Corrected share = Optional.ofNullable(corrected.shares().get(label.key())).orElseThrow();
        return new CorrectedShare(share.share(), ends(share.interval()));
    }

    private static Map<String, CountedShareView> shares(Map<String, Share> shares) {
        Map<String, CountedShareView> views = new LinkedHashMap<>();
        shares.forEach(
                (key, share) ->
                        views.put(
                                key,
                                new CountedShareView(
                                        share.count(),
                                        share.value(),
                                        share.interval().map(BrandViews::ends))));
        return views;
    }

    private static BrandSummaryView.Voice voice(BrandSummary.Voice voice) {
        return new BrandSummaryView.Voice(
                voice.brandId(),
                voice.name(),
                voice.share().count(),
                voice.share().value(),
                voice.share().interval().map(BrandViews::ends));
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private static TimelineView.Point point(Timeline.Point point) {
        WindowCounts counts = point.counts();
        Map<String, Long> sentiment = new LinkedHashMap<>();
        for (SentimentLabel label : SentimentLabel.values()) {
            sentiment.put(label.key(), counts.sentiment(label));
        }
        Map<String, Long> emotion = new LinkedHashMap<>();
        for (Emotion each : Emotion.values()) {
            emotion.put(each.key(), counts.emotion(each));
        }
        Map<String, Long> intent = new LinkedHashMap<>();
        for (Intent each : Intent.values()) {
            intent.put(each.key(), counts.get("intent/" + each.key()));
        }
        return new TimelineView.Point(
                point.start(),
                counts.posts(),
                Math.max(0, counts.own()),
                sentiment,
                emotion,
                intent,
                counts.get("irony/yes"),
                counts.get("flagged"));
    }
}

package dev.earshot.queryapi.route;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.query.BrandSummary;
import dev.earshot.query.CorrectedSentiment;
import dev.earshot.query.Share;
import dev.earshot.query.TimeRange;
import dev.earshot.query.Timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is counted of brands, as the API shows it. Stateless. */
final class BrandViews {
    private BrandViews() {}

    static Map<String, Object> summary(BrandSummary summary) {
        Map<String, Object> view = range(summary.brandId(), summary.range());
        view.put("posts", summary.posts());
        view.put("sentiment", shares(summary.sentiment()));
        summary.corrected()
                .ifPresent(corrected -> view.put("sentimentCorrected", corrected(corrected)));
        view.put("emotion", shares(summary.emotion()));
        view.put("intent", shares(summary.intent()));
        view.put("signals", shares(summary.signals()));
        view.put("forReview", summary.forReview());
        view.put("platform", shares(summary.platform()));
        view.put("language", shares(summary.language()));
        view.put("shareOfVoice", summary.voices().stream().map(BrandViews::voice).toList());
        return view;
    }

    static Map<String, Object> timeline(Timeline timeline) {
        Map<String, Object> view = range(timeline.brandId(), timeline.range());
        view.put("bucket", timeline.bucket().key());
        view.put("points", timeline.points().stream().map(BrandViews::point).toList());
        return view;
    }

    static Map<String, Object> range(String brandId, TimeRange range) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", brandId);
        view.put("from", range.from());
        view.put("to", range.to());
        return view;
    }

    private static Map<String, Object> corrected(CorrectedSentiment corrected) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("posts", corrected.posts());
        corrected
                .shares()
                .forEach(
                        (key, share) ->
                                view.put(
                                        key,
                                        ordered(
                                                "share",
                                                share.share(),
                                                "interval",
                                                List.of(
                                                        share.interval().low(),
                                                        share.interval().high()))));
        return view;
    }

    private static Map<String, Object> ordered(
            String one, Object first, String other, Object second) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(one, first);
        view.put(other, second);
        return view;
    }

    private static Map<String, Object> shares(Map<String, Share> shares) {
        Map<String, Object> view = new LinkedHashMap<>();
        shares.forEach(
                (key, share) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("count", share.count());
                    put(one, share);
                    view.put(key, one);
                });
        return view;
    }

    private static Map<String, Object> voice(BrandSummary.Voice voice) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", voice.brandId());
        view.put("name", voice.name());
        view.put("posts", voice.share().count());
        put(view, voice.share());
        return view;
    }

    /** Where nothing was counted there is neither share nor interval. */
    private static void put(Map<String, Object> view, Share share) {
        share.value().ifPresent(value -> view.put("share", value));
        share.interval().ifPresent(i -> view.put("interval", List.of(i.low(), i.high())));
    }

    private static Map<String, Object> point(Timeline.Point point) {
        Map<String, Object> view = new LinkedHashMap<>();
        WindowCounts counts = point.counts();
        view.put("start", point.start());
        view.put("posts", counts.posts());
        Map<String, Object> sentiment = new LinkedHashMap<>();
        for (SentimentLabel label : SentimentLabel.values()) {
            sentiment.put(label.key(), counts.sentiment(label));
        }
        view.put("sentiment", sentiment);
        Map<String, Object> emotion = new LinkedHashMap<>();
        for (Emotion each : Emotion.values()) {
            emotion.put(each.key(), counts.emotion(each));
        }
        view.put("emotion", emotion);
        Map<String, Object> intent = new LinkedHashMap<>();
        for (Intent each : Intent.values()) {
            intent.put(each.key(), counts.get("intent/" + each.key()));
        }
        view.put("intent", intent);
        view.put("ironic", counts.get("irony/yes"));
        view.put("forReview", counts.get("flagged"));
        return view;
    }
}

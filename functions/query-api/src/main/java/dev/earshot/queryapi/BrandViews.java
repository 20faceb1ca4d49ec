package dev.earshot.queryapi;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.query.BrandSummary;
import dev.earshot.core.query.Share;
import dev.earshot.core.query.TimeRange;
import dev.earshot.core.query.Timeline;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brands, and what is counted of them, as the API shows them. Stateless. */
final class BrandViews {
    /** The lists of terms of a brand, by the names of their fields. */
    static final List<String> TERMS =
            List.of(
                    "aliases",
                    "handles",
                    "hashtags",
                    "products",
                    "competitors",
                    "values",
                    "context",
                    "ambiguous");

    private BrandViews() {}

    static Map<String, Object> brand(Brand brand) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", brand.id());
        view.put("name", brand.name());
        view.put("aliases", brand.aliases());
        view.put("handles", brand.handles());
        view.put("hashtags", brand.hashtags());
        view.put("products", brand.products());
        view.put("competitors", brand.competitors());
        view.put("values", brand.values());
        view.put("context", brand.context());
        view.put("ambiguous", brand.ambiguous());
        return view;
    }

    static Map<String, Object> summary(BrandSummary summary) {
        Map<String, Object> view = range(summary.brandId(), summary.range());
        view.put("posts", summary.posts());
        view.put("sentiment", shares(summary.sentiment()));
        view.put("emotion", shares(summary.emotion()));
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

    private static Map<String, Object> shares(Map<String, Share> shares) {
        Map<String, Object> view = new LinkedHashMap<>();
        shares.forEach(
                (key, share) -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("count", share.count());
                    put(one, share);
                    view.put(key, one);
                });
        return view;
    }

    private static Map<String, @Nullable Object> voice(BrandSummary.Voice voice) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("brand", voice.brandId());
        view.put("name", voice.name());
        view.put("posts", voice.share().count());
        put(view, voice.share());
        return view;
    }

    private static void put(Map<String, @Nullable Object> view, Share share) {
        view.put("share", share.value().isPresent() ? share.value().getAsDouble() : null);
        view.put(
                "interval",
                share.interval()
                        .<@Nullable Object>map(i -> List.of(i.low(), i.high()))
                        .orElse(null));
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
        return view;
    }
}

package dev.earshot.core.count;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.post.Platform;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts of posts along several dimensions: a commutative group under {@link #plus}, so partial
 * counts may be added in any order and undone by {@link #negated}.
 *
 * <p>A post of the brand's own account counts as {@code own} and as nothing else.
 *
 * <p>Beside the label that is shown, a post that a model read counts once under its most probable
 * class, sure or not, with the model and the language. The classifier's confusion matrix is
 * measured on these classes, before abstention, so shares are corrected from them however many
 * posts get no label. Results of older versions that kept no model count as they did then, so that
 * removing one subtracts exactly what it added.
 *
 * @param counts dimension key to count, without zeros. Keys: {@code own}, {@code posts}, {@code
 *     reposts} of them, the counters {@code voice/} of {@link OpinionSketch} (which may be
 *     negative), {@code sentiment/<label>}, {@code emotion/<emotion>}, {@code platform/<platform>},
 *     {@code language/<tag>}, {@code product/<key>} and {@code hashtag/<key>} of {@link
 *     dev.earshot.core.brand.Subject}, {@code intent/<intent>}, {@code irony/<yes or no>}, {@code
 *     offensive/} and {@code hateful/} likewise, {@code flagged} for posts where either is yes, and
 *     {@code argmax/<model>@<revision>/<tag>/<label>}
 */
public record WindowCounts(Map<String, Long> counts) {
    /** Nothing counted. */
    public static final WindowCounts NONE = new WindowCounts(Map.of());

    public WindowCounts {
        var copy = new TreeMap<String, Long>();
        counts.forEach(
                (key, count) -> {
                    if (count != 0) {
                        copy.put(key, count);
                    }
                });
        counts = java.util.Collections.unmodifiableMap(copy);
    }

    /** What one analysed post contributes to the counts of one of its brands. */
    public static WindowCounts of(PostAnalysis post, String brandId) {
        if (post.isOwn(brandId)) {
            return new WindowCounts(Map.of("own", 1L));
        }
        var one = new TreeMap<String, Long>();
        one.put("posts", 1L);
        if (post.isRepost()) {
            one.put("reposts", 1L);
        }
        OpinionSketch.add(post, one);
        one.put("sentiment/" + post.label(brandId).key(), 1L);
        one.put("platform/" + post.id().platform().key(), 1L);
        one.put("language/" + post.reading().language(), 1L);
        post.context().subjects().stream()
                .filter(subject -> subject.brandId().equals(brandId))
                .forEach(subject -> one.put(subject.countKey(), 1L));
        post.emotion().ifPresent(emotion -> one.put("emotion/" + emotion.key(), 1L));
        if (post.reading() instanceof Reading.Read read) {
            heads(read.analysis(), one);
            read.model()
                    .flatMap(
                            model ->
                                    post.strongest(brandId)
                                            .map(label -> argmax(read, model, label)))
                    .ifPresent(key -> one.put(key, 1L));
        }
        return new WindowCounts(one);
    }

    private static void heads(TextAnalysis analysis, Map<String, Long> one) {
        analysis.intent()
                .flatMap(Intents::verdict)
                .ifPresent(intent -> one.put("intent/" + intent.key(), 1L));
        signal("irony/", analysis.irony(), one);
        signal("offensive/", analysis.offensive(), one);
        signal("hateful/", analysis.hateful(), one);
        if (analysis.flagged()) {
            one.put("flagged", 1L);
        }
    }

    private static void signal(String key, Optional<Signal> signal, Map<String, Long> one) {
        signal.filter(s -> s.state() != Signal.State.UNSURE)
                .ifPresent(s -> one.put(key + (s.raised() ? "yes" : "no"), 1L));
    }

    private static String argmax(Reading.Read read, ModelVersion model, SentimentLabel label) {
        return argmax(model.name(), model.revision(), read.language()) + label.key();
    }

    /** Prefix of the keys of a model's most probable classes in a language. */
    public static String argmax(String model, String revision, String language) {
        return "argmax/"
                + (model + "@" + revision).replace(' ', '_').replace('/', '_')
                + "/"
                + language
                + "/";
    }

    /** The sum of both. */
    public WindowCounts plus(WindowCounts other) {
        var sum = new TreeMap<>(counts);
        other.counts.forEach((key, count) -> sum.merge(key, count, Math::addExact));
        return new WindowCounts(sum);
    }

    /** The counts that undo these. */
    public WindowCounts negated() {
        var opposite = new TreeMap<String, Long>();
        counts.forEach((key, count) -> opposite.put(key, -count));
        return new WindowCounts(opposite);
    }

    /** The count under a key, 0 if absent. */
    public long get(String key) {
        return counts.getOrDefault(key, 0L);
    }

    /** Posts of the brand's own accounts, which are among none of the others. */
    public long own() {
        return get("own");
    }

    /** All posts but those of the brand's own accounts. */
    public long posts() {
        return get("posts");
    }

    /** Posts that repeat another one. */
    public long reposts() {
        return get("reposts");
    }

    /** Posts with that verdict. */
    public long sentiment(SentimentLabel label) {
        return get("sentiment/" + label.key());
    }

    /** Posts with that strongest emotion. */
    public long emotion(Emotion emotion) {
        return get("emotion/" + emotion.key());
    }

    /** Posts on that platform. */
    public long platform(Platform platform) {
        return get("platform/" + platform.key());
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }
}

package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.score.ScoreTable;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * One author in a few numbers. The population is fitted to summaries, so scoring one author does
 * not require reading the posts of others. Under 1 KB, and simple enough to store as a map.
 *
 * @param measures values by {@link Measure} key; only known ones, all finite
 * @param topics mean topic sketch of the author's original posts
 */
public record AuthorSummary(
        AuthorRef author, Platform platform, Map<String, Double> measures, TopicSketch topics) {
    public AuthorSummary {
        var copy = new TreeMap<String, Double>();
        measures.forEach(
                (key, value) -> {
                    if (Double.isFinite(value)) {
                        copy.put(key, value);
                    }
                });
        measures = Collections.unmodifiableMap(copy);
    }

    /** Summarises a history as of a given time. */
    public static AuthorSummary of(
            AuthorHistory history,
            Map<AuthorRef, Account> engagers,
            ScoreTable table,
            Instant asOf) {
        return Summaries.summarise(history, engagers, table, asOf);
    }

    public OptionalDouble measure(Measure measure) {
        Double value = measures.get(measure.key());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public double measure(Measure measure, double otherwise) {
        return measure(measure).orElse(otherwise);
    }
}

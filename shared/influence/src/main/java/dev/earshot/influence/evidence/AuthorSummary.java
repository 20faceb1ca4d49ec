package dev.earshot.influence.evidence;

import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.score.Constants;
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
 * @param author a digest of the pseudonym, so that a summary names nobody
 * @param language primary BCP-47 tag of most of the original posts; empty if unknown
 * @param measures values by {@link Measure} key; only known ones, all finite
 * @param brands share of the original posts that mention a brand, by its id; only above 0
 * @param topics mean topic sketch of the author's original posts
 */
public record AuthorSummary(
        AuthorRef author,
        Platform platform,
        String language,
        Map<String, Double> measures,
        Map<String, Double> brands,
        TopicSketch topics) {
    public AuthorSummary {
        var copy = new TreeMap<String, Double>();
        measures.forEach(
                (key, value) -> {
                    if (Double.isFinite(value)) {
                        copy.put(key, value);
                    }
                });
        measures = Collections.unmodifiableMap(copy);
        brands = Collections.unmodifiableMap(new TreeMap<>(brands));
    }

    /** Summarises a history as of a given time. */
    public static AuthorSummary of(
            AuthorHistory history,
            Map<AuthorRef, Account> engagers,
            ScoreTable table,
            Instant asOf) {
        return Summaries.summarise(history, engagers, table, asOf);
    }

    /**
     * The digest under which an author appears in everything that is kept about others. The product
     * and every comparison use this one form, or an author would be its own peer.
     */
    public static AuthorRef anonymous(AuthorRef author) {
        return new AuthorRef(ErasureMark.of(author).digest() + "00000000");
    }

    public OptionalDouble measure(Measure measure) {
        Double value = measures.get(measure.key());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public double measure(Measure measure, double otherwise) {
        return measure(measure).orElse(otherwise);
    }

    /**
     * Whether the account acts as a creator: it publishes regularly, to an audience. Customers who
     * post now and then are no peers of one who does.
     */
    public boolean isCreator() {
        double followers = measure(Measure.FOLLOWERS, Constants.CREATOR_LOG_FOLLOWERS);
        double responses = measure(Measure.LIKES, 0) + measure(Measure.STATED_RESPONSES, 0);
        return measure(Measure.POSTS, 0) >= Constants.CREATOR_POSTS
                && followers >= Constants.CREATOR_LOG_FOLLOWERS
                && responses > 0;
    }
}

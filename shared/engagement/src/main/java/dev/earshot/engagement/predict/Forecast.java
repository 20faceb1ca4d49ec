package dev.earshot.engagement.predict;

import java.util.List;

/**
 * What a planned post may come to.
 *
 * @param quantiles of log(1 + responses)
 * @param usual the median of the account's last 10 posts, in responses
 * @param movers parts of the post that move the prediction most, by leaving each out; greatest
 *     first
 * @param extrapolates why the past says little about this post; empty where it does
 */
public record Forecast(
        Quantiles quantiles, double usual, List<Mover> movers, List<String> extrapolates) {
    public Forecast {
        movers = List.copyOf(movers);
        extrapolates = List.copyOf(extrapolates);
    }

    /** What kind of thing a part is. */
    public enum Kind {
        /** A word, or where it is a long text a sentence. */
        TEXT,
        /** Its picture or clip. */
        FORM,
        /** Its hour, compared with any. */
        HOUR
    }

    /**
     * A part of the planned post.
     *
     * @param effect factor on the responses that the part makes, 1 for none
     */
    public record Mover(Kind kind, String part, double effect) {}
}

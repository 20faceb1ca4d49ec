package dev.earshot.influence.score;

import dev.earshot.core.Checks;
import dev.earshot.core.post.PostId;

import java.util.List;
import java.util.Locale;

/**
 * One of the parts of a score.
 *
 * @param value 0 to 100; 50 is the middle of the peers
 * @param low lower end of the 90 % interval, at most {@code value}
 * @param high upper end, at least {@code value}
 * @param weight in the total, 0 to 1; 0 for one without evidence, or one that is shown as
 *     information alone
 * @param reasons in plain words, the most important first; the first one summarises
 * @param evidence posts to look at, the most important first
 */
public record Component(
        Name name,
        double value,
        double low,
        double high,
        double weight,
        List<String> reasons,
        List<PostId> evidence) {
    /** The components, in display order. */
    public enum Name {
        ENGAGEMENT,
        AUDIENCE,
        ALIGNMENT,
        STANCE,
        AUTHENTICITY,
        IMPACT,
        AUTHORITY;

        /** The lower-case name used in keys and JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Component {
        Checks.inRange("value", value, 0, 100);
        Checks.inRange("low", low, 0, value);
        Checks.inRange("high", high, value, 100);
        Checks.inRange("weight", weight, 0, 1);
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }

    /**
     * A component without evidence: at the middle of the peers, anywhere among them, and without
     * weight. The total's interval is as wide as if it could be either end.
     */
    public static Component unknown(Name name, String reason) {
        return new Component(name, 50, 5, 95, 0, List.of(reason), List.of());
    }
}

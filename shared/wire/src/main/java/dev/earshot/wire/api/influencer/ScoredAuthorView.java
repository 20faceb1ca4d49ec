package dev.earshot.wire.api.influencer;

import dev.earshot.core.post.Platform;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One author's score for a brand, taken apart. Scores and values are 0 to 100; an interval is the
 * lower and upper end of the 90 % interval.
 *
 * @param author pseudonym
 * @param brand its id
 * @param audience accounts that are known to have reacted
 * @param posts that the score rests on
 * @param reason in plain words
 * @param caveats what to keep in mind
 * @param history newest first
 * @param change what moved since the last score before this one; empty where there is none
 * @param profile empty for one who does not act as a creator
 * @param cost where a price is given and anybody was reached
 * @param asOf when it was scored
 * @param table version of the table of weights
 */
public record ScoredAuthorView(
        String author,
        Platform platform,
        String brand,
        OptionalLong followers,
        int audience,
        int posts,
        double score,
        List<Double> interval,
        String reason,
        List<ComponentView> components,
        List<String> caveats,
        List<TopicView> topics,
        List<EarlierScore> history,
        Optional<ScoreChangeView> change,
        Optional<ProfileView> profile,
        Optional<ProfileView.Cost> cost,
        Instant asOf,
        String table) {
    public ScoredAuthorView {
        components = List.copyOf(components);
        caveats = List.copyOf(caveats);
        topics = List.copyOf(topics);
        history = List.copyOf(history);
    }

    /**
     * One part of the score.
     *
     * @param weight exponent in the total, 0 to 1
     * @param reasons in plain words, the weightiest first
     * @param evidence posts to look at, the weightiest first
     */
    public record ComponentView(
            String name,
            double value,
            List<Double> interval,
            double weight,
            List<String> reasons,
            List<Evidence> evidence) {}

    /** A post to look at. */
    public record Evidence(Platform platform, String id) {}

    /** The score on one topic. */
    public record TopicView(String topic, double score, List<Double> interval, String reason) {}

    /**
     * The score at another time.
     *
     * @param components values by name, in the order in which components are shown
     */
    public record EarlierScore(
            Instant asOf, double score, List<Double> interval, Map<String, Double> components) {
        public EarlierScore {
            components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        }
    }

    /**
     * Why the score moved.
     *
     * @param since when the earlier score was made
     * @param points the later score less the earlier
     * @param parts one a component, the largest movement first; they sum to {@code points}
     */
    public record ScoreChangeView(Instant since, double points, List<Part> parts) {}

    /**
     * One component's part in a change.
     *
     * @param points by how many points of the score it moved it
     * @param before the component's value in the earlier score
     * @param after its value in the later
     */
    public record Part(
            String component, double points, double before, double after, String reason) {}
}

package dev.earshot.influence.score;

import dev.earshot.influence.profile.CreatorProfile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One author's score for one brand, with the other data that a leaderboard shows.
 *
 * @param score for the brand as a whole
 * @param followers as last seen
 * @param topics scores for single topics of the brand on which the author publishes
 * @param profile empty for somebody who does not act as a creator
 */
public record ScoredAuthor(
        InfluencerScore score,
        OptionalLong followers,
        List<OnTopic> topics,
        Optional<CreatorProfile> profile) {
    public ScoredAuthor {
        topics = List.copyOf(topics);
    }

    /** The score of one who is no creator. */
    public ScoredAuthor(InfluencerScore score, OptionalLong followers, List<OnTopic> topics) {
        this(score, followers, topics, Optional.empty());
    }

    /**
     * The score with the author's standing on one topic instead of that on the brand as a whole.
     *
     * @param topic a hashtag, lower case
     */
    public record OnTopic(String topic, double score, double low, double high, String reason) {}
}

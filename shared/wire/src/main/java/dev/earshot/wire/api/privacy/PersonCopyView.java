package dev.earshot.wire.api.privacy;

import dev.earshot.wire.api.PostWithText;

import java.time.Instant;
import java.util.List;

/**
 * What is held of a person.
 *
 * @param person a digest that tells nothing to who does not know the account
 * @param posts with what was read from them, and their texts while these are kept
 * @param scores the influencer scores, one a brand
 */
public record PersonCopyView(
        String person, Instant at, List<PostWithText> posts, List<Score> scores) {
    public PersonCopyView {
        posts = List.copyOf(posts);
        scores = List.copyOf(scores);
    }

    /**
     * An influencer score.
     *
     * @param score 0 to 100; 50 is the middle of the peers
     * @param low where its 90 % interval begins
     * @param high where it ends
     * @param posts how many posts it rests on
     * @param asOf when it was computed
     */
    public record Score(
            String brand, double score, double low, double high, int posts, Instant asOf) {}
}

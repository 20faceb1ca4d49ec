package dev.earshot.trends.topic;

import dev.earshot.core.post.PostId;
import dev.earshot.trends.why.Traits.Mark;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What many people have begun to talk about.
 *
 * @param id the same from its beginning to its end within a brand
 * @param marks terms, pairs of terms, hashtags and links that it is told by, the strongest first
 * @param start beginning of the first bucket in which it stood out
 * @param last beginning of the last bucket with a post about it
 * @param peak beginning of its largest bucket
 * @param posts about it, as far as known: copies of one text count once, and so do the posts that
 *     one account writes in one bucket
 * @param expected how many posts with these marks were expected in that time, more than 0
 * @param authors distinct accounts, estimated beyond some hundred
 * @param recent posts in the last half hour
 * @param before posts in the half hour before that
 * @param evidence the e-value at its largest, at most 1e300
 * @param moods posts by how they feel about the brand, by the sentiment's key; empty where no model
 *     has read them
 * @param examples posts about it, no two copies of one text; some may be gone by now
 * @param version 1 when it began, one more with each change of an episode
 */
public record Topic(
        String id,
        List<Mark> marks,
        Strength strength,
        Instant start,
        Instant last,
        Instant peak,
        double posts,
        double expected,
        long authors,
        double recent,
        double before,
        double evidence,
        Map<String, Long> moods,
        List<PostId> examples,
        int version) {
    /** So many examples are shown. */
    public static final int EXAMPLES = 3;

    /** At most this many marks make the label. */
    private static final int LABELLED = 3;

    public Topic {
        marks = List.copyOf(marks);
        moods = Map.copyOf(moods);
        examples = List.copyOf(examples);
    }

    /** What it is called: its strongest marks. */
    public String label() {
        return String.join(
                ", ", marks.stream().limit(LABELLED).map(TopicMarks::shown).distinct().toList());
    }
}

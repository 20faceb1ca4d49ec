package dev.earshot.usecase.trend;

import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Why;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains episodes from the stored posts: the newest {@value #MOST_DURING} of the episode and the
 * {@value #MOST_BEFORE} before it, so that what it costs does not grow with a flood. Thread-safe.
 */
public final class StoredReasons implements TrackTrends.Reasons {
    private static final int MOST_DURING = 500;
    private static final int MOST_BEFORE = 300;
    private static final Duration BEFORE = Duration.ofDays(7);

    private final StoredTraits posts;

    /**
     * @param posts the stored posts
     */
    public StoredReasons(StoredTraits posts) {
        this.posts = posts;
    }

    @Override
    public Explanation of(Episode episode, Instant until) {
        Instant start = episode.start();
        List<Traits> all = new ArrayList<>(read(episode, start, until, MOST_DURING));
        all.addAll(read(episode, start.minus(BEFORE), start, MOST_BEFORE));
        return Why.of(episode, until, all);
    }

    private List<Traits> read(Episode episode, Instant from, Instant to, int most) {
        return posts.read(episode.workspace(), episode.brand(), from, to, most);
    }
}

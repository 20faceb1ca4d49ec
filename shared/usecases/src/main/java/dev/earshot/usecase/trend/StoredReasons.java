package dev.earshot.usecase.trend;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Why;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Explains episodes from the stored posts: the newest {@value #MOST_DURING} of the episode and the
 * {@value #MOST_BEFORE} before it, so that what it costs does not grow with a flood. Thread-safe.
 */
public final class StoredReasons implements TrackTrends.Reasons {
    private static final int MOST_DURING = 500;
    private static final int MOST_BEFORE = 300;
    private static final int PAGE = 100;
    private static final Duration BEFORE = Duration.ofDays(7);

    private final AnalysisStore posts;

    /**
     * @param posts the stored posts
     */
    public StoredReasons(AnalysisStore posts) {
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
        List<Traits> traits = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        while (traits.size() < most) {
            List<PostAnalysis> page =
                    posts.brandPosts(
                            new BrandPosts(
                                    episode.workspace(),
                                    episode.brand(),
                                    Optional.empty(),
                                    PostTraits.ANY,
                                    from,
                                    to,
                                    after,
                                    PAGE));
            page.forEach(post -> traits.add(Traits.of(post, episode.brand())));
            if (page.size() < PAGE) {
                break;
            }
            PostAnalysis last = page.getLast();
            after = Optional.of(new Position(last.createdAt(), last.id()));
        }
        return traits;
    }
}

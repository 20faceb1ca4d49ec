package dev.earshot.usecase.scoring;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.core.store.MediaResults;
import dev.earshot.influence.RateEstimate;
import dev.earshot.influence.score.ScoredAuthor;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workspace in memory, without any store, scored by the very classes that score a stored one.
 * Immutable, thread-safe.
 */
public final class OfflineWorkspace {
    private final WorkspaceActivity activity;
    private final AuthorScoring scoring;

    private OfflineWorkspace(WorkspaceActivity activity, AuthorScoring scoring) {
        this.activity = activity;
        this.scoring = scoring;
    }

    /** A workspace of these posts, as of the end of the day of {@code now}. */
    public static OfflineWorkspace of(
            Collection<AuthorPost> posts, BrandCatalogue brands, Instant now) {
        var pictures = new Pictures(new WorkspaceId("offline"), new NoMedia());
        List<Entry> entries = posts.stream().<Entry>map(post -> new Entry.Post(post, now)).toList();
        WorkspaceActivity activity = WorkspaceActivity.of(entries, Set.of(), pictures);
        DailyBaseline baseline = DailyBaseline.of("offline", now, brands, activity);
        return new OfflineWorkspace(activity, new AuthorScoring(activity, baseline, brands));
    }

    /** All scores, highest first. */
    public List<ScoredAuthor> scores() {
        return activity.authors().parallelStream()
                .flatMap(author -> scoring.score(author).stream())
                .sorted(
                        Comparator.comparingDouble((ScoredAuthor s) -> -s.score().score())
                                .thenComparing(s -> s.score().author().pseudonym())
                                .thenComparing(s -> s.score().brandId()))
                .toList();
    }

    /** An author's scores, one a brand. */
    public List<ScoredAuthor> scores(AuthorRef author) {
        return scoring.score(author);
    }

    /** An author's response rate; empty without posts, or where their exposure is unknown. */
    public Optional<RateEstimate> rate(AuthorRef author) {
        return activity.posts(author).isEmpty() ? Optional.empty() : scoring.rate(author);
    }

    private static final class NoMedia implements MediaResults {
        @Override
        public boolean put(MediaAnalysis analysis) {
            return false;
        }

        @Override
        public void delete(WorkspaceId workspace, String key, String version) {}

        @Override
        public Optional<MediaAnalysis> get(WorkspaceId workspace, String key) {
            return Optional.empty();
        }
    }
}

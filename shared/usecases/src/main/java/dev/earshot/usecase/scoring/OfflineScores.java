package dev.earshot.usecase.scoring;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.core.store.MediaResults;
import dev.earshot.influence.score.ScoredAuthor;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scores authors from posts in memory, without any store. Stateless. */
public final class OfflineScores {
    private OfflineScores() {}

    /** All scores as of the end of the day of {@code now}, highest first. */
    public static List<ScoredAuthor> of(
            Collection<AuthorPost> posts, BrandCatalogue brands, Instant now) {
        var pictures = new Pictures(new WorkspaceId("offline"), new NoMedia());
        List<Entry> entries = posts.stream().<Entry>map(post -> new Entry.Post(post, now)).toList();
        WorkspaceActivity activity = WorkspaceActivity.of(entries, Set.of(), pictures);
        var evidence =
                new AuthorScoring(
                        activity, DailyBaseline.of("offline", now, brands, activity), brands);
        return activity.authors().stream()
                .flatMap(author -> evidence.score(author).stream())
                .sorted(
                        Comparator.comparingDouble((ScoredAuthor s) -> -s.score().score())
                                .thenComparing(s -> s.score().author().pseudonym()))
                .toList();
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

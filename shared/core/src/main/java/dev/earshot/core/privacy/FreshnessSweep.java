package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.PostScan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes posts that were not seen for as long as their platform allows ({@link
 * PlatformDuty#freshness}). A post that its source brings again counts as seen then; one that was
 * removed comes back when it is brought again, for nothing is kept of it, not even its id.
 * Thread-safe; failures surface as {@link dev.earshot.core.store.StoreException}, after which the
 * next sweep does the rest.
 */
public final class FreshnessSweep {
    private static final int PAGE = 500;

    /** Sweeps come daily, so a post goes a day early rather than late. */
    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

    private final PostScan scan;
    private final AnalysisStore posts;
    private final InstantSource clock;

    public FreshnessSweep(PostScan scan, AnalysisStore posts, InstantSource clock) {
        this.scan = scan;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * Sweeps one workspace.
     *
     * @return how many posts it removed
     */
    public int sweep(WorkspaceId workspace) {
        Map<Platform, Instant> oldest = oldest(clock.instant());
        int removed = 0;
        for (int part = 0; part < PostScan.PARTS; part++) {
            Optional<PostId> after = Optional.empty();
            do {
                PostScan.Page page = scan.part(workspace, part, after, PAGE);
                removed += remove(workspace, oldest, page.posts());
                after = page.next();
            } while (after.isPresent());
        }
        return removed;
    }

    private static Map<Platform, Instant> oldest(Instant now) {
        var oldest = new EnumMap<Platform, Instant>(Platform.class);
        for (PlatformDuty duty : PlatformDuty.all()) {
            duty.freshness()
                    .ifPresent(
                            time ->
                                    oldest.put(
                                            duty.platform(), now.minus(time).plus(BETWEEN_SWEEPS)));
        }
        return oldest;
    }

    private int remove(
            WorkspaceId workspace, Map<Platform, Instant> oldest, List<PostAnalysis> page) {
        List<PostChange> changes = new ArrayList<>();
        List<PostId> ids = new ArrayList<>();
        for (PostAnalysis post : page) {
            Instant limit = oldest.get(post.id().platform());
            if (limit != null && lastSeen(post).isBefore(limit)) {
                changes.add(new PostChange.Remove(post.id(), Instant.EPOCH));
                ids.add(post.id());
                ids.addAll(post.otherIds());
            }
        }
        if (!changes.isEmpty()) {
            posts.commit(workspace, changes);
            posts.forget(workspace, ids);
        }
        return changes.size();
    }

    /** When the platform last showed it: as it was read, or with newer counts. */
    private static Instant lastSeen(PostAnalysis post) {
        Instant seen = post.revision().observedAt();
        Instant counted = post.context().engagementSeenAt();
        return counted.isAfter(seen) ? counted : seen;
    }
}

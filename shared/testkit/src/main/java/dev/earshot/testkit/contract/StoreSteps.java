package dev.earshot.testkit.contract;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Steps shared by the contracts on stored posts. */
final class StoreSteps {
    static final WorkspaceId WORKSPACE = Posts.WORKSPACE;
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant REMOVED = Instant.parse("2026-03-05T00:00:00Z");

    private StoreSteps() {}

    static List<Effect> commit(AnalysisStore store, PostChange... changes) {
        return store.commit(WORKSPACE, List.of(changes));
    }

    static PostChange put(PostAnalysis post) {
        return new PostChange.Store(post);
    }

    static PostChange remove(PostId id) {
        return new PostChange.Remove(id, REMOVED);
    }

    /** A post about two brands, with a result of every head. */
    static PostAnalysis readWhole() {
        return Posts.post("1")
                .with(Posts.readWhole("acme", "zenith"))
                .about("acme", "zenith")
                .analysis();
    }

    static String[] brands(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "b" + i).toArray(String[]::new);
    }

    static WindowCounts total(AnalysisStore store, String brandId) {
        return store.counts(WORKSPACE, brandId, FROM, TO).stream()
                .map(CountDelta::counts)
                .reduce(WindowCounts.NONE, WindowCounts::plus);
    }

    static List<PostAnalysis> page(
            AnalysisStore store, String brandId, Optional<SentimentLabel> label, int limit) {
        return store.brandPosts(
                new BrandPosts(WORKSPACE, brandId, label, FROM, TO, Optional.empty(), limit));
    }
}

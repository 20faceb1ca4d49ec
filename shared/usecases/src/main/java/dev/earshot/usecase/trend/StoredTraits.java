package dev.earshot.usecase.trend;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;
import dev.earshot.core.store.TextVault;
import dev.earshot.trends.why.Traits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What stored posts are made of, their texts' words included as long as the texts are kept. Posts
 * of the brand's own accounts are left out. Thread-safe.
 */
public final class StoredTraits {
    private static final int PAGE = 100;

    /** Texts that are opened side by side. */
    private static final int AT_ONCE = 32;

    private final AnalysisStore posts;
    private final TextVault texts;

    public StoredTraits(AnalysisStore posts, TextVault texts) {
        this.posts = posts;
        this.texts = texts;
    }

    /** The newest {@code most} posts about a brand from {@code from} to {@code to}, exclusive. */
    List<Traits> read(WorkspaceId workspace, String brand, Instant from, Instant to, int most) {
        List<PostAnalysis> found = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        while (found.size() < most) {
            int limit = Math.min(PAGE, most - found.size());
            List<PostAnalysis> page =
                    posts.brandPosts(
                            new BrandPosts(
                                    workspace,
                                    brand,
                                    Optional.empty(),
                                    PostTraits.ANY,
                                    from,
                                    to,
                                    after,
                                    limit));
            found.addAll(page);
            if (page.size() < limit) {
                break;
            }
            PostAnalysis last = page.getLast();
            after = Optional.of(new Position(last.createdAt(), last.id()));
        }
        return traits(found.stream().filter(post -> !post.isOwn(brand)).toList(), brand);
    }

    private List<Traits> traits(List<PostAnalysis> found, String brand) {
        if (found.isEmpty()) {
            return List.of();
        }
        try (ExecutorService pool =
                Executors.newFixedThreadPool(
                        Math.min(AT_ONCE, found.size()), Thread.ofVirtual().factory())) {
            List<Future<Traits>> opening =
                    found.stream()
                            .map(post -> pool.submit(() -> Traits.of(post, brand, text(post))))
                            .toList();
            List<Traits> traits = new ArrayList<>();
            for (Future<Traits> one : opening) {
                traits.add(one.get());
            }
            return traits;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("a text could not be opened", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while texts were opened", e);
        }
    }

    private Optional<String> text(PostAnalysis post) {
        return post.text().flatMap(texts::open);
    }
}

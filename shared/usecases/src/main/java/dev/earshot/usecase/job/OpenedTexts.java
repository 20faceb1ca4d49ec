package dev.earshot.usecase.job;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Opens the texts of posts side by side. For one thread at a time; {@link #close} ends its own. */
final class OpenedTexts implements AutoCloseable {
    private static final int LANES = 8;

    private final TextVault texts;
    private final ExecutorService lanes =
            Executors.newFixedThreadPool(
                    LANES, Thread.ofPlatform().daemon().name("texts-", 0).factory());

    OpenedTexts(TextVault texts) {
        this.texts = texts;
    }

    /** The texts of posts, those that are kept, in order. */
    List<Optional<String>> of(List<PostAnalysis> posts) {
        List<Future<Optional<String>>> opening =
                posts.stream()
                        .map(post -> lanes.submit(() -> post.text().flatMap(texts::open)))
                        .toList();
        var opened = new ArrayList<Optional<String>>();
        try {
            for (Future<Optional<String>> each : opening) {
                opened.add(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("opening texts was interrupted", e);
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            switch (cause) {
                case Error error -> throw error;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new StoreException("opening texts failed", cause);
            }
        } finally {
            opening.forEach(future -> future.cancel(false));
        }
        return opened;
    }

    @Override
    public void close() {
        lanes.shutdown();
    }
}

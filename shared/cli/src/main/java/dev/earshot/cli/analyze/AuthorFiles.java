package dev.earshot.cli.analyze;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.privacy.PersonalData;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.usecase.post.PostsInMemory;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and analyses posts in files, and applies edits, duplicates and removals. Stateless. */
public final class AuthorFiles {
    private static final int BATCH = 1024;
    private static final int KEY_BYTES = 32;

    private AuthorFiles() {}

    /** The posts of the files by their authors; refused records are skipped. */
    public static List<AuthorPost> read(
            List<Path> files, TextReader reader, BrandCatalogue brands, InstantSource clock)
            throws IOException, InterruptedException {
        var queue = new BatchQueue();
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var pseudonymiser = new Pseudonymiser(key);
        Thread reading =
                Thread.ofPlatform()
                        .daemon()
                        .name("read")
                        .start(() -> readAll(files, pseudonymiser, queue, clock));
        var readings = new PostReadings(reader, PersonalData.masking("keep"), clock);
        var kept = new PostsInMemory(readings, BrandMatcher.of(brands));
        OwnAccounts own = OwnAccounts.of(Results.WORKSPACE, brands.brands(), pseudonymiser);
        try {
            for (List<InputItem> batch = queue.take(BATCH);
                    !batch.isEmpty();
                    batch = queue.take(BATCH)) {
                settle(batch, own, kept);
            }
        } finally {
            reading.interrupt();
        }
        return kept.authorPosts();
    }

    private static void settle(List<InputItem> batch, OwnAccounts own, PostsInMemory kept) {
        List<Post> posts = new ArrayList<>();
        for (InputItem item : batch) {
            if (item instanceof InputItem.Published published) {
                posts.add(own.marked(published.post()));
            }
        }
        kept.store(posts);
        for (InputItem item : batch) {
            if (item instanceof InputItem.Removed removed) {
                kept.remove(removed.event().id(), removed.event().at());
            }
        }
    }

    private static void readAll(
            List<Path> files, Pseudonymiser pseudonymiser, BatchQueue queue, InstantSource clock) {
        try {
            for (Path file : files) {
                try (InputFile input = InputFile.of(file.toString())) {
                    new FileReading(
                                    file.toString(),
                                    Optional.empty(),
                                    PostFiles.Hints.NONE,
                                    note -> {},
                                    pseudonymiser,
                                    queue,
                                    clock.instant())
                            .read(input);
                } catch (IOException e) {
                    queue.put(
                            new InputItem.Refused(
                                    file.toString(), "$", "can't be opened: " + e.getMessage()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.end();
        }
    }
}

package dev.earshot.cli.analyze;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads and analyses posts in files, and applies edits, duplicates and removals. What is left out
 * is told, with place and reason. Stateless.
 */
public final class AuthorFiles {
    private static final int BATCH = 1024;
    private static final int KEY_BYTES = 32;
    private static final int MAX_NOTES = 5;

    /** More followers than there are people: a fault of the file. */
    private static final long MAX_FOLLOWERS = 10_000_000_000L;

    private AuthorFiles() {}

    /**
     * What was read.
     *
     * @param names how the files call each author: the handle, else the id
     * @param notes what was left out or changed, in plain words
     */
    public record Read(List<AuthorPost> posts, Map<AuthorRef, String> names, List<String> notes) {
        public Read {
            posts = List.copyOf(posts);
            names = Map.copyOf(names);
            notes = List.copyOf(notes);
        }
    }

    /** The posts of the files by their authors. */
    public static Read read(
            List<Path> files, TextReader reader, BrandCatalogue brands, InstantSource clock)
            throws IOException, InterruptedException {
        var queue = new BatchQueue();
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Map<String, String> written = new ConcurrentHashMap<>();
        var pseudonymiser = new Pseudonymiser(key, written::putIfAbsent);
        Thread reading =
                Thread.ofPlatform()
                        .daemon()
                        .name("read")
                        .start(() -> readAll(files, pseudonymiser, queue, clock));
        var readings = new PostReadings(reader, PersonalData.masking("keep"), clock);
        var kept = new PostsInMemory(readings, BrandMatcher.of(brands));
        OwnAccounts own = OwnAccounts.of(Results.WORKSPACE, brands.brands(), pseudonymiser);
        var notes = new Notes(clock.instant());
        try {
            for (List<InputItem> batch = queue.take(BATCH);
                    !batch.isEmpty();
                    batch = queue.take(BATCH)) {
                settle(batch, own, kept, notes);
            }
        } finally {
            reading.interrupt();
        }
        List<AuthorPost> posts = kept.authorPosts();
        var names = new HashMap<AuthorRef, String>();
        for (AuthorPost post : posts) {
            Author author = post.author();
            String id = written.getOrDefault(author.ref().pseudonym(), author.ref().pseudonym());
            String name =
                    author.handle()
                            .map(handle -> written.get(handle.digest()))
                            .orElse(names.getOrDefault(author.ref(), id));
            names.put(author.ref(), name);
        }
        return new Read(posts, names, notes.lines());
    }

    private static void settle(
            List<InputItem> batch, OwnAccounts own, PostsInMemory kept, Notes notes) {
        List<Post> posts = new ArrayList<>();
        for (InputItem item : batch) {
            switch (item) {
                case InputItem.Published published ->
                        posts.add(own.marked(notes.checked(published.post())));
                case InputItem.Refused refused -> notes.refused(refused);
                case InputItem.Removed removed -> {}
                case InputItem.Irrelevant irrelevant -> {}
                case InputItem.Picture picture -> notes.ignored(picture.file());
                case InputItem.Video video -> notes.ignored(video.file());
            }
        }
        kept.store(posts);
        for (InputItem item : batch) {
            if (item instanceof InputItem.Removed removed) {
                kept.remove(removed.event().id(), removed.event().at());
            }
        }
    }

    /** What is to be told about the files. */
    private static final class Notes {
        private final Instant now;
        private final List<String> refused = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private int refusals;
        private int future;
        private int crowds;

        Notes(Instant now) {
            this.now = now;
        }

        void refused(InputItem.Refused item) {
            if (refusals++ < MAX_NOTES) {
                refused.add("left out: " + item.file() + " " + item.path() + ": " + item.reason());
            }
        }

        void ignored(String file) {
            others.add("left out: " + file + ": holds no posts");
        }

        Post checked(Post post) {
            if (post.createdAt().isAfter(now.plus(Duration.ofDays(1))) && future++ == 0) {
                others.add(
                        "dated in the future and counted as of now: "
                                + post.id()
                                + ", "
                                + post.createdAt());
            }
            long followers = post.author().map(a -> a.followers().orElse(0)).orElse(0L);
            if (followers <= MAX_FOLLOWERS) {
                return post;
            }
            if (crowds++ == 0) {
                others.add(
                        "more followers than there are people, taken as unknown: "
                                + post.id()
                                + ", "
                                + followers);
            }
            return post.by(post.author().map(Notes::withoutFollowers).orElseThrow());
        }

        private static Author withoutFollowers(Author author) {
            return new Author(
                    author.ref(),
                    OptionalLong.empty(),
                    author.following(),
                    author.posts(),
                    author.listed(),
                    author.verified(),
                    author.createdAt(),
                    author.handle(),
                    author.ownOf());
        }

        List<String> lines() {
            var lines = new ArrayList<>(refused);
            more(lines, refusals - refused.size(), "left out");
            lines.addAll(others);
            more(lines, future - 1, "dated in the future");
            more(lines, crowds - 1, "with impossible followers");
            return lines;
        }

        private static void more(List<String> lines, int count, String what) {
            if (count > 0) {
                lines.add("and " + count + " more " + what);
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

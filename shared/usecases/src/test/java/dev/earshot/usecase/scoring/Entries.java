package dev.earshot.usecase.scoring;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.store.InMemoryMediaResults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects authors' posts, added one by one. For one thread. */
final class Entries {
    static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private int next = 1_000;

    /** A post of an author about brands, written a minute before. */
    PostId post(int author, String... brands) {
        return post(author, NOW.minusSeconds(60), List.of(brands));
    }

    /** A post written at the given time. */
    PostId post(int author, Instant at, List<String> brands, Reference... references) {
        return post(Posts.account(Posts.author(author), 100L * author), at, at, brands, references);
    }

    /** A reply, a repost or a quote. */
    PostId response(int author, Reference.Kind kind, PostId target) {
        return post(author, NOW.minusSeconds(30), List.of(), new Reference(kind, target));
    }

    /** A post with all values given. */
    PostId post(
            Author author,
            Instant at,
            Instant storedAt,
            List<String> brands,
            Reference... references) {
        var post =
                Posts.sighted(
                        Posts.post("" + next++)
                                .at(at)
                                .about(brands.toArray(String[]::new))
                                .analysis(),
                        at,
                        Optional.of(author),
                        Posts.liked(5, 1),
                        references);
        entries.add(new Entry.Post(AuthorPost.of(post).orElseThrow(), storedAt));
        return post.id();
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    WorkspaceActivity activity(AuthorRef... objectors) {
        var marks = new HashSet<ErasureMark>();
        for (AuthorRef objector : objectors) {
            marks.add(ErasureMark.of(objector));
        }
        return WorkspaceActivity.of(
                entries,
                Set.copyOf(marks),
                new Pictures(new WorkspaceId("acme"), new InMemoryMediaResults()));
    }
}

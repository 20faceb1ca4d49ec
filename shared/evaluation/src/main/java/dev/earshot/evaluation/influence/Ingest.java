package dev.earshot.evaluation.influence;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.Revision;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.evaluation.influence.world.Law;
import dev.earshot.evaluation.influence.world.Moods;
import dev.earshot.evaluation.influence.world.RawPost;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.usecase.post.PostsInMemory;
import dev.earshot.usecase.scoring.OfflineWorkspace;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Takes a planted world the way that posts take: as a platform delivers them, through attribution,
 * reading and the ledger, to a workspace that the product's classes score. Only the text model is
 * replaced, since no model reads made-up words. Stateless.
 */
final class Ingest {
    static final Comparator<AuthorRef> BY_PSEUDONYM = Comparator.comparing(AuthorRef::pseudonym);

    private static final int BATCH = 1_024;

    private Ingest() {}

    /** The whole world, as of its end. */
    static OfflineWorkspace whole(World world) {
        return until(world, World.end());
    }

    /** What was posted before a moment, as of then. */
    static OfflineWorkspace until(World world, Instant end) {
        return OfflineWorkspace.of(posts(world, Instant.MIN, end), world.brands(), end);
    }

    /** What was posted from a moment on. */
    static OfflineWorkspace since(World world, Instant start) {
        return OfflineWorkspace.of(posts(world, start, Instant.MAX), world.brands(), World.end());
    }

    static Collection<AuthorPost> posts(World world, Instant from, Instant to) {
        var reader =
                new TextReader(
                        new Moods(),
                        (text, declared) -> new Language(declared.orElse("und"), 1),
                        Set.copyOf(world.law().languages()));
        var kept =
                new PostsInMemory(
                        new PostReadings(reader, World::end), BrandMatcher.of(world.brands()));
        List<Post> posts =
                world.posts().stream()
                        .filter(p -> !p.createdAt().isBefore(from) && p.createdAt().isBefore(to))
                        .map(Ingest::post)
                        .toList();
        for (int i = 0; i < posts.size(); i += BATCH) {
            kept.store(posts.subList(i, Math.min(posts.size(), i + BATCH)));
        }
        return kept.authorPosts();
    }

    private static Post post(RawPost raw) {
        Platform platform = raw.id().platform();
        return new Post(
                raw.id(),
                List.of(),
                new Revision(0, World.end(), raw.id().nativeId()),
                raw.createdAt(),
                raw.text(),
                Optional.of(raw.author().language()),
                Optional.of(author(raw, platform)),
                new Engagement(
                        OptionalLong.of(raw.likes()),
                        OptionalLong.of(raw.replies()),
                        known(Law.tellsReposts(platform), raw.reposts()),
                        OptionalLong.empty(),
                        known(Law.tellsViews(platform), raw.views())),
                raw.reference().stream().toList(),
                List.of(),
                List.of());
    }

    private static Author author(RawPost raw, Platform platform) {
        boolean described = raw.reference().isEmpty() || Law.describesEngagers(platform);
        boolean followers = Law.tellsFollowers(platform) && described;
        return new Author(
                raw.author().ref(),
                known(followers, raw.followers()),
                known(followers, raw.author().following()),
                known(described, raw.author().posts()),
                OptionalLong.empty(),
                Optional.empty(),
                described ? Optional.of(raw.author().createdAt()) : Optional.empty());
    }

    private static OptionalLong known(boolean told, long count) {
        return told && count >= 0 ? OptionalLong.of(count) : OptionalLong.empty();
    }
}

package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.directory.Creator;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.directory.DirectorySettings;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostEvent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lists the public creators among the authors of posts, in workspaces that keep a directory. That
 * one is off is believed for a minute, so that most posts cost no call. Thread-safe.
 */
public final class CreatorListing implements Sightings {
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final CreatorDirectory directory;
    private final InstantSource clock;
    private final Map<WorkspaceId, Instant> offUntil = new ConcurrentHashMap<>();

    public CreatorListing(CreatorDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Lists who published; repeating it changes nothing. */
    @Override
    public void published(WorkspaceId workspace, List<PostEvent> events) {
        List<Creator> creators =
                events.stream()
                        .filter(PostEvent.Published.class::isInstance)
                        .map(event -> ((PostEvent.Published) event).post())
                        .flatMap(post -> creator(post).stream())
                        .toList();
        if (!creators.isEmpty() && isOn(workspace)) {
            directory.list(workspace, creators);
        }
    }

    /** Forgets an account that is gone. */
    @Override
    public void gone(WorkspaceId workspace, AuthorRef author) {
        if (isOn(workspace)) {
            directory.forget(workspace, author);
        }
    }

    private boolean isOn(WorkspaceId workspace) {
        Instant now = clock.instant();
        Instant until = offUntil.get(workspace);
        if (until != null && now.isBefore(until)) {
            return false;
        }
        boolean on = directory.settings(workspace).on();
        if (on) {
            offUntil.remove(workspace);
        } else {
            offUntil.put(workspace, now.plus(BELIEVED));
        }
        return on;
    }

    private static Optional<Creator> creator(Post post) {
        Optional<Author> author =
                post.author()
                        .filter(
                                known ->
                                        known.followers().orElse(0)
                                                >= DirectorySettings.LEAST_FOLLOWERS);
        return post.profile()
                .flatMap(
                        profile ->
                                author.map(
                                        known ->
                                                new Creator(
                                                        known.ref(),
                                                        profile,
                                                        known.followers().orElse(0),
                                                        post.revision().observedAt())));
    }
}

package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;

import java.time.Instant;

/** An account as a platform would show it, before any attack. */
public record RawAccount(
        AuthorRef ref,
        Platform platform,
        String language,
        long followers,
        long following,
        long posts,
        Instant createdAt) {}

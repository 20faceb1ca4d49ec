package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.AuthorRef;

import java.time.Instant;

/** An account as a platform would show it, before any attack. */
public record RawAccount(
        AuthorRef ref,
        long followers,
        long following,
        long posts,
        Instant createdAt,
        String language) {}

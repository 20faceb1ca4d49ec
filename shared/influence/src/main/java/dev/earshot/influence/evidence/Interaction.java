package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;

import java.time.Instant;
import java.util.Optional;

/**
 * One account's public response to a stored post of another: a reply, a repost or a quote, which is
 * itself a stored post.
 *
 * @param response the post that responds
 * @param from who responds
 * @param to who wrote the target
 * @param target the post responded to
 * @param targetIsOriginal false where the target is itself a reply or a repost
 * @param at when the response was published
 * @param targetAt when the target was published
 * @param language BCP-47 tag of the response, {@code und} where unknown
 * @param comment of the response's words; empty for a repost
 */
public record Interaction(
        PostId response,
        AuthorRef from,
        AuthorRef to,
        PostId target,
        boolean targetIsOriginal,
        Reference.Kind kind,
        Instant at,
        Instant targetAt,
        String language,
        Optional<CommentSketch> comment) {}

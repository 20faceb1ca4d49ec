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
 * @param response the responding post
 * @param from author of the response
 * @param to author of the target
 * @param target the post that it responds to
 * @param targetIsOriginal false if the target is itself a reply or a repost
 * @param at publication time of the response
 * @param targetAt publication time of the target
 * @param language BCP-47 tag of the response, {@code und} if unknown
 * @param comment sketch of the response's words; empty for a repost
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

package dev.earshot.influence;

import dev.earshot.core.post.PostId;

/**
 * What one post is worth to a score.
 *
 * @param worth the score less the score without the post; negative for a post that harms
 */
public record Receipt(PostId post, double worth) {}

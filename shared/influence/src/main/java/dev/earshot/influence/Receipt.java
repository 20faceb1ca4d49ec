package dev.earshot.influence;

import dev.earshot.core.post.PostId;

/**
 * The contribution of one post to a score.
 *
 * @param worth the score minus the score without the post; negative for a post that lowers it
 */
public record Receipt(PostId post, double worth) {}

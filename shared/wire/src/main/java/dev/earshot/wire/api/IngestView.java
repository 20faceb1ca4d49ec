package dev.earshot.wire.api;

import dev.earshot.wire.json.FieldError;

import java.util.List;

/**
 * What became of the posts of one request.
 *
 * @param accepted posts that were queued
 * @param removed removals that were queued
 * @param ignored records that say nothing about a post
 * @param rejected the first records that can't be taken; an entry without a path counts the others
 */
public record IngestView(int accepted, int removed, int ignored, List<FieldError> rejected) {
    public IngestView {
        rejected = List.copyOf(rejected);
    }
}

package dev.earshot.collect.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A walk through a list from its newest post back, not yet at its end.
 *
 * @param cursor where its next page begins; empty for the first
 * @param floor posts before it are not asked for
 * @param top the newest post met, where the next walk ends
 * @param oldest the oldest post met
 * @param begunAt when it began: posts made later are the next walk's
 * @param pages how many were read
 */
public record Walk(
        Optional<String> cursor,
        Instant floor,
        Instant top,
        Instant oldest,
        Instant begunAt,
        int pages) {}

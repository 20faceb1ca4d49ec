package dev.earshot.engagement.segment;

import dev.earshot.core.Checks;

/**
 * A saved segment.
 *
 * @param id 1 to 64 of a-z 0-9 - _
 * @param brandId of whom the people spoke
 */
public record Segment(String id, String name, String brandId, SegmentRule rule) {
    public Segment {
        Checks.id("id", id);
        Checks.name("name", name, 120);
        Checks.name("brand", brandId, 64);
    }
}

package dev.earshot.engagement.segment;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

/**
 * A saved segment.
 *
 * @param id 1 to 64 of a-z 0-9 - _
 * @param brandId of whom the people spoke
 */
public record Segment(String id, String name, String brandId, SegmentRule rule) {
    public Segment {
        if (!id.matches("[a-z0-9][a-z0-9_-]{0,63}")) {
            throw new FieldException(
                    "id",
                    "must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got '"
                            + id
                            + "'");
        }
        Checks.name("name", name, 120);
        Checks.name("brand", brandId, 64);
    }
}

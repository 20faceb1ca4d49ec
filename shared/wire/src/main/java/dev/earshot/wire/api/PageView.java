package dev.earshot.wire.api;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param items what the API shows of each, or what {@link JsonWriter} has a shape for
 * @param next the cursor of the page after it; empty on the last
 */
public record PageView<T>(List<T> items, Optional<String> next) {
    public PageView {
        items = List.copyOf(items);
    }
}

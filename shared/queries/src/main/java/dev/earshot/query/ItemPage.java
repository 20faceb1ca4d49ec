package dev.earshot.query;

import java.util.List;
import java.util.Optional;

/** One page of a listing; {@code next} is the cursor of the page after it, empty on the last. */
public record ItemPage<T>(List<T> items, Optional<String> next) {
    public ItemPage {
        items = List.copyOf(items);
    }
}

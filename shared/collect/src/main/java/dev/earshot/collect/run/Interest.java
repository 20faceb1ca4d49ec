package dev.earshot.collect.run;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Page;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;

import java.util.List;
import java.util.function.Predicate;

/** Chooses what of a page is sent on. Thread-safe. */
@FunctionalInterface
public interface Interest {
    /**
     * Those of some items of a page that concern one of the brands, in order.
     *
     * @param sent whether the post or account that an item is about was sent on lately
     */
    List<Item> wanted(
            WorkspaceId workspace,
            List<Brand> brands,
            String format,
            Page page,
            List<Item> items,
            Predicate<Item> sent);
}

package dev.earshot.platforms.filter;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.run.Interest;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.reading.brand.BrandMatcher;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps posts that name a brand, by the very matcher that attributes posts to brands, and removals
 * of what was sent on or is stored. What can't be read is kept if a brand is named anywhere in it,
 * so that it is parked where it is read. Thread-safe.
 */
public final class BrandFilter implements Interest {
    private final PostDecoder decoder;
    private final Known known;
    private final InstantSource clock;

    public BrandFilter(PostDecoder decoder, Known known, InstantSource clock) {
        this.decoder = decoder;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public List<Item> wanted(
            WorkspaceId workspace,
            List<Brand> brands,
            String format,
            Page page,
            List<Item> items,
            Predicate<Item> sent) {
        // Competitors are watched by names of their own; here only the source's brands count.
        Set<String> ids = new HashSet<>();
        brands.forEach(brand -> ids.add(brand.id()));
        BrandMatcher matcher = BrandMatcher.of(new BrandCatalogue(1, brands));
        boolean[] wanted = new boolean[items.size()];
        Map<PostId, List<Integer>> removals = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            Item item = items.get(i);
            for (Decoded record : decoded(workspace, format, page, item)) {
                switch (record) {
                    case Decoded.Event(PostEvent.Published(Post post)) ->
                            wanted[i] |= names(matcher, post, ids);
                    case Decoded.Event(PostEvent.Removed removed) ->
                            removals.computeIfAbsent(removed.id(), id -> new ArrayList<>()).add(i);
                    case Decoded.AuthorGone gone ->
                            wanted[i] |= sent.test(item) || known.author(workspace, gone.author());
                    case Decoded.AuthorBack back ->
                            wanted[i] |= sent.test(item) || known.ended(workspace, back.author());
                    case Decoded.Rejected refused -> wanted[i] |= names(matcher, item.json(), ids);
                    case Decoded.Irrelevant nothing -> {}
                }
            }
        }
        Set<String> here = new HashSet<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                here.add(items.get(i).post());
            }
        }
        Set<PostId> asked = new HashSet<>();
        removals.forEach(
                (id, places) -> {
                    for (int place : places) {
                        Item item = items.get(place);
                        if (here.contains(item.post()) || sent.test(item)) {
                            wanted[place] = true;
                        } else {
                            asked.add(id);
                        }
                    }
                });
        for (PostId id : asked.isEmpty() ? Set.<PostId>of() : known.posts(workspace, asked)) {
            removals.getOrDefault(id, List.of()).forEach(place -> wanted[place] = true);
        }
        List<Item> kept = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                kept.add(items.get(i));
            }
        }
        return kept;
    }

    private List<Decoded> decoded(WorkspaceId workspace, String format, Page page, Item item) {
        return decoder.decode(
                new PostMessage(
                        item.key(),
                        workspace,
                        Optional.of(format),
                        page.before() + item.json() + page.after(),
                        clock.instant()));
    }

    private static boolean names(BrandMatcher matcher, Post post, Set<String> ids) {
        String beside = String.join("\n", post.context().stream().map(Passage::text).toList());
        return names(matcher, post.text(), ids) || names(matcher, beside, ids);
    }

    private static boolean names(BrandMatcher matcher, String text, Set<String> ids) {
        return matcher.brands(text).stream().anyMatch(ids::contains);
    }
}

package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.MentionDecision;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.PostScan;
import dev.earshot.core.store.TextVault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which stored posts a changed brand would gain and lose, before it is saved: their texts are
 * matched with the changed brand among the workspace's others and compared with the brands that
 * they were stored with. Nothing is read by a model and nothing is written.
 *
 * <p>The posts are those whose text is still kept. They are gone through in the store's order, a
 * bounded number and time at once; a {@link Place} continues where a page ended, and posts that are
 * stored meanwhile may be seen or not. Thread-safe.
 */
public final class BrandPreview {
    /** Texts are opened in groups of this many, between looks at the clock. */
    private static final int GROUP = 20;

    private final PostScan posts;
    private final TextVault texts;
    private final BrandStore brands;
    private final InstantSource clock;

    public BrandPreview(PostScan posts, TextVault texts, BrandStore brands, InstantSource clock) {
        this.posts = posts;
        this.texts = texts;
        this.brands = brands;
        this.clock = clock;
    }

    /**
     * Where to go on.
     *
     * @param part part of the posts, 0 to {@link PostScan#PARTS} - 1
     * @param after the last post that was seen of it; empty for none
     */
    public record Place(int part, Optional<PostId> after) {
        /** Before the first post. */
        public static final Place START = new Place(0, Optional.empty());

        public Place {
            if (part < 0 || part >= PostScan.PARTS) {
                throw new IllegalArgumentException(
                        "part must be 0 to " + (PostScan.PARTS - 1) + ", got " + part);
            }
        }
    }

    /**
     * A post that would be gained or lost.
     *
     * @param text its text
     * @param decisions where terms of the changed brand stand in it, and why they count or not
     */
    public record Change(PostAnalysis post, String text, List<MentionDecision> decisions) {
        public Change {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * What was found.
     *
     * @param matched how many posts were compared
     * @param expired how many could not be, since their texts are no longer kept
     * @param next where to go on; empty at the end
     */
    public record Page(
            int matched,
            int expired,
            List<Change> gained,
            List<Change> lost,
            Optional<Place> next) {
        public Page {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }
    }

    /**
     * Compares posts until so many have been seen or the time is over.
     *
     * @param limit posts to see, at least 1
     * @param time how long to go on; the page may take a group longer
     */
    public Page page(WorkspaceId workspace, Brand changed, Place from, int limit, Duration time) {
        var going = new Going(changed, catalogue(workspace, changed));
        Instant until = clock.instant().plus(time);
        Optional<Place> place = Optional.of(from);
        int left = limit;
        while (place.isPresent() && left > 0 && clock.instant().isBefore(until)) {
            Place now = place.get();
            PostScan.Page page =
                    posts.part(workspace, now.part(), now.after(), Math.min(GROUP, left));
            page.posts().forEach(going::compare);
            left -= page.posts().size();
            place = next(now, page);
        }
        return going.page(place);
    }

    private static Optional<Place> next(Place now, PostScan.Page page) {
        if (page.next().isPresent()) {
            return Optional.of(new Place(now.part(), page.next()));
        }
        return now.part() + 1 < PostScan.PARTS
                ? Optional.of(new Place(now.part() + 1, Optional.empty()))
                : Optional.empty();
    }

    private BrandCatalogue catalogue(WorkspaceId workspace, Brand changed) {
        BrandCatalogue known = brands.catalogue(workspace);
        List<Brand> all = new ArrayList<>(known.brands());
        all.removeIf(brand -> brand.id().equals(changed.id()));
        all.add(changed);
        return new BrandCatalogue(known.version(), all);
    }

    /** One page under way. Not thread-safe. */
    private final class Going {
        private final String brandId;
        private final Rematch rematch;
        private final List<Change> gained = new ArrayList<>();
        private final List<Change> lost = new ArrayList<>();
        private int matched;
        private int expired;

        Going(Brand changed, BrandCatalogue catalogue) {
            this.brandId = changed.id();
            this.rematch = Rematch.of(catalogue, OwnAccounts.NONE, brandId);
        }

        private void compare(PostAnalysis post) {
            Optional<String> text = post.text().flatMap(texts::open);
            if (text.isEmpty()) {
                expired += post.text().isPresent() ? 1 : 0;
                return;
            }
            matched++;
            boolean does = post.brands().contains(brandId);
            boolean would =
                    rematch.change(post, text)
                            .map(change -> change.named().contains(brandId))
                            .orElse(does);
            if (would != does) {
                List<MentionDecision> decisions =
                        rematch.matcher().decisions(text.get()).stream()
                                .filter(each -> each.mention().brandId().equals(brandId))
                                .toList();
                (would ? gained : lost).add(new Change(post, text.get(), decisions));
            }
        }

        Page page(Optional<Place> next) {
            return new Page(matched, expired, gained, lost, next);
        }
    }
}

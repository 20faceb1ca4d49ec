package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.brand.MentionDecision;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.TextVault;
import dev.earshot.reading.brand.BrandMatcher;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which stored posts a changed brand would gain and lose, before it is saved: their texts are
 * matched with the changed brand among the workspace's others and compared with the brands that
 * they were stored with. Nothing is read by a model and nothing is written.
 *
 * <p>The posts are those that have an author and a text that is still kept. They are gone through
 * by author, a bounded number and time at once; a {@link Place} continues where a page ended, and
 * posts that are stored meanwhile may be seen or not. Thread-safe.
 */
public final class BrandPreview {
    /** Texts are opened in groups of this many, between looks at the clock. */
    private static final int GROUP = 20;

    private static final Comparator<AuthorPost> ORDER =
            Comparator.comparing((AuthorPost post) -> post.author().ref().pseudonym())
                    .thenComparing(AuthorPost::createdAt)
                    .thenComparing(post -> post.id().toString());

    private final AuthorPosts authors;
    private final AnalysisStore posts;
    private final TextVault texts;
    private final BrandStore brands;
    private final InstantSource clock;

    public BrandPreview(
            AuthorPosts authors,
            AnalysisStore posts,
            TextVault texts,
            BrandStore brands,
            InstantSource clock) {
        this.authors = authors;
        this.posts = posts;
        this.texts = texts;
        this.brands = brands;
        this.clock = clock;
    }

    /**
     * Where to go on.
     *
     * @param part part of the authors, 0 to 255
     * @param after the last post that was seen of it; empty for none
     */
    public record Place(int part, String after) {
        /** Before the first post. */
        public static final Place START = new Place(0, "");

        /**
         * A place as it was once given.
         *
         * @throws IllegalArgumentException if it can't be one
         */
        public static Place of(int part, String after) {
            if (!after.isEmpty() && !after.matches("\\S+ \\S+ \\S.*")) {
                throw new IllegalArgumentException("after must name a post, got " + after);
            }
            return new Place(part, after);
        }

        public Place {
            if (part < 0 || part >= AuthorPosts.PARTS) {
                throw new IllegalArgumentException(
                        "part must be 0 to " + (AuthorPosts.PARTS - 1) + ", got " + part);
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
        var going = new Going(workspace, changed, clock.instant().plus(time), limit);
        Place place = from;
        while (true) {
            String after = going.part(place);
            if (after != null) {
                return going.page(Optional.of(new Place(place.part(), after)));
            }
            if (place.part() + 1 == AuthorPosts.PARTS) {
                return going.page(Optional.empty());
            }
            place = new Place(place.part() + 1, "");
        }
    }

    private BrandCatalogue catalogue(WorkspaceId workspace, Brand changed) {
        BrandCatalogue known = brands.catalogue(workspace);
        List<Brand> all = new ArrayList<>(known.brands());
        all.removeIf(brand -> brand.id().equals(changed.id()));
        all.add(changed);
        return new BrandCatalogue(known.version(), all);
    }

    private static String key(AuthorPost post) {
        return post.author().ref().pseudonym() + " " + post.createdAt() + " " + post.id();
    }

    /** One page under way. */
    private final class Going {
        private final WorkspaceId workspace;
        private final String brandId;
        private final BrandMatcher matcher;
        private final Instant until;
        private final List<Change> gained = new ArrayList<>();
        private final List<Change> lost = new ArrayList<>();
        private int left;
        private int matched;
        private int expired;

        Going(WorkspaceId workspace, Brand changed, Instant until, int limit) {
            this.workspace = workspace;
            this.brandId = changed.id();
            this.matcher = BrandMatcher.of(catalogue(workspace, changed));
            this.until = until;
            this.left = limit;
        }

        /** Sees a part's posts; the last that was seen if there are more, null at its end. */
        @Nullable String part(Place place) {
            List<AuthorPost> all =
                    authors.part(workspace, place.part()).stream()
                            .filter(AuthorPosts.Entry.Post.class::isInstance)
                            .map(entry -> ((AuthorPosts.Entry.Post) entry).post())
                            .sorted(ORDER)
                            .dropWhile(post -> !place.after().isEmpty() && !isAfter(post, place))
                            .toList();
            for (int seen = 0; seen < all.size(); ) {
                int end = Math.min(all.size(), seen + Math.min(GROUP, left));
                see(all.subList(seen, end));
                left -= end - seen;
                seen = end;
                if (left == 0 || !clock.instant().isBefore(until)) {
                    return key(all.get(end - 1));
                }
            }
            return null;
        }

        private boolean isAfter(AuthorPost post, Place place) {
            String[] last = place.after().split(" ", 3);
            int author = post.author().ref().pseudonym().compareTo(last[0]);
            if (author != 0) {
                return author > 0;
            }
            int time = post.createdAt().compareTo(Instant.parse(last[1]));
            return time > 0 || (time == 0 && post.id().toString().compareTo(last[2]) > 0);
        }

        private void see(List<AuthorPost> group) {
            List<PostId> ids = group.stream().map(AuthorPost::id).toList();
            Map<PostId, StoredPost> found = posts.find(workspace, ids);
            for (PostId id : ids) {
                if (found.get(id) instanceof StoredPost.Live live) {
                    compare(live.analysis());
                }
            }
        }

        private void compare(PostAnalysis post) {
            Optional<String> text = post.text().flatMap(texts::open);
            if (text.isEmpty()) {
                expired += post.text().isPresent() ? 1 : 0;
                return;
            }
            matched++;
            List<MentionDecision> decisions =
                    matcher.decisions(text.get()).stream()
                            .filter(each -> each.mention().brandId().equals(brandId))
                            .toList();
            boolean would = decisions.stream().anyMatch(MentionDecision::counts);
            boolean does = post.brands().contains(brandId);
            if (would != does) {
                (would ? gained : lost).add(new Change(post, text.get(), decisions));
            }
        }

        Page page(Optional<Place> next) {
            return new Page(matched, expired, gained, lost, next);
        }
    }
}

package dev.earshot.aws.post;

import dev.earshot.aws.cases.CaseLinks;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.Transactions;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.PostId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The combined effect of all changes to one family of ids: the posts to write, with their links
 * from brands, and what is added to or subtracted from the counts.
 *
 * @param changes indices into the commit
 * @param effects one for each change
 * @param marks of the authors and posts that lose something
 * @param cases the links from cases to the posts, and logs that go with them
 * @param reads how many states of posts it stores that a model has read for it
 */
record PlannedChange(
        List<Integer> changes,
        List<Ledger.Effect> effects,
        List<Write> writes,
        List<LinkMove> links,
        Set<ErasureMark> marks,
        Map<CountMove, WindowCounts> moves,
        List<CaseLinks.Move> cases,
        int reads) {

    /** A post's new item, written on condition that the item that was read is still there. */
    record Write(PostId id, PostRow before, StoredPost after, long expiresAt, long countExpiry) {}

    /**
     * A brand's link to a post, put or deleted.
     *
     * @param at where it is kept; empty for a new one
     */
    record LinkMove(
            String brandId,
            PostAnalysis post,
            long expiresAt,
            boolean put,
            Optional<LinkBlocks.Place> at) {}

    /** The counts that change: a minute of a brand, among counts that expire together. */
    record CountMove(String brandId, Instant minute, long expiresAt) {
        PartialCount.Window window() {
            return PartialCount.Window.of(brandId, minute, expiresAt);
        }
    }

    /** Applies the changes, in order, to the rows that were read. */
    static PlannedChange of(
            List<Integer> indices,
            List<PostChange> all,
            Map<PostId, PostRow> rows,
            Retention retention,
            Instant now) {
        var states = new HashMap<PostId, StoredPost>();
        rows.forEach(
                (id, row) -> {
                    if (row.state() != null) {
                        states.put(id, row.state());
                    }
                });
        var changed = new LinkedHashMap<PostId, StoredPost>();
        var effects = new ArrayList<Ledger.Effect>();
        int reads = 0;
        for (int index : indices) {
            Ledger.Result result = Ledger.apply(all.get(index), states);
            reads += isRead(all.get(index), result.effect()) ? 1 : 0;
            states.putAll(result.puts());
            changed.putAll(result.puts());
            effects.add(result.effect());
        }
        var writes = new ArrayList<Write>();
        changed.forEach(
                (id, after) -> {
                    PostRow before = rows.getOrDefault(id, PostRow.NONE);
                    if (!after.equals(before.state())) {
                        writes.add(write(id, before, after, retention, now));
                    }
                });
        return new PlannedChange(
                indices,
                effects,
                writes,
                links(writes),
                AuthorWrites.marks(writes),
                moves(writes),
                cases(writes),
                reads);
    }

    /** Whether a model had to read a post for a change, and what it read is stored. */
    private static boolean isRead(PostChange change, Ledger.Effect effect) {
        return change instanceof PostChange.Store
                && (effect == Ledger.Effect.STORED || effect == Ledger.Effect.REPLACED);
    }

    /** Whether it fits into one transaction, with what it used. */
    boolean fits() {
        return actions() + windows().size() < Transactions.MAX_ACTIONS;
    }

    /**
     * A first step of this change that fits into one transaction; reports no effects yet, nor what
     * was read: the last step does.
     */
    PlannedChange step() {
        Write step =
                BrandSplit.next(writes)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "a post may have at most about "
                                                        + Transactions.MAX_ACTIONS
                                                        + " ids, got "
                                                        + writes.size()));
        List<Write> one = List.of(step);
        return new PlannedChange(
                changes,
                List.of(),
                one,
                links(one),
                AuthorWrites.marks(one),
                moves(one),
                cases(one),
                0);
    }

    private static List<CaseLinks.Move> cases(List<Write> writes) {
        return CaseLinks.moves(
                writes.stream()
                        .map(
                                write ->
                                        new CaseLinks.Written(
                                                write.before().live(),
                                                write.after(),
                                                write.expiresAt()))
                        .toList());
    }

    /** Number of transaction actions that this takes, apart from partial counts. */
    int actions() {
        return writes.size() + links.size() + marks.size() + removed().size() + cases.size();
    }

    /**
     * Whether it stores one new post and nothing else, so that it may be written without a
     * transaction.
     */
    boolean isNewPost() {
        return isPlainWrite()
                && writes.getFirst().before().version() == 0
                && writes.getFirst().after() instanceof StoredPost.Live;
    }

    /**
     * Whether it rewrites one post in a way that changes neither counts nor links nor what was
     * used, for instance after another sighting.
     */
    boolean isRewrite() {
        return isPlainWrite()
                && reads == 0
                && writes.getFirst().before().live().isPresent()
                && writes.getFirst().after() instanceof StoredPost.Live
                && links.isEmpty()
                && moves.isEmpty();
    }

    private boolean isPlainWrite() {
        return writes.size() == 1 && marks.isEmpty() && cases.isEmpty();
    }

    /** The posts that are removed, whose feedback goes with them. */
    List<PostId> removed() {
        return writes.stream()
                .filter(
                        write ->
                                write.before().live().isPresent()
                                        && write.after() instanceof StoredPost.Tombstone)
                .map(Write::id)
                .toList();
    }

    Set<PartialCount.Window> windows() {
        return moves.keySet().stream().map(CountMove::window).collect(Collectors.toSet());
    }

    private static Write write(
            PostId id, PostRow before, StoredPost after, Retention retention, Instant now) {
        // A post keeps its first expiry through edits, so that a correction expires with the count.
        boolean kept = before.live().isPresent() && after instanceof StoredPost.Live;
        return new Write(
                id,
                before,
                after,
                kept ? before.expiresAt() : retention.resultExpiry(now),
                kept ? before.countExpiry() : retention.countExpiry(now));
    }

    private static List<LinkMove> links(List<Write> writes) {
        var before = new LinkedHashMap<String, LinkMove>();
        var after = new LinkedHashMap<String, LinkMove>();
        for (Write write : writes) {
            write.before().live().ifPresent(post -> addLinks(before, post, write, false));
            if (write.after() instanceof StoredPost.Live live) {
                addLinks(after, live.analysis(), write, true);
            }
        }
        var moves = new ArrayList<LinkMove>();
        before.forEach(
                (key, move) -> {
                    if (!after.containsKey(key)) {
                        moves.add(move);
                    }
                });
        after.forEach(
                (key, move) -> {
                    LinkMove old = before.get(key);
                    if (old == null || !code(old).equals(code(move))) {
                        moves.add(move);
                    }
                });
        return moves;
    }

    private static String code(LinkMove move) {
        return LinkBlocks.code(move.post(), move.brandId());
    }

    private static void addLinks(
            Map<String, LinkMove> links, PostAnalysis post, Write write, boolean put) {
        boolean stays =
                write.before()
                        .live()
                        .filter(old -> old.createdAt().equals(post.createdAt()))
                        .isPresent();
        for (String brand : post.brands()) {
            Optional<LinkBlocks.Place> at =
                    stays
                            ? Optional.ofNullable(write.before().links().get(brand))
                            : Optional.empty();
            links.put(
                    brand + "#" + Keys.link(post.createdAt(), post.id()),
                    new LinkMove(brand, post, write.expiresAt(), put, at));
        }
    }

    /** Announces the links that this makes. */
    void expectLinks(LinkBlocks blocks) {
        for (LinkMove link : links) {
            if (link.put() && link.at().isEmpty()) {
                blocks.expect(link.brandId(), link.post().createdAt(), link.expiresAt());
            }
        }
    }

    /** Puts and removes the links that change. */
    void moveLinks(LinkBlocks blocks) {
        for (LinkMove link : links) {
            if (link.put()) {
                LinkBlocks.Place place = link.at().orElseGet(() -> newPlace(link, blocks));
                blocks.put(link.brandId(), link.post(), place, link.expiresAt());
            } else {
                link.at()
                        .ifPresent(
                                place ->
                                        blocks.remove(
                                                link.brandId(),
                                                link.post(),
                                                place,
                                                link.expiresAt()));
            }
        }
    }

    /** Where the links of a write's post are kept from then on, by brand. */
    Map<String, LinkBlocks.Place> linkPlaces(Write write, LinkBlocks blocks) {
        var places = new HashMap<String, LinkBlocks.Place>();
        if (write.after() instanceof StoredPost.Live live) {
            PostAnalysis post = live.analysis();
            var all = new LinkedHashMap<String, LinkMove>();
            addLinks(all, post, write, true);
            for (LinkMove link : all.values()) {
                link.at()
                        .or(
                                () ->
                                        links.contains(link)
                                                ? Optional.of(newPlace(link, blocks))
                                                : Optional.empty())
                        .ifPresent(place -> places.put(link.brandId(), place));
            }
        }
        return places;
    }

    private static LinkBlocks.Place newPlace(LinkMove link, LinkBlocks blocks) {
        return blocks.newPlace(link.brandId(), link.post().createdAt(), link.expiresAt());
    }

    private static Map<CountMove, WindowCounts> moves(List<Write> writes) {
        var moves = new LinkedHashMap<CountMove, WindowCounts>();
        for (Write write : writes) {
            for (PostAnalysis post : write.before().live().stream().toList()) {
                post.deltas().forEach(d -> add(moves, d.negated(), write.before().countExpiry()));
            }
            if (write.after() instanceof StoredPost.Live live) {
                live.analysis().deltas().forEach(d -> add(moves, d, write.countExpiry()));
            }
        }
        moves.values().removeIf(WindowCounts::isEmpty);
        return moves;
    }

    private static void add(
            Map<CountMove, WindowCounts> moves, CountDelta delta, long countExpiry) {
        moves.merge(
                new CountMove(delta.brandId(), delta.minute(), countExpiry),
                delta.counts(),
                WindowCounts::plus);
    }
}

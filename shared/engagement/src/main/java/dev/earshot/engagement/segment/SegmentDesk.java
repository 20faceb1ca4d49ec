package dev.earshot.engagement.segment;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.BrandWalk;
import dev.earshot.influence.portfolio.Candidate;
import dev.earshot.influence.portfolio.Choice;
import dev.earshot.influence.portfolio.Portfolio;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.ScoreStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Saves segments and says what may be told of them. Thread-safe. */
public final class SegmentDesk {
    /** People who spoke of the brand within so many days count. */
    public static final int DAYS = 92;

    /** So many posts are read at most, the newest first. */
    static final int MAX_POSTS = 20_000;

    private static final int MAX_CREATORS = 20;
    private static final int CHOSEN_CREATORS = 5;

    private final SegmentStore store;
    private final AnalysisStore posts;
    private final ScoreStore scores;
    private final SegmentGuard guard;
    private final InstantSource clock;

    public SegmentDesk(
            SegmentStore store,
            AnalysisStore posts,
            ScoreStore scores,
            SegmentGuard guard,
            InstantSource clock) {
        this.store = store;
        this.posts = posts;
        this.scores = scores;
        this.guard = guard;
        this.clock = clock;
    }

    /** What came of the wish to save a segment. */
    public sealed interface Result {
        record Saved(Segment segment) implements Result {}

        /** Nothing is saved; the reason says nothing of single people. */
        record Refused(String why) implements Result {}
    }

    /**
     * What may be told of a segment.
     *
     * @param day at whose beginning (UTC) the people were counted
     * @param size rounded; empty if too few people are in it, or outside of it, today
     * @param whole false where only the newest posts were read
     * @param moves what its people respond to more or less than others
     * @param creators who reach it together, in the order in which each adds most
     */
    public record Told(
            Segment segment,
            LocalDate day,
            OptionalLong size,
            boolean whole,
            List<Movement> moves,
            List<Reach> creators) {
        public Told {
            moves = List.copyOf(moves);
            creators = List.copyOf(creators);
        }
    }

    /**
     * A creator who reaches people of a segment.
     *
     * @param score the influencer score for the brand
     * @param reached people of the segment, rounded, whom those before do not reach
     */
    public record Reach(AuthorRef author, double score, long reached) {}

    /** The saved segments. */
    public List<Segment> segments(WorkspaceId workspace) {
        return store.segments(workspace, today()).stream()
                .filter(kept -> !kept.deleted())
                .map(SegmentStore.Kept::segment)
                .toList();
    }

    /** Deletes one; whether there was one. */
    public boolean delete(WorkspaceId workspace, String id) {
        return store.delete(workspace, id, clock.instant());
    }

    /** Saves a segment, unless that could tell of single people. */
    public Result save(WorkspaceId workspace, Segment segment) {
        List<SegmentStore.Kept> kept = store.segments(workspace, today());
        if (kept.size() >= SegmentStore.MAX_SEGMENTS) {
            return new Result.Refused(
                    "a workspace has at most "
                            + SegmentStore.MAX_SEGMENTS
                            + " segments, with those deleted today");
        }
        Population people = population(workspace, segment.brandId());
        List<Segment> others =
                kept.stream()
                        .map(SegmentStore.Kept::segment)
                        .filter(other -> other.brandId().equals(segment.brandId()))
                        .toList();
        boolean small = guard.size(people, segment.rule()).isEmpty();
        boolean close = guard.tooClose(people, segment.rule(), others).isPresent();
        if (small || close) {
            return new Result.Refused(
                    "it could tell of few people: a segment, all others, and each part that it and"
                            + " another saved segment cut out of one another must hold at least "
                            + SegmentGuard.K
                            + " people, and at times a few more; choose wider conditions");
        }
        return store.add(workspace, segment)
                ? new Result.Saved(segment)
                : new Result.Refused(
                        "there is, or was until today, a segment of this id; a segment's conditions"
                                + " never change, so take another id");
    }

    /** What may be told of a segment today; empty if there is none of that id. */
    public Optional<Told> tell(WorkspaceId workspace, String id) {
        return segments(workspace).stream()
                .filter(segment -> segment.id().equals(id))
                .findFirst()
                .map(segment -> tell(workspace, segment));
    }

    private Told tell(WorkspaceId workspace, Segment segment) {
        Population people = population(workspace, segment.brandId());
        OptionalLong size = guard.size(people, segment.rule());
        return new Told(
                segment,
                people.day(),
                size,
                people.whole(),
                size.isEmpty() ? List.of() : Movement.of(people, segment.rule()),
                size.isEmpty() ? List.of() : creators(workspace, segment, people));
    }

    private Instant today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    /** As it was at the beginning of the day: what was read since does not count yet. */
    private Population population(WorkspaceId workspace, String brandId) {
        Instant end = today();
        BrandWalk read =
                BrandWalk.of(
                        posts,
                        new BrandPosts(
                                workspace,
                                brandId,
                                Optional.empty(),
                                end.minus(Duration.ofDays(DAYS)),
                                end,
                                Optional.empty(),
                                100),
                        MAX_POSTS,
                        post -> post.analysedAt().isBefore(end));
        return new Population(
                brandId,
                LocalDate.ofInstant(end, ZoneOffset.UTC),
                read.unreadBefore().isEmpty(),
                read.posts());
    }

    /** The best of the board who together reach most people of the segment; overlap counts once. */
    private List<Reach> creators(WorkspaceId workspace, Segment segment, Population people) {
        Map<AuthorRef, Double> known = new LinkedHashMap<>();
        Map<AuthorRef, Audience> audiences = new LinkedHashMap<>();
        for (ScoreStore.Place place :
                scores.board(
                        new ScoreStore.Board(
                                workspace,
                                segment.brandId(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                MAX_CREATORS))) {
            known.put(place.author(), place.score());
            audiences.put(place.author(), scores.audience(workspace, place.author()));
        }
        // No pseudonym looks like this, so the segment can stand beside the creators.
        AuthorRef self = new AuthorRef("f".repeat(32));
        audiences.put(
                self,
                Audience.of(people.members(segment.rule()).stream().map(Person::ref).toList()));
        Audience.Common<AuthorRef> common = Audience.common(audiences);
        Set<AuthorRef> members = new HashSet<>(common.accounts().getOrDefault(self, List.of()));
        List<Candidate> candidates =
                known.keySet().stream()
                        .map(author -> candidate(author, common, members))
                        .filter(each -> each.reach().size() * common.scale() >= SegmentGuard.K)
                        .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        Choice choice = Portfolio.choose(candidates, CHOSEN_CREATORS);
        List<Reach> reaches = new ArrayList<>();
        Set<AuthorRef> reached = new HashSet<>();
        for (AuthorRef author : choice.authors()) {
            int before = reached.size();
            candidates.stream()
                    .filter(each -> each.author().equals(author))
                    .forEach(each -> reached.addAll(each.reach().keySet()));
            long more = Math.round((reached.size() - before) * common.scale());
            if (more >= SegmentGuard.K) {
                reaches.add(
                        new Reach(
                                author,
                                known.getOrDefault(author, 0.0),
                                more / SegmentGuard.STEP * SegmentGuard.STEP));
            }
        }
        return reaches;
    }

    private static Candidate candidate(
            AuthorRef author, Audience.Common<AuthorRef> common, Set<AuthorRef> members) {
        return new Candidate(
                author,
                1,
                common.accounts().getOrDefault(author, List.of()).stream()
                        .filter(members::contains)
                        .collect(Collectors.toMap(account -> account, account -> 1.0)));
    }
}

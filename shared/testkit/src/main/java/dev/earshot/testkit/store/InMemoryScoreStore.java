package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.RunState;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoredAuthor;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Scores in memory; nothing expires. Thread-safe: every call takes the one lock. */
public final class InMemoryScoreStore implements ScoreStore {
    private final Map<WorkspaceId, Kept> workspaces = new HashMap<>();

    private static final class Kept {
        private RunState run = RunState.FRESH;
        private Instant leasedUntil = Instant.MIN;
        private String baselineId = "";
        private byte @Nullable [] baseline;
        private final Map<ErasureMark, Map<String, ScoredAuthor>> scores = new HashMap<>();
        private final Map<ErasureMark, Audience> audiences = new HashMap<>();
        private final Map<ErasureMark, Map<String, TreeMap<LocalDate, InfluencerScore>>> history =
                new HashMap<>();
        private final Map<ErasureMark, Instant> objections = new HashMap<>();
    }

    private Kept kept(WorkspaceId workspace) {
        return workspaces.computeIfAbsent(workspace, w -> new Kept());
    }

    @Override
    public synchronized Optional<RunState> claim(
            WorkspaceId workspace, Instant now, Duration lease) {
        Kept kept = kept(workspace);
        if (kept.leasedUntil.isAfter(now)) {
            return Optional.empty();
        }
        kept.leasedUntil = now.plus(lease);
        return Optional.of(kept.run);
    }

    @Override
    public synchronized void save(WorkspaceId workspace, RunState state, boolean done) {
        Kept kept = kept(workspace);
        kept.run = state;
        if (done) {
            kept.leasedUntil = Instant.MIN;
        }
    }

    @Override
    public synchronized void putBaseline(WorkspaceId workspace, String id, byte[] content) {
        kept(workspace).baselineId = id;
        kept(workspace).baseline = content.clone();
    }

    @Override
    public synchronized Optional<byte[]> baseline(WorkspaceId workspace, String id) {
        Kept kept = kept(workspace);
        byte[] content = kept.baseline;
        return content != null && kept.baselineId.equals(id)
                ? Optional.of(content.clone())
                : Optional.empty();
    }

    @Override
    public synchronized void replace(
            WorkspaceId workspace, AuthorRef author, Audience audience, List<ScoredAuthor> scores) {
        Kept kept = kept(workspace);
        ErasureMark mark = ErasureMark.of(author);
        kept.scores.remove(mark);
        kept.audiences.remove(mark);
        for (ScoredAuthor scored : scores) {
            kept.audiences.put(mark, audience);
            kept.scores
                    .computeIfAbsent(mark, m -> new HashMap<>())
                    .put(scored.score().brandId(), scored);
            kept.history
                    .computeIfAbsent(mark, m -> new HashMap<>())
                    .computeIfAbsent(scored.score().brandId(), b -> new TreeMap<>())
                    .put(
                            LocalDate.ofInstant(
                                    scored.score().asOf().minusNanos(1), ZoneOffset.UTC),
                            bare(scored.score()));
        }
    }

    private static InfluencerScore bare(InfluencerScore score) {
        return new InfluencerScore(
                score.author(),
                score.platform(),
                score.brandId(),
                score.score(),
                score.low(),
                score.high(),
                score.components().stream()
                        .map(
                                c ->
                                        new Component(
                                                c.name(),
                                                c.value(),
                                                c.low(),
                                                c.high(),
                                                c.weight(),
                                                c.reasons().stream().limit(1).toList(),
                                                List.of()))
                        .toList(),
                List.of(),
                score.posts(),
                score.asOf(),
                score.tableVersion());
    }

    @Override
    public synchronized Audience audience(WorkspaceId workspace, AuthorRef author) {
        return objection(workspace, author).isPresent()
                ? Audience.NONE
                : kept(workspace).audiences.getOrDefault(ErasureMark.of(author), Audience.NONE);
    }

    @Override
    public synchronized void remove(WorkspaceId workspace, ErasureMark author) {
        kept(workspace).scores.remove(author);
        kept(workspace).history.remove(author);
        kept(workspace).audiences.remove(author);
    }

    @Override
    public synchronized Optional<ScoredAuthor> find(
            WorkspaceId workspace, AuthorRef author, String brandId) {
        return objection(workspace, author).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(
                        kept(workspace)
                                .scores
                                .getOrDefault(ErasureMark.of(author), Map.of())
                                .get(brandId));
    }

    @Override
    public synchronized List<InfluencerScore> history(
            WorkspaceId workspace, AuthorRef author, String brandId, int limit) {
        if (objection(workspace, author).isPresent()) {
            return List.of();
        }
        return kept(workspace)
                .history
                .getOrDefault(ErasureMark.of(author), Map.of())
                .getOrDefault(brandId, new TreeMap<>())
                .descendingMap()
                .values()
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Place> board(Board query) {
        Comparator<Place> order =
                Comparator.comparingDouble(Place::score)
                        .reversed()
                        .thenComparing(place -> place.author().pseudonym());
        Optional<Place> after =
                query.after()
                        .map(
                                p ->
                                        new Place(
                                                p.author(),
                                                dev.earshot.core.post.Platform.UPLOAD,
                                                java.util.OptionalLong.empty(),
                                                p.score(),
                                                p.score(),
                                                p.score(),
                                                "",
                                                Instant.EPOCH));
        return kept(query.workspace()).scores.entrySet().stream()
                .filter(e -> !kept(query.workspace()).objections.containsKey(e.getKey()))
                .flatMap(e -> e.getValue().values().stream())
                .filter(scored -> scored.score().brandId().equals(query.brandId()))
                .flatMap(scored -> places(scored, query.topic()).stream())
                .filter(p -> query.platform().map(f -> f == p.platform()).orElse(true))
                .filter(
                        p ->
                                query.minFollowers().isEmpty()
                                        || p.followers().orElse(-1)
                                                >= query.minFollowers().getAsLong())
                .filter(p -> after.map(last -> order.compare(p, last) > 0).orElse(true))
                .sorted(order)
                .limit(query.limit())
                .toList();
    }

    private static Optional<Place> places(ScoredAuthor scored, Optional<String> topic) {
        InfluencerScore s = scored.score();
        if (topic.isEmpty()) {
            return Optional.of(
                    new Place(
                            s.author(),
                            s.platform(),
                            scored.followers(),
                            s.score(),
                            s.low(),
                            s.high(),
                            s.reason(),
                            s.asOf()));
        }
        return scored.topics().stream()
                .filter(t -> t.topic().equals(topic.get()))
                .findFirst()
                .map(
                        t ->
                                new Place(
                                        s.author(),
                                        s.platform(),
                                        scored.followers(),
                                        t.score(),
                                        t.low(),
                                        t.high(),
                                        t.reason(),
                                        s.asOf()));
    }

    @Override
    public synchronized void object(WorkspaceId workspace, AuthorRef author, Instant at) {
        kept(workspace).objections.put(ErasureMark.of(author), at);
        remove(workspace, ErasureMark.of(author));
    }

    @Override
    public synchronized boolean withdraw(WorkspaceId workspace, AuthorRef author) {
        return kept(workspace).objections.remove(ErasureMark.of(author)) != null;
    }

    @Override
    public synchronized Optional<Instant> objection(WorkspaceId workspace, AuthorRef author) {
        return Optional.ofNullable(kept(workspace).objections.get(ErasureMark.of(author)));
    }

    @Override
    public synchronized Set<ErasureMark> objections(WorkspaceId workspace) {
        return new HashSet<>(kept(workspace).objections.keySet());
    }
}

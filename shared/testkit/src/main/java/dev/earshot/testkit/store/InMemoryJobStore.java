package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs' states in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryJobStore implements JobStore {
    private record Key(WorkspaceId workspace, String id) {}

    private record Lease(String token, String messageId, Instant until) {}

    private record Entry(JobState state, @Nullable Lease lease, Optional<byte[]> checkpoint) {}

    private static final Comparator<JobState> NEWEST_FIRST =
            Comparator.comparing((JobState state) -> state.job().createdAt())
                    .thenComparing(state -> state.job().id())
                    .reversed();

    private final Map<Key, Entry> entries = new HashMap<>();
    private final InstantSource clock;
    private int holds;

    public InMemoryJobStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean create(Job job) {
        return entries.putIfAbsent(
                        key(job), new Entry(JobState.queued(job), null, Optional.empty()))
                == null;
    }

    @Override
    public synchronized Optional<JobState> get(WorkspaceId workspace, String id) {
        return Optional.ofNullable(entries.get(new Key(workspace, id))).map(Entry::state);
    }

    @Override
    public synchronized List<JobState> list(
            WorkspaceId workspace, Optional<JobState> before, int limit) {
        return entries.values().stream()
                .map(Entry::state)
                .filter(state -> state.job().workspace().equals(workspace))
                .filter(state -> before.isEmpty() || NEWEST_FIRST.compare(state, before.get()) > 0)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Claim claim(Job job, String messageId, Duration lease, double hourlyPrice) {
        create(job);
        Entry entry = entry(key(job));
        Instant now = clock.instant();
        if (entry.state.phase().ended()) {
            return new Claim.Ended(entry.state);
        }
        if (entry.lease != null && entry.lease.until.isAfter(now)) {
            return new Claim.Held(entry.lease.messageId, entry.lease.until);
        }
        JobState old = entry.state;
        JobState state =
                new JobState(
                        old.job(),
                        Phase.RUNNING,
                        old.reason(),
                        old.tries() + 1,
                        old.progress(),
                        Optional.of(old.startedAt().orElse(now)),
                        now,
                        Optional.empty(),
                        hourlyPrice);
        var hold = new Hold(job.workspace(), job.id(), "hold-" + holds++);
        entries.put(
                key(job),
                new Entry(
                        state,
                        new Lease(hold.token(), messageId, now.plus(lease)),
                        entry.checkpoint));
        return new Claim.Taken(hold, state, entry.checkpoint);
    }

    @Override
    public synchronized void renew(Hold hold, Duration lease) throws LostHoldException {
        Entry entry = held(hold);
        entries.put(
                key(hold),
                new Entry(
                        entry.state,
                        new Lease(hold.token(), messageId(entry), clock.instant().plus(lease)),
                        entry.checkpoint));
    }

    @Override
    public synchronized void save(Hold hold, Progress progress, byte[] checkpoint)
            throws LostHoldException {
        Entry entry = held(hold);
        JobState old = entry.state;
        entries.put(
                key(hold),
                new Entry(
                        state(old, Phase.RUNNING, "", 0, progress, Optional.empty()),
                        entry.lease,
                        Optional.of(checkpoint.clone())));
    }

    @Override
    public synchronized void end(Hold hold, Phase phase, String reason, Progress progress)
            throws LostHoldException {
        JobState old = held(hold).state;
        entries.put(
                key(hold),
                new Entry(
                        state(
                                old,
                                phase,
                                reason,
                                old.tries(),
                                progress,
                                Optional.of(clock.instant())),
                        null,
                        Optional.empty()));
    }

    @Override
    public synchronized void release(Hold hold, String reason) throws LostHoldException {
        Entry entry = held(hold);
        JobState old = entry.state;
        int tries = reason.isEmpty() ? Math.max(0, old.tries() - 1) : old.tries();
        entries.put(
                key(hold),
                new Entry(
                        state(old, Phase.QUEUED, reason, tries, old.progress(), Optional.empty()),
                        null,
                        entry.checkpoint));
    }

    private JobState state(
            JobState old,
            Phase phase,
            String reason,
            int tries,
            Progress progress,
            Optional<Instant> finishedAt) {
        return new JobState(
                old.job(),
                phase,
                reason,
                tries,
                progress,
                old.startedAt(),
                clock.instant(),
                finishedAt,
                old.hourlyPrice());
    }

    private Entry held(Hold hold) throws LostHoldException {
        Entry entry = entry(key(hold));
        if (entry.lease == null || !entry.lease.token.equals(hold.token())) {
            throw new LostHoldException(hold.jobId());
        }
        return entry;
    }

    private Entry entry(Key key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw new IllegalStateException("job " + key.id + " must be known");
        }
        return entry;
    }

    private static String messageId(Entry entry) {
        return entry.lease == null ? "" : entry.lease.messageId;
    }

    private static Key key(Job job) {
        return new Key(job.workspace(), job.id());
    }

    private static Key key(Hold hold) {
        return new Key(hold.workspace(), hold.jobId());
    }
}

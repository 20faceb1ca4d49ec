package dev.earshot.queryapi.export;

import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.ExportFiles.Stored;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows exports, with an address that is signed anew at each look. Thread-safe. */
public final class ExportViews {
    /** How long an address holds. */
    static final Duration VALID = Duration.ofMinutes(15);

    private final ExportFiles files;
    private final InstantSource clock;

    public ExportViews(ExportFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * An export as the API shows it.
     *
     * @param from and {@code to}: empty for what has no time
     * @param rows written so far
     * @param fraction of all that has been gone through
     * @param url for 15 minutes; empty until it is done, and when the file is gone
     * @param bytes of the file that is there
     * @param keptUntil when the file goes, unless somebody is erased before
     * @param gone whether the file is: its time is over, or somebody was erased
     */
    record ExportView(
            String id,
            String brand,
            String what,
            String format,
            Optional<Instant> from,
            Optional<Instant> to,
            Phase state,
            Optional<String> reason,
            long rows,
            double fraction,
            String fileName,
            Optional<String> url,
            OptionalLong bytes,
            Optional<Instant> keptUntil,
            boolean gone,
            Instant createdAt,
            Optional<Instant> finishedAt) {}

    /** An export's job. */
    ExportView of(JobState state) {
        Job job = state.job();
        Task.Export task = (Task.Export) job.task();
        boolean done = state.phase() == Phase.DONE;
        Optional<Stored> file = done ? stored(state, task) : Optional.empty();
        boolean hasTime = task.content().hasTime();
        return new ExportView(
                job.id(),
                task.brandId(),
                task.content().key(),
                task.format().key(),
                Optional.of(task.from()).filter(from -> hasTime),
                Optional.of(task.to()).filter(to -> hasTime),
                state.phase(),
                state.reason().isEmpty() ? Optional.empty() : Optional.of(state.reason()),
                state.progress().done(),
                state.progress().fraction(),
                task.fileName(),
                file.map(Stored::url),
                file.map(stored -> OptionalLong.of(stored.bytes())).orElseGet(OptionalLong::empty),
                file.map(Stored::keptUntil),
                done && file.isEmpty(),
                job.createdAt(),
                state.finishedAt());
    }

    /** The file; nothing is looked for that is gone by its age. */
    private Optional<Stored> stored(JobState state, Task.Export task) {
        Instant finished = state.finishedAt().orElse(state.updatedAt());
        // A day more: S3 removes what has expired some hours later.
        return ExportFiles.keptUntil(finished).plus(Duration.ofDays(1)).isBefore(clock.instant())
                ? Optional.empty()
                : files.find(state.job().workspace(), state.job().id(), task.fileName(), VALID);
    }
}

package dev.earshot.wire.api;

import dev.earshot.core.job.ClaimTally;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.FileReport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A job as the API shows it. */
record JobView(
        String id,
        String kind,
        Optional<String> key,
        Optional<String> prefix,
        Optional<String> brand,
        Optional<String> source,
        JobState.Phase state,
        Optional<String> reason,
        Done progress,
        Optional<FileReport> report,
        Optional<ClaimTally> changed,
        Instant createdAt,
        Optional<Instant> startedAt,
        Instant updatedAt,
        Optional<Instant> finishedAt,
        OptionalDouble queueSeconds,
        OptionalDouble busySeconds,
        OptionalDouble costPerMinute) {
    /**
     * Progress of the job.
     *
     * @param rate records, pictures or frames a second of the worker's time
     */
    record Done(
            double fraction,
            OptionalLong records,
            OptionalLong pictures,
            OptionalLong frames,
            OptionalLong framesAnalysed,
            OptionalDouble videoSeconds,
            OptionalLong refused,
            OptionalDouble rate) {}

    static JobView of(JobState state) {
        Job job = state.job();
        Progress progress = state.progress();
        return new JobView(
                job.id(),
                job.task().kind(),
                key(job.task()),
                job.task() instanceof Task.Pictures pictures
                        ? Optional.of(pictures.prefix())
                        : Optional.empty(),
                brand(job.task()),
                job.task() instanceof Task.Posts posts ? posts.source() : Optional.empty(),
                state.phase(),
                state.reason().isEmpty() ? Optional.empty() : Optional.of(state.reason()),
                done(job.task(), progress),
                progress.report(),
                progress.claim(),
                job.createdAt(),
                state.startedAt(),
                state.updatedAt(),
                state.finishedAt(),
                state.queueTime().map(JobView::seconds).orElse(OptionalDouble.empty()),
                state.startedAt().isPresent()
                        ? OptionalDouble.of(progress.busySeconds())
                        : OptionalDouble.empty(),
                state.costPerMinute().map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private static Done done(Task task, Progress progress) {
        OptionalLong none = OptionalLong.empty();
        OptionalLong done = OptionalLong.of(progress.done());
        OptionalLong refused = OptionalLong.of(progress.refused());
        OptionalDouble rate =
                progress.busySeconds() > 0
                        ? OptionalDouble.of(progress.rate())
                        : OptionalDouble.empty();
        OptionalDouble noTime = OptionalDouble.empty();
        return switch (task) {
            case Task.Posts posts ->
                    new Done(progress.fraction(), done, none, none, none, noTime, refused, rate);
            case Task.Pictures pictures ->
                    new Done(progress.fraction(), none, done, none, none, noTime, refused, rate);
            case Task.Claim claim ->
                    new Done(progress.fraction(), done, none, none, none, noTime, refused, rate);
            case Task.Export export ->
                    new Done(progress.fraction(), done, none, none, none, noTime, refused, rate);
            case Task.Video video ->
                    new Done(
                            progress.fraction(),
                            none,
                            none,
                            done,
                            OptionalLong.of(progress.analysed()),
                            OptionalDouble.of(progress.mediaSeconds()),
                            none,
                            rate);
        };
    }

    private static Optional<String> key(Task task) {
        return switch (task) {
            case Task.Video video -> Optional.of(video.key());
            case Task.Posts posts -> Optional.of(posts.key());
            case Task.Pictures pictures -> Optional.empty();
            case Task.Claim claim -> Optional.empty();
            case Task.Export export -> Optional.empty();
        };
    }

    private static Optional<String> brand(Task task) {
        return switch (task) {
            case Task.Claim claim -> Optional.of(claim.brandId());
            case Task.Export export -> Optional.of(export.brandId());
            case Task.Video video -> Optional.empty();
            case Task.Posts posts -> Optional.empty();
            case Task.Pictures pictures -> Optional.empty();
        };
    }

    private static OptionalDouble seconds(Duration duration) {
        return OptionalDouble.of(duration.toMillis() / 1e3);
    }
}

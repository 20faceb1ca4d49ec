package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.ExportRows;
import dev.earshot.core.export.PostRow;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaKeys;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.PostScan;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.cases.OpenEpisodes;
import dev.earshot.influence.score.RankedAuthor;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.usecase.media.MediaReadings;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Begins the execution of every kind of {@link Task}. Thread-safe. */
public final class JobExecutions implements JobExecution.Factory {
    private final Tools tools;
    private final Limits limits;

    /** Dependencies of the executions. */
    public record Tools(
            MediaStore files,
            PostFiles formats,
            AnalysePosts posts,
            Stored stored,
            VideoModel videos,
            MediaReadings readings,
            Brands brands,
            MediaResults results,
            DerivedFiles derived,
            JobStore jobs,
            JobQueue queue,
            Exports exports) {}

    /** What exports read beside posts, how they are written, and where they are kept. */
    public record Exports(
            CaseStore cases,
            OpenEpisodes episodes,
            ScoreStore scores,
            Writers writers,
            ExportFiles files) {}

    /** Opens the files of each kind of export. */
    public record Writers(
            ExportRows.Opening<PostRow> posts,
            ExportRows.Opening<Case> cases,
            ExportRows.Opening<CountDelta> counts,
            ExportRows.Opening<RankedAuthor> scores) {}

    /** Where stored posts and their texts are. */
    public record Stored(PostScan scan, AnalysisStore posts, TextVault texts) {}

    /**
     * Limits of a job.
     *
     * @param video limits of a video's length and format
     * @param maxVideoBytes largest video
     * @param maxPictureBytes largest picture
     * @param maxFileBytes largest file of posts
     * @param partBytes bytes of a file fetched at once
     * @param scratch folder for copies of videos
     * @param step how long a step over posts or pictures lasts
     * @param defaultWorkspace owner of files whose key names no workspace
     */
    public record Limits(
            VideoLimits video,
            long maxVideoBytes,
            long maxPictureBytes,
            long maxFileBytes,
            int partBytes,
            Path scratch,
            Duration step,
            WorkspaceId defaultWorkspace) {}

    public JobExecutions(Tools tools, Limits limits) {
        this.tools = tools;
        this.limits = limits;
    }

    @Override
    public JobExecution begin(Job job, Progress progress, Optional<byte[]> checkpoint) {
        return switch (job.task()) {
            case Task.Video video when !ours(job, video.key()) -> new Refusal(progress);
            case Task.Posts posts when !ours(job, posts.key()) -> new Refusal(progress);
            case Task.Video video ->
                    new VideoExecution(job, video, progress, checkpoint, videoDependencies());
            case Task.Posts posts ->
                    new PostsExecution(
                            job,
                            posts,
                            progress,
                            checkpoint,
                            new PostsExecution.Dependencies(
                                    tools.files(),
                                    tools.formats(),
                                    tools.posts(),
                                    limits.maxFileBytes(),
                                    limits.partBytes(),
                                    limits.step()));
            case Task.Pictures pictures ->
                    new PicturesExecution(
                            job, pictures, progress, checkpoint, picturesDependencies());
            case Task.Claim claim ->
                    new ClaimExecution(
                            job.workspace(),
                            claim.brandId(),
                            progress,
                            checkpoint,
                            new ClaimExecution.Dependencies(
                                    tools.stored().scan(),
                                    tools.stored().posts(),
                                    tools.stored().texts(),
                                    tools.brands(),
                                    limits.step()));
            case Task.Export export ->
                    new ExportExecution(
                            job,
                            export,
                            new ExportExecution.Dependencies(
                                    tools.stored(),
                                    tools.brands(),
                                    tools.exports(),
                                    limits.scratch(),
                                    limits.step()));
        };
    }

    private boolean ours(Job job, String key) {
        return MediaKeys.workspaceOf(key, limits.defaultWorkspace()).equals(job.workspace());
    }

    private VideoExecution.Dependencies videoDependencies() {
        return new VideoExecution.Dependencies(
                tools.files(),
                tools.videos(),
                limits.video(),
                tools.readings(),
                tools.brands(),
                tools.results(),
                tools.derived(),
                limits.scratch(),
                limits.maxVideoBytes(),
                limits.partBytes());
    }

    private PicturesExecution.Dependencies picturesDependencies() {
        return new PicturesExecution.Dependencies(
                tools.files(),
                tools.readings(),
                tools.brands(),
                tools.results(),
                tools.derived(),
                tools.jobs(),
                tools.queue(),
                limits.defaultWorkspace(),
                limits.maxPictureBytes(),
                limits.step());
    }

    @Override
    public void gaveUp(Job job, String reason) {
        if (job.task() instanceof Task.Video video) {
            tools.results()
                    .put(
                            tools.readings()
                                    .rejected(
                                            new MediaReadings.File(
                                                    job.workspace(), video.key(), video.version()),
                                            reason));
        }
    }

    private record Refusal(Progress progress) implements JobExecution {
        @Override
        public Step step() {
            return new Step.Refused("the file belongs to another workspace", progress);
        }

        @Override
        public void close() {}
    }
}

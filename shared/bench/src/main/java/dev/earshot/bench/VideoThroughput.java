package dev.earshot.bench;

import ai.djl.Device;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.ffmpeg.ChildDecoder;
import dev.earshot.ffmpeg.ContactSheet;
import dev.earshot.ffmpeg.DecoderSettings;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.usecase.job.JobExecution;
import dev.earshot.usecase.job.JobExecutions;
import dev.earshot.video.VideoAnalyser;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.Pose;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A video job from the stored file to the stored result, against decoding the file alone and
 * against exactly those calls of the models alone that the job makes; and several such jobs on two
 * benches. The stores are in memory.
 */
final class VideoThroughput {
    private static final int ROUNDS = 3;
    private static final int JOBS = 4;
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    private static final Instant SENT_AT = Instant.parse("2026-03-01T10:00:00Z");

    private final Path models;
    private final List<Path> clips;
    private final FrameSource decoder = new ChildDecoder(DecoderSettings.standard());

    /**
     * @param clips videos to measure with
     */
    VideoThroughput(Path models, List<Path> clips) {
        this.models = models;
        this.clips = List.copyOf(clips);
    }

    /** The videos of a folder; none if there is no such folder. */
    static List<Path> clips(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.(mp4|mov|mkv|webm|avi)"))
                    .sorted()
                    .toList();
        }
    }

    void print(PrintStream out) throws Exception {
        if (clips.isEmpty()) {
            out.println("SKIPPED   video: there are no clips to measure with");
            return;
        }
        try (Recording model = new Recording(FrameVision.load(models, Device.cpu()))) {
            TextReader reader = TextReaders.load(models, Device.cpu());
            for (Path clip : clips) {
                print(out, clip, model, reader);
            }
        }
    }

    private void print(PrintStream out, Path clip, Recording model, TextReader reader)
            throws Exception {
        byte[] file = Files.readAllBytes(clip);
        model.calls.clear();
        model.recording = true;
        double seconds = job(clip, file, model, reader).mediaSeconds();
        model.recording = false;
        List<Runnable> calls = List.copyOf(model.calls);
        Rounds rounds =
                Rounds.run(
                        ROUNDS,
                        List.of(
                                new Rounds.Work("decoding alone", () -> decode(clip)),
                                new Rounds.Work(
                                        calls.size() + " calls of models alone",
                                        () -> calls.forEach(Runnable::run)),
                                new Rounds.Work(
                                        "the job, file to store",
                                        () -> job(clip, file, model, reader)),
                                new Rounds.Work(
                                        JOBS + " such jobs on two benches",
                                        () -> sideBySide(clip, file, model, reader))));
        double slower = Math.max(rounds.wallMillis(0), rounds.wallMillis(1));
        out.printf(
                Locale.ROOT,
                "Video job, %s (%.1f s), median of %d rounds%n",
                clip.getFileName(),
                seconds,
                ROUNDS);
        rounds.table().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "  throughput / that of the slower alone  %.2f on two benches (at least 0.85), %.2f"
                        + " of a single job; %.1f s of video a second%n%n",
                JOBS * slower / rounds.wallMillis(3),
                slower / rounds.wallMillis(2),
                JOBS * 1000 * seconds / rounds.wallMillis(3));
    }

    /** As the worker has it with its standard settings. */
    private void sideBySide(Path clip, byte[] file, FrameModel model, TextReader reader)
            throws Exception {
        try (ExecutorService benches = Executors.newFixedThreadPool(2)) {
            List<Future<?>> jobs = new ArrayList<>();
            for (int i = 0; i < JOBS; i++) {
                jobs.add(benches.submit(() -> job(clip, file, model, reader)));
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        }
    }

    private void decode(Path clip) {
        switch (decoder.open(clip, VideoLimits.STANDARD, Optional.empty())) {
            case FrameSource.Opening.Refused refused ->
                    throw new IllegalStateException(clip + ": " + refused.reason());
            case FrameSource.Opening.Opened opened -> {
                try (FrameSource.Clip open = opened.clip()) {
                    while (open.next() instanceof FrameSource.Event.Sample) {
                        // Only its time counts.
                    }
                }
            }
        }
    }

    private Progress job(Path clip, byte[] file, FrameModel model, TextReader reader) {
        String key = "media/" + clip.getFileName();
        var files = new InMemoryMediaStore();
        files.put(key, file);
        JobExecutions executions =
                InMemoryShop.of(
                        files,
                        new VideoAnalyser(decoder, model, new ContactSheet()),
                        reader,
                        new Pseudonymiser(new byte[32]),
                        new JobExecutions.Limits(
                                VideoLimits.STANDARD,
                                1L << 30,
                                1,
                                1,
                                8 << 20,
                                Path.of(System.getProperty("java.io.tmpdir")),
                                Duration.ofSeconds(2),
                                WORKSPACE));
        Job job = new Job("bench", WORKSPACE, new Task.Video(key, ""), SENT_AT);
        try (JobExecution work = executions.begin(job, Progress.NONE, Optional.empty())) {
            while (true) {
                switch (work.step()) {
                    case JobExecution.Step.Going going -> {
                        continue;
                    }
                    case JobExecution.Step.Finished finished -> {
                        return finished.progress();
                    }
                    case JobExecution.Step.Refused refused ->
                            throw new IllegalStateException(clip + ": " + refused.reason());
                }
            }
        }
    }

    /** Keeps what it is asked, so that the same can be asked again without anything around it. */
    private static final class Recording implements FrameModel {
        private final FrameModel model;
        private final List<Runnable> calls = new ArrayList<>();
        private boolean recording;

        Recording(FrameModel model) {
            this.model = model;
        }

        private void keep(Runnable call) {
            if (recording) {
                calls.add(call);
            }
        }

        @Override
        public ImageFindings look(Frame frame) {
            keep(() -> model.look(frame));
            return model.look(frame);
        }

        @Override
        public List<Pose> poses(Frame frame) {
            keep(() -> model.poses(frame));
            return model.poses(frame);
        }

        @Override
        public List<Detection> objects(Frame frame) {
            keep(() -> model.objects(frame));
            return model.objects(frame);
        }

        @Override
        public Set<String> objectLabels() {
            return model.objectLabels();
        }

        @Override
        public List<ModelVersion> versions() {
            return model.versions();
        }

        @Override
        public void close() {
            model.close();
        }
    }
}

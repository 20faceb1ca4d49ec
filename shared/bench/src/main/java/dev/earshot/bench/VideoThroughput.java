package dev.earshot.bench;

import ai.djl.Device;

import dev.earshot.core.ModelVersion;
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
import dev.earshot.video.VideoAnalyser;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.Pose;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A video job from the stored file to the stored result, against only decoding the file and against
 * only the model calls that the job makes; and several such jobs on two threads. The stores are in
 * memory.
 */
final class VideoThroughput {
    private static final int ROUNDS = 3;
    private static final int JOBS = 4;
    private static final int PART_BYTES = 8 << 20;

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

    /** Runs jobs on two threads, like the worker with its standard settings. */
    private void sideBySide(Path clip, byte[] file, FrameModel model, TextReader reader)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> jobs = new ArrayList<>();
            for (int i = 0; i < JOBS; i++) {
                jobs.add(threads.submit(() -> job(clip, file, model, reader)));
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
                        // Decodes for the time it takes.
                    }
                }
            }
        }
    }

    private Progress job(Path clip, byte[] file, FrameModel model, TextReader reader) {
        String key = "media/" + clip.getFileName();
        var videos = new VideoAnalyser(decoder, model, new ContactSheet());
        return new InMemoryJob(videos, reader, new Pseudonymiser(new byte[32]), PART_BYTES)
                .run(new Task.Video(key, ""), key, file);
    }

    /** Records its calls, so that they can be repeated without the job around them. */
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

package dev.earshot.evaluation.vision;

import ai.djl.Device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.picture.Detection;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.ffmpeg.ChildDecoder;
import dev.earshot.ffmpeg.ContactSheet;
import dev.earshot.ffmpeg.DecoderSettings;
import dev.earshot.video.VideoAnalyser;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.FrameSource.Event.Sample;
import dev.earshot.video.frame.Thumbnail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is found in the clips of the folder {@code video}, beside what one frame a second would
 * find; cuts in pieces of them stitched together; and still pictures held for a while.
 */
public final class VideoFigures implements VisionEvaluation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PIECES = 60;
    private static final int STILL_SECONDS = 20;

    /** A boundary found so far from a true one is the same. */
    private static final double NEAR = 0.3;

    /** What the rules call the actions of the clips; a name without an entry has no rule. */
    private static final Map<String, Set<String>> CALLED =
            Map.of(
                    "sign language interpreting", Set.of("gesturing", "waving"),
                    "baseball", Set.of("playing baseball"),
                    "applying eye makeup", Set.of("touching the face"),
                    "arm wrestling", Set.of("arm wrestling"));

    private final FrameSource decoder = new ChildDecoder(DecoderSettings.standard());

    @Override
    public String name() {
        return "video";
    }

    private record Clip(Path file, JsonNode labels) {}

    @Override
    public List<Figure> measure(AnnotatedPictures pictures, Path models) throws IOException {
        List<Clip> clips = clips(pictures.beside("video"));
        List<List<Sample>> decoded = clips.stream().map(c -> decode(c.file())).toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(cuts(decoded));
        try (FrameModel model = FrameVision.load(models, Device.cpu())) {
            figures.addAll(found(clips, decoded, model));
            figures.addAll(stills(decoded, model));
        }
        return figures;
    }

    private static List<Clip> clips(Path folder) throws IOException {
        Path list = folder.resolve("labels.jsonl");
        if (!Files.exists(list)) {
            throw new DataMissingException("there is no " + list);
        }
        List<Clip> clips = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.isBlank()) {
                JsonNode labels = JSON.readTree(line);
                clips.add(new Clip(folder.resolve(labels.path("file").asText()), labels));
            }
        }
        return clips;
    }

    private List<Sample> decode(Path file) {
        List<Sample> samples = new ArrayList<>();
        switch (decoder.open(file, VideoLimits.STANDARD, Optional.empty())) {
            case FrameSource.Opening.Refused refused ->
                    throw new DataMissingException(file + ": " + refused.reason());
            case FrameSource.Opening.Opened opened -> {
                try (FrameSource.Clip clip = opened.clip()) {
                    while (clip.next() instanceof Sample sample) {
                        samples.add(sample);
                    }
                }
            }
        }
        return samples;
    }

    private static VideoFindings analyse(FrameSource source, Path file, FrameModel model) {
        VideoModel video = new VideoAnalyser(source, model, new ContactSheet());
        switch (video.open(file, VideoLimits.STANDARD, Optional.empty())) {
            case VideoModel.Opening.Refused refused ->
                    throw new DataMissingException(file + ": " + refused.reason());
            case VideoModel.Opening.Opened opened -> {
                try (VideoModel.Run run = opened.run()) {
                    while (true) {
                        switch (run.step()) {
                            case VideoModel.Step.Going going -> {
                                continue;
                            }
                            case VideoModel.Step.Finished finished -> {
                                return finished.findings();
                            }
                            case VideoModel.Step.Refused refused ->
                                    throw new DataMissingException(file + ": " + refused.reason());
                        }
                    }
                }
            }
        }
    }

    private static Figure cuts(List<List<Sample>> decoded) {
        List<List<Thumbnail>> clips =
                decoded.stream()
                        .map(samples -> samples.stream().map(Sample::thumbnail).toList())
                        .toList();
        StitchedClips stitched = new StitchedClips(clips, PIECES, 11);
        List<Double> found =
                analyse(stitched, Path.of("stitched"), new BlindModel()).shots().stream()
                        .map(Shot::start)
                        .filter(start -> start > 0)
                        .toList();
        List<Double> left = new ArrayList<>(found);
        int right = 0;
        for (double boundary : stitched.boundaries()) {
            Optional<Double> near =
                    left.stream().filter(f -> Math.abs(f - boundary) <= NEAR).findFirst();
            if (near.isPresent()) {
                left.remove(near.get());
                right++;
            }
        }
        int boundaries = stitched.boundaries().size();
        return Figure.atLeast(
                        "video: cuts, dissolves and fades, F1 within 0.3 s",
                        boundaries,
                        "joints",
                        2.0 * right / (found.size() + boundaries),
                        0.9)
                .beside(
                        "found %d of %d, and %d where there is none"
                                .formatted(right, boundaries, found.size() - right));
    }

    private List<Figure> found(List<Clip> clips, List<List<Sample>> decoded, FrameModel model) {
        int usual = 0;
        int alsoOurs = 0;
        int analysed = 0;
        double seconds = 0;
        int objects = 0;
        int objectsFound = 0;
        int people = 0;
        double peopleTime = 0;
        int actions = 0;
        int actionsFound = 0;
        long cpu = 0;
        for (int i = 0; i < clips.size(); i++) {
            long before = cpuNanos();
            VideoFindings found = analyse(decoder, clips.get(i).file(), model);
            cpu += cpuNanos() - before;
            Set<String> ours = new HashSet<>();
            found.tracks().forEach(track -> ours.add(track.label()));
            Set<String> labels = eachSecond(decoded.get(i), model);
            usual += labels.size();
            labels.retainAll(ours);
            alsoOurs += labels.size();
            analysed += found.framesAnalysed();
            seconds += found.durationSeconds();
            for (JsonNode object : clips.get(i).labels().path("objects")) {
                objects++;
                objectsFound += ours.contains(object.asText()) ? 1 : 0;
                if (object.asText().equals("person")) {
                    people++;
                    peopleTime += shareWithPerson(found);
                }
            }
            JsonNode action = clips.get(i).labels().path("action");
            if (action.isTextual()) {
                actions++;
                Set<String> called = CALLED.getOrDefault(action.asText(), Set.of());
                actionsFound +=
                        found.actions().stream().map(VideoAction::label).anyMatch(called::contains)
                                ? 1
                                : 0;
            }
        }
        return List.of(
                Figure.atLeast(
                        "video: labels that one frame a second finds",
                        usual,
                        "labels",
                        (double) alsoOurs / usual,
                        0.95),
                Figure.plain(
                        "video: frames seen for each second, moving clips",
                        clips.size(),
                        "clips",
                        analysed / seconds),
                Figure.plain(
                                "video: annotated things found",
                                objects,
                                "things",
                                (double) objectsFound / objects)
                        .withWilson(),
                Figure.plain(
                        "video: share of time with a person followed",
                        people,
                        "clips",
                        peopleTime / people),
                Figure.plain(
                                "video: annotated actions found by rule",
                                actions,
                                "clips",
                                (double) actionsFound / actions)
                        .withWilson(),
                Figure.plain(
                        "video: CPU seconds for a second of video, without decoding",
                        (int) Math.round(seconds),
                        "seconds",
                        cpu / 1e9 / seconds));
    }

    private static List<Figure> stills(List<List<Sample>> decoded, FrameModel model) {
        int usual = 0;
        int alsoOurs = 0;
        int analysed = 0;
        for (List<Sample> samples : decoded) {
            Sample first = samples.getFirst();
            Frame frame = first.frame().orElseThrow();
            StillClips still = new StillClips(frame, first.thumbnail(), STILL_SECONDS);
            VideoFindings found = analyse(still, Path.of("still"), model);
            analysed += found.framesAnalysed();
            Set<String> ours = new HashSet<>();
            found.tracks().stream().map(Track::label).forEach(ours::add);
            Set<String> labels = new HashSet<>();
            for (int second = 0; second < STILL_SECONDS; second += 4) {
                labels(model, still.frame(second, 1_000 + second), labels);
            }
            usual += labels.size();
            labels.retainAll(ours);
            alsoOurs += labels.size();
        }
        int seconds = STILL_SECONDS * decoded.size();
        return List.of(
                Figure.atMost(
                        "video: frames seen for each second, still footage",
                        decoded.size(),
                        "clips",
                        (double) analysed / seconds,
                        0.25),
                Figure.atLeast(
                        "video: labels found in still footage",
                        usual,
                        "labels",
                        (double) alsoOurs / usual,
                        0.95));
    }

    private static Set<String> eachSecond(List<Sample> samples, FrameModel model) {
        Set<String> labels = new HashSet<>();
        int next = 0;
        for (Sample sample : samples) {
            if (sample.frame().isPresent() && sample.thumbnail().seconds() >= next - 1e-6) {
                labels(model, sample.frame().get(), labels);
                next = (int) sample.thumbnail().seconds() + 1;
            }
        }
        return labels;
    }

    private static void labels(FrameModel model, Frame frame, Set<String> into) {
        model.look(frame).objects().stream().map(Detection::label).forEach(into::add);
    }

    private static double shareWithPerson(VideoFindings found) {
        int steps = 50;
        int with = 0;
        for (int i = 0; i < steps; i++) {
            double at = found.durationSeconds() * (i + 0.5) / steps;
            with +=
                    found.tracks().stream()
                                    .anyMatch(
                                            t ->
                                                    t.label().equals("person")
                                                            && t.start() <= at
                                                            && t.end() >= at)
                            ? 1
                            : 0;
        }
        return (double) with / steps;
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }
}

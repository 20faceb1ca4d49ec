package dev.earshot.evaluation.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.earshot.core.picture.Detection;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.vision.FrameVision;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.ffmpeg.ChildDecoder;
import dev.earshot.ffmpeg.DecoderSettings;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.FrameSource.Event.Sample;
import dev.earshot.video.frame.Thumbnail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures what is found in the clips of the folder {@code video}, compared with one frame a
 * second; shot boundaries in stitched pieces of these clips; and the cost of still footage.
 */
public final class VideoFigures implements VisionEvaluation {
    private static final int PIECES = 60;
    private static final int STILL_SECONDS = 20;
    private static final int MOMENTS = 50;

    /** A boundary found within this many seconds of a true one matches it. */
    private static final double NEAR = 0.3;

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
        try (FrameModel model = FrameVision.load(models, ComputeDevice.CPU)) {
            figures.addAll(moving(clips, decoded, model));
            figures.addAll(stills(decoded, model));
        }
        return figures;
    }

    private static List<Clip> clips(Path folder) throws IOException {
        return AnnotatedPictures.lines(DataFolder.need(folder, "labels.jsonl")).stream()
                .map(labels -> new Clip(folder.resolve(labels.path("file").asText()), labels))
                .toList();
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

    private static Figure cuts(List<List<Sample>> decoded) {
        List<List<Thumbnail>> clips =
                decoded.stream()
                        .map(samples -> samples.stream().map(Sample::thumbnail).toList())
                        .toList();
        StitchedClips stitched = new StitchedClips(clips, PIECES, 11);
        List<Double> found =
                ClipAnalysis.of(stitched, Path.of("stitched"), new BlindModel()).shots().stream()
                        .map(Shot::start)
                        .filter(start -> start > 0)
                        .toList();
        return cuts(found, stitched.boundaries());
    }

    /**
     * F1 of shot boundaries; each found boundary matches at most one true one.
     *
     * @param found in seconds, ascending
     * @param boundaries the true ones, in seconds
     */
    static Figure cuts(List<Double> found, List<Double> boundaries) {
        List<Double> left = new ArrayList<>(found);
        int right = 0;
        for (double boundary : boundaries) {
            Optional<Double> near =
                    left.stream().filter(f -> Math.abs(f - boundary) <= NEAR).findFirst();
            if (near.isPresent()) {
                left.remove(near.get());
                right++;
            }
        }
        return Figure.of(
                        "video: cuts, dissolves and fades, F1 within 0.3 s",
                        boundaries.size(),
                        "joints",
                        2.0 * right / (found.size() + boundaries.size()))
                .atLeast(0.9)
                .beside(
                        "found %d of %d, and %d where there is none"
                                .formatted(right, boundaries.size(), found.size() - right));
    }

    /**
     * One analysed clip.
     *
     * @param labels the annotation of the clip
     * @param found the analysis's findings
     * @param eachSecond labels of the things found when one frame a second is read
     */
    record Analysed(JsonNode labels, VideoFindings found, Set<String> eachSecond) {
        /** Number of labels that both the analysis and one frame a second find. */
        int alsoFollowed() {
            Set<String> followed = new HashSet<>();
            found.tracks().forEach(track -> followed.add(track.label()));
            followed.retainAll(eachSecond);
            return followed.size();
        }

        boolean follows(String label) {
            return found.tracks().stream().anyMatch(track -> track.label().equals(label));
        }

        boolean showsAction(String action) {
            return found.actions().stream()
                    .map(VideoAction::label)
                    .anyMatch(told -> ActionNames.same(told, action));
        }

        /** The share of the clip's time in which a person is tracked, sampled at 50 moments. */
        double shareWithPerson() {
            int with = 0;
            for (int i = 0; i < MOMENTS; i++) {
                double at = found.durationSeconds() * (i + 0.5) / MOMENTS;
                with += found.tracks().stream().anyMatch(t -> isPersonAt(t, at)) ? 1 : 0;
            }
            return (double) with / MOMENTS;
        }

        private static boolean isPersonAt(Track track, double at) {
            return track.label().equals("person") && track.start() <= at && track.end() >= at;
        }
    }

    private List<Figure> moving(List<Clip> clips, List<List<Sample>> decoded, FrameModel model) {
        List<Analysed> analysed = new ArrayList<>();
        long cpu = 0;
        for (int i = 0; i < clips.size(); i++) {
            long before = cpuNanos();
            VideoFindings found = ClipAnalysis.of(decoder, clips.get(i).file(), model);
            cpu += cpuNanos() - before;
            analysed.add(
                    new Analysed(clips.get(i).labels(), found, eachSecond(decoded.get(i), model)));
        }
        return moving(analysed, cpu);
    }

    /**
     * @param cpu CPU time that the analysis of all clips took, in nanoseconds
     */
    static List<Figure> moving(List<Analysed> clips, long cpu) {
        int usual = 0;
        int alsoFollowed = 0;
        int frames = 0;
        double seconds = 0;
        int objects = 0;
        int objectsFound = 0;
        int people = 0;
        double peopleTime = 0;
        int actions = 0;
        int actionsFound = 0;
        for (Analysed clip : clips) {
            usual += clip.eachSecond().size();
            alsoFollowed += clip.alsoFollowed();
            frames += clip.found().framesAnalysed();
            seconds += clip.found().durationSeconds();
            for (JsonNode object : clip.labels().path("objects")) {
                objects++;
                objectsFound += clip.follows(object.asText()) ? 1 : 0;
                if (object.asText().equals("person")) {
                    people++;
                    peopleTime += clip.shareWithPerson();
                }
            }
            JsonNode action = clip.labels().path("action");
            if (action.isTextual()) {
                actions++;
                actionsFound += clip.showsAction(action.asText()) ? 1 : 0;
            }
        }
        return List.of(
                Figure.of(
                                "video: labels that one frame a second finds",
                                usual,
                                "labels",
                                (double) alsoFollowed / usual)
                        .atLeast(0.95),
                Figure.of(
                        "video: frames seen for each second, moving clips",
                        clips.size(),
                        "clips",
                        frames / seconds),
                Figure.share("video: annotated things found", objectsFound, objects, "things"),
                Figure.of(
                        "video: share of time with a person followed",
                        people,
                        "clips",
                        peopleTime / people),
                Figure.share(
                                "video: annotated actions found by rule",
                                actionsFound,
                                actions,
                                "clips")
                        .chosenHere("rules"),
                Figure.of(
                        "video: CPU seconds for a second of video, without decoding",
                        (int) Math.round(seconds),
                        "seconds",
                        cpu / 1e9 / seconds));
    }

    private static List<Figure> stills(List<List<Sample>> decoded, FrameModel model) {
        List<Analysed> analysed = new ArrayList<>();
        for (List<Sample> samples : decoded) {
            Sample first = samples.getFirst();
            Frame frame = first.frame().orElseThrow();
            StillClips still = new StillClips(frame, first.thumbnail(), STILL_SECONDS);
            VideoFindings found = ClipAnalysis.of(still, Path.of("still"), model);
            Set<String> labels = new HashSet<>();
            for (int second = 0; second < STILL_SECONDS; second += 4) {
                labels(model, still.frame(second, 1_000 + second), labels);
            }
            analysed.add(new Analysed(MissingNode.getInstance(), found, labels));
        }
        return stills(analysed);
    }

    /** Figures of clips that are {@value #STILL_SECONDS} seconds long each. */
    static List<Figure> stills(List<Analysed> clips) {
        int usual = 0;
        int alsoFollowed = 0;
        int frames = 0;
        for (Analysed clip : clips) {
            usual += clip.eachSecond().size();
            alsoFollowed += clip.alsoFollowed();
            frames += clip.found().framesAnalysed();
        }
        return List.of(
                Figure.of(
                                "video: frames seen for each second, still footage",
                                clips.size(),
                                "clips",
                                (double) frames / (STILL_SECONDS * clips.size()))
                        .atMost(0.25),
                Figure.of(
                                "video: labels found in still footage",
                                usual,
                                "labels",
                                (double) alsoFollowed / usual)
                        .atLeast(0.95));
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

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }
}

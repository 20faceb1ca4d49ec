package dev.earshot.video;

import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.UnsafeSpan;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.video.action.ActionSpans;
import dev.earshot.video.action.People;
import dev.earshot.video.frame.Boxes;
import dev.earshot.video.frame.CellMask;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameChoice;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.FrameSource.Event.Sample;
import dev.earshot.video.frame.Pose;
import dev.earshot.video.frame.SampledFrame;
import dev.earshot.video.frame.SampledFrame.Attention;
import dev.earshot.video.frame.Thumbnail;
import dev.earshot.video.shot.ShotDetector;
import dev.earshot.video.track.FrameObservation;
import dev.earshot.video.track.ObjectTracker;
import dev.earshot.video.track.Tracks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything known about a video during its analysis; each sample updates it, and a checkpoint
 * stores it. Used by one thread.
 */
final class VideoAnalysisState {
    /** Glances look for poses for this many seconds after a person was seen. */
    private static final double POSE_SEARCH_SECONDS = 2.5;

    /** Maximum number of looks kept for shots and safety: four hours at the fastest rate. */
    private static final int MAX_LOOKS = 40_000;

    /**
     * More than half of the looks within this many seconds of a flagged one must be flagged too.
     */
    private static final double CONFIRMATION_SECONDS = 3;

    private static final String DAMAGED = "some frames were damaged and were left out";

    private final FrameChoice choice;
    private final ShotDetector shots;
    private final ObjectTracker tracker;
    private final People people;
    private final ActionSpans actions;
    private final ScreenText text;
    private final KeyPictures pictures;
    private final List<FrameObservation> looks = new ArrayList<>();
    private double lastSeen = -1;
    private double lastPerson = -POSE_SEARCH_SECONDS;
    private int framesAnalysed;
    private int glances;
    private boolean damaged;

    private VideoAnalysisState(
            FrameChoice choice,
            ShotDetector shots,
            ObjectTracker tracker,
            People people,
            ActionSpans actions,
            ScreenText text,
            KeyPictures pictures) {
        this.choice = choice;
        this.shots = shots;
        this.tracker = tracker;
        this.people = people;
        this.actions = actions;
        this.text = text;
        this.pictures = pictures;
    }

    static VideoAnalysisState begin() {
        return new VideoAnalysisState(
                new FrameChoice(),
                new ShotDetector(),
                new ObjectTracker(),
                new People(),
                new ActionSpans(),
                new ScreenText(),
                new KeyPictures());
    }

    int framesAnalysed() {
        return framesAnalysed;
    }

    /** Whether no frame is pending, so that a checkpoint can be taken. */
    boolean settled() {
        return choice.settled();
    }

    /** Restores a thumbnail from before the checkpoint. */
    void recall(Thumbnail thumbnail) {
        shots.recall(thumbnail);
    }

    /** Adds the next sample; returns how many frames the models saw for it. */
    int take(Sample sample, FrameModel model, Miniatures miniatures) {
        damaged |= sample.afterDamage();
        shots.take(sample.thumbnail());
        if (sample.frame().isEmpty()) {
            return 0;
        }
        Frame pixels = sample.frame().get();
        tracker.screen((double) pixels.originalWidth() * pixels.originalHeight());
        CellMask near =
                CellMask.around(tracker.people(), pixels.originalWidth(), pixels.originalHeight());
        List<SampledFrame> chosen = choice.take(pixels, sample.thumbnail(), near);
        chosen.forEach(c -> see(c, model, miniatures));
        return chosen.size();
    }

    private void see(SampledFrame chosen, FrameModel model, Miniatures miniatures) {
        double seconds = chosen.frame().seconds();
        if (chosen.sceneChange()) {
            tracker.cut();
            people.cut();
        }
        if (chosen.attention() == Attention.LOOK) {
            look(chosen, model, miniatures);
        } else if (!glance(chosen, model)) {
            return;
        }
        framesAnalysed++;
        lastSeen = seconds;
    }

    private void look(SampledFrame chosen, FrameModel model, Miniatures miniatures) {
        Frame frame = chosen.frame();
        ImageFindings found = model.look(frame);
        tracker.see(frame.seconds(), found.objects(), label -> true, false);
        people.things(frame.seconds(), found.objects(), tracker);
        poses(frame, model, hasPerson(found.objects()) || !found.faces().isEmpty());
        text.see(frame.seconds(), found.text());
        if (looks.size() < MAX_LOOKS) {
            looks.add(FrameObservation.of(frame.seconds(), chosen.sharpness(), found));
        }
        pictures.add(new KeyPicture(frame.seconds(), miniatures.shrink(frame), found.objects()));
    }

    /** False if there was nothing for any model to look for. */
    private boolean glance(SampledFrame chosen, FrameModel model) {
        Frame frame = chosen.frame();
        boolean withObjects = glances++ % 2 == 0;
        boolean withPeople = frame.seconds() - lastPerson <= POSE_SEARCH_SECONDS;
        if (withObjects) {
            List<Detection> found = model.objects(frame);
            tracker.see(frame.seconds(), found, model.objectLabels()::contains, true);
            people.things(frame.seconds(), found, tracker);
            withPeople |= hasPerson(found);
        }
        if (withPeople) {
            poses(frame, model, false);
        }
        return withObjects || withPeople;
    }

    private void poses(Frame frame, FrameModel model, boolean somebody) {
        double seconds = frame.seconds();
        if (somebody || !tracker.people().isEmpty()) {
            lastPerson = seconds;
        }
        List<Pose> poses =
                seconds - lastPerson <= POSE_SEARCH_SECONDS ? model.poses(frame) : List.of();
        actions.take(seconds, people.take(seconds, poses, tracker));
    }

    private static boolean hasPerson(List<Detection> found) {
        return found.stream().anyMatch(d -> d.label().equals("person") && d.score() >= 0.4);
    }

    /** The findings, after the last frame; nothing can be added afterwards. */
    VideoFindings finish(
            FrameSource.Info info,
            FrameSource.Event.End ending,
            FrameModel model,
            Miniatures miniatures) {
        choice.finish().forEach(c -> see(c, model, miniatures));
        double duration = Math.max(ending.endSeconds(), lastSeen);
        List<Double> boundaries = shots.finish().stream().filter(b -> b < duration).toList();
        return new VideoFindings(
                duration,
                info.width(),
                info.height(),
                framesAnalysed,
                shots(boundaries, duration),
                Tracks.divided(tracker.finish(lastSeen, duration), boundaries),
                actions.finish(),
                text.finish(boundaries, duration),
                unsafe(duration),
                OptionalDouble.empty(),
                ending.damage().or(() -> damaged ? Optional.of(DAMAGED) : Optional.empty()));
    }

    List<KeyPicture> pictures() {
        return pictures.all();
    }

    private List<Shot> shots(List<Double> boundaries, double duration) {
        List<Shot> list = new ArrayList<>();
        double start = 0;
        for (int i = 0; i <= boundaries.size(); i++) {
            double from = start;
            double to = i < boundaries.size() ? boundaries.get(i) : duration;
            List<FrameObservation> inside =
                    looks.stream().filter(l -> l.seconds() >= from && l.seconds() < to).toList();
            double key =
                    inside.stream()
                            .max(Comparator.comparingDouble(FrameObservation::merit))
                            .map(FrameObservation::seconds)
                            .orElse((from + to) / 2);
            list.add(
                    new Shot(
                            from,
                            to,
                            key,
                            inside.stream().mapToInt(FrameObservation::faces).max().orElse(0),
                            FrameObservation.agreed(inside)));
            start = to;
        }
        return list;
    }

    /**
     * Whether most looks around a flagged one are flagged, including the one just before or just
     * after it: a single frame is often wrong.
     */
    private boolean confirmed(int index) {
        double seconds = looks.get(index).seconds();
        int from = index;
        while (from > 0 && near(from - 1, index, seconds)) {
            from--;
        }
        int to = index + 1;
        while (to < looks.size() && near(to, index, seconds)) {
            to++;
        }
        long flagged = looks.subList(from, to).stream().filter(l -> !l.unsafe().isEmpty()).count();
        boolean beside = flagged(index - 1) || flagged(index + 1);
        return flagged * 2 > to - from && (beside || looks.size() == 1);
    }

    private boolean flagged(int index) {
        return index >= 0 && index < looks.size() && !looks.get(index).unsafe().isEmpty();
    }

    private boolean near(int other, int index, double seconds) {
        return Math.abs(other - index) <= 1
                || Math.abs(looks.get(other).seconds() - seconds) <= CONFIRMATION_SECONDS;
    }

    /** The spans of confirmed looks; each lasts until the next look. */
    private List<UnsafeSpan> unsafe(double duration) {
        List<UnsafeSpan> spans = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            FrameObservation look = looks.get(i);
            if (look.unsafe().isEmpty() || !confirmed(i)) {
                continue;
            }
            double until = i + 1 < looks.size() ? looks.get(i + 1).seconds() : duration;
            UnsafeSpan last = spans.isEmpty() ? null : spans.getLast();
            if (last != null
                    && last.label().equals(look.unsafe())
                    && last.end() >= look.seconds()) {
                spans.set(
                        spans.size() - 1,
                        new UnsafeSpan(
                                last.label(),
                                last.start(),
                                until,
                                Math.max(last.score(), look.unsafeScore())));
            } else {
                spans.add(new UnsafeSpan(look.unsafe(), look.seconds(), until, look.unsafeScore()));
            }
        }
        return spans;
    }

    void write(DataOutput out) throws IOException {
        choice.write(out);
        shots.write(out);
        tracker.write(out);
        people.write(out);
        actions.write(out);
        text.write(out);
        pictures.write(out);
        out.writeInt(looks.size());
        for (FrameObservation look : looks) {
            look.write(out);
        }
        out.writeDouble(lastSeen);
        out.writeDouble(lastPerson);
        out.writeInt(framesAnalysed);
        out.writeInt(glances);
        out.writeBoolean(damaged);
    }

    static VideoAnalysisState read(DataInput in) throws IOException {
        VideoAnalysisState analysis =
                new VideoAnalysisState(
                        FrameChoice.read(in),
                        ShotDetector.read(in),
                        ObjectTracker.read(in),
                        People.read(in),
                        ActionSpans.read(in),
                        ScreenText.read(in),
                        KeyPictures.read(in));
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            analysis.looks.add(FrameObservation.read(in));
        }
        analysis.lastSeen = in.readDouble();
        analysis.lastPerson = in.readDouble();
        analysis.framesAnalysed = in.readInt();
        analysis.glances = in.readInt();
        analysis.damaged = in.readBoolean();
        return analysis;
    }
}

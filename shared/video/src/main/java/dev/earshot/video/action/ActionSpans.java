package dev.earshot.video.action;

import dev.earshot.core.video.VideoAction;
import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Merges cues of one label, whichever rule gave them, into time spans. Used by one thread. */
public final class ActionSpans {
    /** Cues up to this far apart belong together, if no frame in between was looked at. */
    private static final double MAX_GAP_SECONDS = 1.6;

    /** Spans with fewer cues are taken for mistakes ... */
    private static final int MIN_CUES = 3;

    /** ... and so are shorter ones ... */
    private static final double MIN_SECONDS = 0.55;

    /** ... and those with cues in a smaller share of their frames. */
    private static final double MIN_FRAME_SHARE = 0.35;

    /** Seconds between glances at the usual rate; a cue covers this much time before it. */
    private static final double CUE_SECONDS = 0.2;

    private static final int MAX_SPANS = 400;

    /**
     * What hands do in nearly everything that people do: it is told only where it lasts, fills its
     * time, and nothing more telling is seen meanwhile.
     */
    private static final Set<String> UNTELLING = Set.of("gesturing", "touching the face");

    private static final double UNTELLING_SECONDS = 1.5;
    private static final double UNTELLING_FRAME_SHARE = 0.6;

    private final Map<String, Open> open = new TreeMap<>();
    private final List<VideoAction> done = new ArrayList<>();
    private double previous = -1;

    private static final class Open {
        private final double start;
        private double last;
        private double sum;
        private int cues;
        private int frames;
        private int framesAtLast;
        private double bestScore;
        private String basis = "";

        Open(double start) {
            this.start = start;
            this.last = start;
        }
    }

    /** Adds the cues of one frame. */
    public void take(double seconds, List<Cue> cues) {
        Map<String, Cue> best = new TreeMap<>();
        for (Cue cue : cues) {
            best.merge(cue.label(), cue, (a, b) -> a.score() >= b.score() ? a : b);
        }
        double reach = Math.min(seconds, previous < 0 ? seconds : previous) - MAX_GAP_SECONDS;
        for (String label : List.copyOf(open.keySet())) {
            Open span = open.get(label);
            if (span != null && span.last < reach) {
                close(label, span);
            }
        }
        open.values().forEach(span -> span.frames++);
        for (Cue cue : best.values()) {
            Open span =
                    open.computeIfAbsent(
                            cue.label(), l -> new Open(Math.max(0, seconds - CUE_SECONDS)));
            span.last = seconds;
            span.frames = Math.max(1, span.frames);
            span.framesAtLast = span.frames;
            span.sum += cue.score();
            span.cues++;
            if (cue.score() > span.bestScore) {
                span.bestScore = cue.score();
                span.basis = cue.basis();
            }
        }
        previous = seconds;
    }

    /** All actions, in order of their start. */
    public List<VideoAction> finish() {
        for (Map.Entry<String, Open> entry : Map.copyOf(open).entrySet()) {
            close(entry.getKey(), entry.getValue());
        }
        return done.stream()
                .filter(action -> !UNTELLING.contains(action.label()) || isAlone(action))
                .sorted(
                        Comparator.comparingDouble(VideoAction::start)
                                .thenComparing(VideoAction::label))
                .toList();
    }

    /** Whether nothing more telling is seen for a quarter of the time of an action. */
    private boolean isAlone(VideoAction action) {
        double covered = 0;
        for (VideoAction other : done) {
            if (!UNTELLING.contains(other.label())) {
                covered +=
                        Math.max(
                                0,
                                Math.min(action.end(), other.end())
                                        - Math.max(action.start(), other.start()));
            }
        }
        return covered < (action.end() - action.start()) / 4;
    }

    private void close(String label, Open span) {
        open.remove(label);
        boolean untelling = UNTELLING.contains(label);
        double seconds = untelling ? UNTELLING_SECONDS : MIN_SECONDS;
        double share = untelling ? UNTELLING_FRAME_SHARE : MIN_FRAME_SHARE;
        boolean believed =
                span.cues >= MIN_CUES
                        && span.last - span.start >= seconds
                        && span.cues >= share * span.framesAtLast;
        if (believed && done.size() < MAX_SPANS) {
            double score = Math.round(span.sum / span.cues * 1e4) / 1e4;
            done.add(new VideoAction(label, span.start, span.last, score, span.basis));
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeDouble(previous);
        out.writeInt(open.size());
        for (Map.Entry<String, Open> entry : open.entrySet()) {
            Open span = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeDouble(span.start);
            out.writeDouble(span.last);
            out.writeDouble(span.sum);
            out.writeInt(span.cues);
            out.writeInt(span.frames);
            out.writeInt(span.framesAtLast);
            out.writeDouble(span.bestScore);
            out.writeUTF(span.basis);
        }
        out.writeInt(done.size());
        for (VideoAction action : done) {
            out.writeUTF(action.label());
            out.writeDouble(action.start());
            out.writeDouble(action.end());
            out.writeDouble(action.score());
            out.writeUTF(action.basis());
        }
    }

    public static ActionSpans read(DataInput in) throws IOException {
        ActionSpans spans = new ActionSpans();
        spans.previous = in.readDouble();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            String label = in.readUTF();
            Open span = new Open(in.readDouble());
            span.last = in.readDouble();
            span.sum = in.readDouble();
            span.cues = in.readInt();
            span.frames = in.readInt();
            span.framesAtLast = in.readInt();
            span.bestScore = in.readDouble();
            span.basis = in.readUTF();
            spans.open.put(label, span);
        }
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            spans.done.add(
                    new VideoAction(
                            in.readUTF(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readUTF()));
        }
        return spans;
    }
}

package dev.earshot.video;

import dev.earshot.core.picture.TextLine;
import dev.earshot.core.text.EditDistance;
import dev.earshot.core.video.VideoText;
import dev.earshot.video.frame.Boxes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Merges the lines of text read in successive looks: a line continues while the next look reads
 * nearly the same text, and the reading with the highest confidence is kept. It lasts until the
 * shot ends in which it was read last, or until an earlier look finds it gone. Used by one thread.
 */
public final class ScreenText {
    /** Maximum number of edits between two readings of one line, as a share of its length. */
    private static final double MAX_EDIT_SHARE = 0.25;

    /** A line may be missed by this many looks in a row. */
    private static final int MAX_MISSES = 1;

    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_LINES = 500;

    private final List<Line> live = new ArrayList<>();
    private final List<Read> done = new ArrayList<>();

    /**
     * A line that has left the screen.
     *
     * @param last when it was read last
     * @param gone when a look first found it gone, in seconds
     */
    private record Read(String text, double start, double last, double gone, double score) {
        VideoText within(List<Double> boundaries) {
            double end = gone;
            for (double boundary : boundaries) {
                end = boundary > last ? Math.min(end, boundary) : end;
            }
            return new VideoText(text, start, Math.max(last, end), score);
        }
    }

    private static final class Line {
        private String text;
        private String key;
        private final double start;
        private double end;
        private double score;

        /** Looks that did not find it since it was read last, and the time of the first. */
        private int missed;

        private double gone;

        Line(String text, String key, double start) {
            this.text = text;
            this.key = key;
            this.start = start;
            this.end = start;
        }
    }

    /** Adds the lines of one look. */
    void see(double seconds, List<TextLine> lines) {
        List<Line> before = List.copyOf(live);
        for (Line line : before) {
            line.gone = line.missed == 0 ? seconds : line.gone;
            line.missed++;
        }
        for (TextLine line : lines) {
            String text = line.text().strip();
            text = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
            String key = key(text);
            if (key.length() < MIN_LENGTH) {
                continue;
            }
            Line continued = find(before, key).orElse(null);
            if (continued == null) {
                continued = new Line(text, key, seconds);
                live.add(continued);
            }
            continued.end = seconds;
            continued.missed = 0;
            if (line.score() > continued.score) {
                continued.score = line.score();
                continued.text = text;
                continued.key = key;
            }
        }
        for (Line line : List.copyOf(live)) {
            if (line.missed > MAX_MISSES) {
                close(line, line.gone);
            }
        }
    }

    private static Optional<Line> find(List<Line> lines, String key) {
        return lines.stream()
                .filter(line -> line.missed > 0)
                .filter(
                        line ->
                                EditDistance.of(line.key, key)
                                        <= MAX_EDIT_SHARE
                                                * Math.max(line.key.length(), key.length()))
                .min(Comparator.comparingInt(line -> EditDistance.of(line.key, key)));
    }

    /**
     * All lines, in order of their start.
     *
     * @param boundaries where shots begin, in seconds
     * @param end the video's end
     */
    List<VideoText> finish(List<Double> boundaries, double end) {
        for (Line line : List.copyOf(live)) {
            close(line, line.missed == 0 ? end : line.gone);
        }
        return done.stream()
                .map(line -> line.within(boundaries))
                .sorted(Comparator.comparingDouble(VideoText::start).thenComparing(VideoText::text))
                .toList();
    }

    private void close(Line line, double gone) {
        live.remove(line);
        if (done.size() < MAX_LINES) {
            done.add(new Read(line.text, line.start, line.end, gone, line.score));
        }
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(live.size());
        for (Line line : live) {
            out.writeUTF(line.text);
            out.writeUTF(line.key);
            out.writeDouble(line.start);
            out.writeDouble(line.end);
            out.writeDouble(line.score);
            out.writeInt(line.missed);
            out.writeDouble(line.gone);
        }
        out.writeInt(done.size());
        for (Read line : done) {
            out.writeUTF(line.text());
            out.writeDouble(line.start());
            out.writeDouble(line.last());
            out.writeDouble(line.gone());
            out.writeDouble(line.score());
        }
    }

    static ScreenText read(DataInput in) throws IOException {
        ScreenText text = new ScreenText();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            Line line = new Line(in.readUTF(), in.readUTF(), in.readDouble());
            line.end = in.readDouble();
            line.score = in.readDouble();
            line.missed = in.readInt();
            line.gone = in.readDouble();
            text.live.add(line);
        }
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            text.done.add(
                    new Read(
                            in.readUTF(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble(),
                            in.readDouble()));
        }
        return text;
    }
}

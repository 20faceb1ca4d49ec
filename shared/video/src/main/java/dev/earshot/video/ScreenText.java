package dev.earshot.video;

import dev.earshot.core.picture.TextLine;
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
 * Joins the lines of text read in looks: a line goes on while the next look reads nearly the same,
 * and the surest reading of it stays. Used by one thread.
 */
public final class ScreenText {
    /** Edits between two readings of one line, as a share of its length. */
    private static final double ALIKE = 0.25;

    /** Looks in a row that may miss a line. */
    private static final int MISSES = 1;

    private static final int SHORTEST = 2;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_LINES = 500;

    private final List<Line> live = new ArrayList<>();
    private final List<VideoText> done = new ArrayList<>();

    private static final class Line {
        private String text;
        private String key;
        private final double start;
        private double end;
        private double score;
        private int missed;

        Line(String text, String key, double start) {
            this.text = text;
            this.key = key;
            this.start = start;
            this.end = start;
        }
    }

    /** Takes the lines of one look. */
    void see(double seconds, List<TextLine> lines) {
        List<Line> before = List.copyOf(live);
        before.forEach(line -> line.missed++);
        for (TextLine line : lines) {
            String text = line.text().strip();
            text = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
            String key = key(text);
            if (key.length() < SHORTEST) {
                continue;
            }
            Line goesOn = find(before, key).orElse(null);
            if (goesOn == null) {
                goesOn = new Line(text, key, seconds);
                live.add(goesOn);
            }
            goesOn.end = seconds;
            goesOn.missed = 0;
            if (line.score() > goesOn.score) {
                goesOn.score = line.score();
                goesOn.text = text;
                goesOn.key = key;
            }
        }
        for (Line line : List.copyOf(live)) {
            if (line.missed > MISSES) {
                close(line, line.end);
            }
        }
    }

    private static Optional<Line> find(List<Line> lines, String key) {
        return lines.stream()
                .filter(line -> line.missed > 0)
                .filter(
                        line ->
                                edits(line.key, key)
                                        <= ALIKE * Math.max(line.key.length(), key.length()))
                .min(Comparator.comparingInt(line -> edits(line.key, key)));
    }

    /**
     * Every line, in order of its beginning.
     *
     * @param lastLook when the models looked last; what they read then stays until {@code end}
     */
    List<VideoText> finish(double lastLook, double end) {
        for (Line line : List.copyOf(live)) {
            close(line, line.end >= lastLook ? end : line.end);
        }
        return done.stream()
                .sorted(Comparator.comparingDouble(VideoText::start).thenComparing(VideoText::text))
                .toList();
    }

    private void close(Line line, double end) {
        live.remove(line);
        if (done.size() < MAX_LINES) {
            done.add(new VideoText(line.text, line.start, Math.max(line.end, end), line.score));
        }
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    /** Levenshtein distance. */
    public static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
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
        }
        out.writeInt(done.size());
        for (VideoText text : done) {
            out.writeUTF(text.text());
            out.writeDouble(text.start());
            out.writeDouble(text.end());
            out.writeDouble(text.score());
        }
    }

    static ScreenText read(DataInput in) throws IOException {
        ScreenText text = new ScreenText();
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            Line line = new Line(in.readUTF(), in.readUTF(), in.readDouble());
            line.end = in.readDouble();
            line.score = in.readDouble();
            line.missed = in.readInt();
            text.live.add(line);
        }
        for (int left = Boxes.length(in.readInt()); left > 0; left--) {
            text.done.add(
                    new VideoText(in.readUTF(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return text;
    }
}

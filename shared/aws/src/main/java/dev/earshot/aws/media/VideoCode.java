package dev.earshot.aws.media;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.UnsafeSpan;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Findings of a video as compressed bytes: a format number, then the fields of each record in their
 * order; times and scores as float64, boxes as float32. Stateless.
 */
final class VideoCode {
    private static final int FORMAT = 2;

    /** The format from before shots had scenery. */
    private static final int WITHOUT_SCENERY = 1;

    private VideoCode() {}

    static byte[] write(VideoFindings findings) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(FORMAT);
            out.writeDouble(findings.durationSeconds());
            out.writeInt(findings.width());
            out.writeInt(findings.height());
            out.writeInt(findings.framesAnalysed());
            out.writeDouble(findings.predictedEngagement().orElse(Double.NaN));
            out.writeUTF(findings.damage().orElse(""));
            out.writeInt(findings.shots().size());
            for (Shot shot : findings.shots()) {
                span(out, shot.start(), shot.end(), shot.keyframe());
                out.writeInt(shot.faces());
                scored(out, shot.scenery().scene().stream().toList());
                scored(out, shot.scenery().settings());
                scored(out, shot.scenery().garment().stream().toList());
            }
            out.writeInt(findings.tracks().size());
            for (Track track : findings.tracks()) {
                write(out, track);
            }
            out.writeInt(findings.actions().size());
            for (VideoAction action : findings.actions()) {
                out.writeUTF(action.label());
                span(out, action.start(), action.end(), action.score());
                out.writeUTF(action.basis());
            }
            out.writeInt(findings.text().size());
            for (VideoText text : findings.text()) {
                out.writeUTF(text.text());
                span(out, text.start(), text.end(), text.score());
            }
            out.writeInt(findings.unsafe().size());
            for (UnsafeSpan unsafe : findings.unsafe()) {
                out.writeUTF(unsafe.label());
                span(out, unsafe.start(), unsafe.end(), unsafe.score());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory must take the findings of a video", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Track track) throws IOException {
        out.writeUTF(track.label());
        span(out, track.start(), track.end(), track.score());
        out.writeDouble(track.share());
        out.writeInt(track.boxes().size());
        for (Track.TimedBox timed : track.boxes()) {
            out.writeDouble(timed.time());
            out.writeFloat((float) timed.box().x());
            out.writeFloat((float) timed.box().y());
            out.writeFloat((float) timed.box().width());
            out.writeFloat((float) timed.box().height());
        }
    }

    private static void scored(DataOutputStream out, List<Scored> labels) throws IOException {
        out.writeInt(labels.size());
        for (Scored label : labels) {
            out.writeUTF(label.label());
            out.writeDouble(label.score());
            out.writeUTF(label.basis());
        }
    }

    private static Shot shot(DataInputStream in, int format) throws IOException {
        double start = in.readDouble();
        double end = in.readDouble();
        double keyframe = in.readDouble();
        int faces = in.readInt();
        return format == WITHOUT_SCENERY
                ? new Shot(start, end, keyframe, faces)
                : new Shot(
                        start,
                        end,
                        keyframe,
                        faces,
                        new Scenery(
                                scored(in).stream().findFirst(),
                                scored(in),
                                scored(in).stream().findFirst()));
    }

    private static List<Scored> scored(DataInputStream in) throws IOException {
        return list(in, () -> new Scored(in.readUTF(), in.readDouble(), in.readUTF()));
    }

    private static void span(DataOutputStream out, double start, double end, double third)
            throws IOException {
        out.writeDouble(start);
        out.writeDouble(end);
        out.writeDouble(third);
    }

    static VideoFindings read(byte[] bytes) {
        try (var in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int format = in.readByte();
            if (format != FORMAT && format != WITHOUT_SCENERY) {
                throw new IllegalStateException("findings of a video have no format " + format);
            }
            double duration = in.readDouble();
            int width = in.readInt();
            int height = in.readInt();
            int frames = in.readInt();
            double engagement = in.readDouble();
            String damage = in.readUTF();
            List<Shot> shots = list(in, () -> shot(in, format));
            List<Track> tracks = list(in, () -> track(in));
            List<VideoAction> actions =
                    list(
                            in,
                            () ->
                                    new VideoAction(
                                            in.readUTF(),
                                            in.readDouble(),
                                            in.readDouble(),
                                            in.readDouble(),
                                            in.readUTF()));
            List<VideoText> text =
                    list(
                            in,
                            () ->
                                    new VideoText(
                                            in.readUTF(),
                                            in.readDouble(),
                                            in.readDouble(),
                                            in.readDouble()));
            List<UnsafeSpan> unsafe =
                    list(
                            in,
                            () ->
                                    new UnsafeSpan(
                                            in.readUTF(),
                                            in.readDouble(),
                                            in.readDouble(),
                                            in.readDouble()));
            return new VideoFindings(
                    duration,
                    width,
                    height,
                    frames,
                    shots,
                    tracks,
                    actions,
                    text,
                    unsafe,
                    Double.isNaN(engagement)
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(engagement),
                    damage.isEmpty() ? Optional.empty() : Optional.of(damage));
        } catch (IOException e) {
            throw new UncheckedIOException("findings of a video must be whole", e);
        }
    }

    private static Track track(DataInputStream in) throws IOException {
        return new Track(
                in.readUTF(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                list(
                        in,
                        () ->
                                new Track.TimedBox(
                                        in.readDouble(),
                                        new Box(
                                                in.readFloat(),
                                                in.readFloat(),
                                                in.readFloat(),
                                                in.readFloat()))));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> List<T> list(DataInputStream in, Reading<T> one) throws IOException {
        int count = in.readInt();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(one.read());
        }
        return list;
    }
}

package dev.earshot.video;

import dev.earshot.core.FieldException;
import dev.earshot.core.ModelVersion;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.shot.ShotDetector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Position of an analysis in its video.
 *
 * @param originTicks from the first opening of the file
 * @param secondsDone time of the last sample taken, -1 before the first
 * @param framesDecoded samples taken
 */
record Checkpoint(
        long originTicks, double secondsDone, long framesDecoded, VideoAnalysisState analysis) {
    /** Raised whenever the format or the meaning of what is written changes. */
    private static final int FORMAT = 3;

    static Checkpoint begin(FrameSource.Info info) {
        return new Checkpoint(info.originTicks(), -1, 0, VideoAnalysisState.begin());
    }

    /** Where the decoder must resume: early enough to refill the shot detector's history. */
    FrameSource.From from() {
        return new FrameSource.From(Math.max(0, secondsDone - ShotDetector.HISTORY), originTicks);
    }

    byte[] write(List<ModelVersion> versions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(FORMAT);
            out.writeUTF(mark(versions));
            out.writeLong(originTicks);
            out.writeDouble(secondsDone);
            out.writeLong(framesDecoded);
            analysis.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** Empty if the checkpoint was written by other models or in another format, or is damaged. */
    static Optional<Checkpoint> read(byte[] bytes, List<ModelVersion> versions) {
        try (DataInputStream in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != FORMAT || !in.readUTF().equals(mark(versions))) {
                return Optional.empty();
            }
            return Optional.of(
                    new Checkpoint(
                            in.readLong(),
                            in.readDouble(),
                            in.readLong(),
                            VideoAnalysisState.read(in)));
        } catch (IOException | FieldException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String mark(List<ModelVersion> versions) {
        return Integer.toHexString(versions.toString().hashCode()) + " " + versions.size();
    }
}

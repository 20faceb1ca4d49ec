package dev.earshot.usecase.job;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.VideoException;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.core.video.VideoProgress;
import dev.earshot.core.video.VideoText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Treats every byte of a file as a second of video, and hashes them into a number that reveals any
 * byte skipped or read twice. A file that begins with {@code bad} is refused; one that begins with
 * {@code crash} kills the decoder at its second step. Thread-safe.
 */
final class HashingVideoModel implements VideoModel {
    private final AtomicInteger steps = new AtomicInteger();

    /** Number of steps of all runs. */
    int steps() {
        return steps.get();
    }

    /** The findings for a file. */
    static VideoFindings findings(byte[] file) {
        int hash = 7;
        for (byte each : file) {
            hash = 31 * hash + each;
        }
        return findings(file.length, hash);
    }

    private static VideoFindings findings(int length, int hash) {
        return new VideoFindings(
                length,
                64,
                48,
                length,
                List.of(new Shot(0, length, 0, 0)),
                List.of(),
                List.of(),
                List.of(new VideoText("good " + hash, 0, length, 1)),
                List.of(),
                OptionalDouble.empty());
    }

    @Override
    public Opening open(Path file, VideoLimits limits, Optional<byte[]> checkpoint) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("bad")) {
            return new Opening.Refused("the container is broken");
        }
        if (bytes.length > limits.maxSeconds()) {
            return new Opening.Refused("the video is too long");
        }
        return new Opening.Opened(new HashingRun(bytes, text.startsWith("crash"), checkpoint));
    }

    @Override
    public List<ModelVersion> versions() {
        return List.of(new ModelVersion("hash", "1", "0".repeat(64)));
    }

    @Override
    public void close() {}

    private final class HashingRun implements Run {
        private final byte[] bytes;
        private final boolean crashing;
        private int at;
        private int hash;

        HashingRun(byte[] bytes, boolean crashing, Optional<byte[]> checkpoint) {
            this.bytes = bytes;
            this.crashing = crashing;
            ByteBuffer saved =
                    checkpoint
                            .map(ByteBuffer::wrap)
                            .orElseGet(() -> ByteBuffer.allocate(8).putInt(0).putInt(7).flip());
            at = saved.getInt();
            hash = saved.getInt();
        }

        @Override
        public Step step() {
            steps.incrementAndGet();
            if (at >= bytes.length) {
                return new Step.Finished(
                        progress(), findings(bytes.length, hash), new byte[] {(byte) hash});
            }
            if (crashing && at > 0) {
                throw new VideoException("the decoder died at second " + at, null);
            }
            hash = 31 * hash + bytes[at++];
            return new Step.Going(progress());
        }

        private VideoProgress progress() {
            return new VideoProgress(at, bytes.length, at, at);
        }

        @Override
        public byte[] checkpoint() {
            return ByteBuffer.allocate(8).putInt(at).putInt(hash).array();
        }

        @Override
        public void close() {}
    }
}

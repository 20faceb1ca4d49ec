package dev.earshot.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of decoders.
 *
 * @param longestSide frames are scaled down to at most this many pixels per side
 * @param threads number of threads of one decoder
 * @param maxMemoryMegabytes address space of the child process; unbounded on systems without {@code
 *     ulimit}
 * @param silence a decoder that writes nothing for this long counts as hung
 * @param cache folder where FFmpeg's libraries are unpacked, once
 */
public record DecoderSettings(
        int longestSide, int threads, int maxMemoryMegabytes, Duration silence, Path cache) {
    /**
     * 960 pixels (text on the screen stays legible), half the processors up to four, 6 GB of
     * address space (an 8K HEVC stream needed 4), one minute.
     */
    public static DecoderSettings standard() {
        return new DecoderSettings(
                960,
                Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4),
                6_144,
                Duration.ofMinutes(1),
                Path.of(System.getProperty("java.io.tmpdir"), "earshot-ffmpeg"));
    }

    public DecoderSettings {
        if (longestSide < 32 || threads < 1 || maxMemoryMegabytes < 512 || !silence.isPositive()) {
            throw new IllegalArgumentException(
                    "a decoder needs a side of 32 pixels, a thread, 512 MB and some time, got "
                            + longestSide
                            + ", "
                            + threads
                            + ", "
                            + maxMemoryMegabytes
                            + ", "
                            + silence);
        }
    }
}

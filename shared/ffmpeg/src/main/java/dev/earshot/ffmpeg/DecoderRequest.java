package dev.earshot.ffmpeg;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.FrameSource.From;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The request to the child process, passed as its arguments.
 *
 * @param longestSide frames are scaled down to at most this many pixels per side
 * @param threads number of decoder threads
 */
record DecoderRequest(
        Path file, VideoLimits limits, Optional<From> from, int longestSide, int threads) {

    List<String> arguments() {
        return List.of(
                file.toString(),
                Double.toString(limits.maxSeconds()),
                Long.toString(limits.maxPixels()),
                Double.toString(limits.maxFramesPerSecond()),
                from.map(f -> Double.toString(f.seconds())).orElse("-"),
                from.map(f -> Long.toString(f.originTicks())).orElse("-"),
                Integer.toString(longestSide),
                Integer.toString(threads));
    }

    public static DecoderRequest of(String[] arguments) {
        if (arguments.length != 8) {
            throw new IllegalArgumentException("8 arguments are wanted, got " + arguments.length);
        }
        return new DecoderRequest(
                Path.of(arguments[0]),
                new VideoLimits(
                        Double.parseDouble(arguments[1]),
                        Long.parseLong(arguments[2]),
                        Double.parseDouble(arguments[3])),
                arguments[4].equals("-")
                        ? Optional.empty()
                        : Optional.of(
                                new From(
                                        Double.parseDouble(arguments[4]),
                                        Long.parseLong(arguments[5]))),
                Integer.parseInt(arguments[6]),
                Integer.parseInt(arguments[7]));
    }
}

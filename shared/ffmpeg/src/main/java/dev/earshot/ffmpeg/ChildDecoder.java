package dev.earshot.ffmpeg;

import dev.earshot.core.video.VideoException;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.FrameSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Decodes each file in a child process, so that a crash of FFmpeg only makes the clip throw {@link
 * VideoException}. The child decodes up to a few frames ahead while its parent works. Thread-safe.
 */
public final class ChildDecoder implements FrameSource {
    private final DecoderSettings settings;

    public ChildDecoder(DecoderSettings settings) {
        this.settings = settings;
    }

    @Override
    public Opening open(Path file, VideoLimits limits, Optional<From> from) {
        DecoderRequest request =
                new DecoderRequest(
                        file.toAbsolutePath(),
                        limits,
                        from,
                        settings.longestSide(),
                        settings.threads());
        Process process = start(request);
        return ChildClip.open(process, settings);
    }

    private Process start(DecoderRequest request) {
        try {
            Files.createDirectories(settings.cache());
            ProcessBuilder builder = new ProcessBuilder(DecoderCommand.of(request, settings));
            // A decoder needs none of the parent's secrets.
            builder.environment().clear();
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            return builder.start();
        } catch (IOException e) {
            throw new VideoException("a decoder could not be started: " + e.getMessage(), e);
        }
    }
}

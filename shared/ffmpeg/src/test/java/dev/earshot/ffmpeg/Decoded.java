package dev.earshot.ffmpeg;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.Frame;
import dev.earshot.video.frame.FrameSource;
import dev.earshot.video.frame.FrameSource.Clip;
import dev.earshot.video.frame.FrameSource.Event;
import dev.earshot.video.frame.FrameSource.From;
import dev.earshot.video.frame.FrameSource.Opening;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a decoder gives of a file, or why it gives nothing. */
record Decoded(
        FrameSource.Info info,
        List<Event.Sample> samples,
        Optional<Event.End> end,
        String refusal) {
    static final FrameSource DECODER = new ChildDecoder(patient());

    /** Takes a decoder for hung only when it is, however busy the machine. */
    private static DecoderSettings patient() {
        DecoderSettings standard = DecoderSettings.standard();
        return new DecoderSettings(
                standard.longestSide(),
                standard.threads(),
                standard.maxMemoryMegabytes(),
                Duration.ofMinutes(10),
                standard.cache());
    }

    List<Frame> frames() {
        return samples.stream().flatMap(s -> s.frame().stream()).toList();
    }

    static Decoded decode(Path file) {
        return decode(file, VideoLimits.STANDARD, Optional.empty());
    }

    static Decoded decode(Path file, VideoLimits limits, Optional<From> from) {
        List<Event.Sample> samples = new ArrayList<>();
        switch (DECODER.open(file, limits, from)) {
            case Opening.Refused refused -> {
                return new Decoded(
                        new FrameSource.Info(0, 0, 0, 0, ""),
                        samples,
                        Optional.empty(),
                        refused.reason());
            }
            case Opening.Opened opened -> {
                try (Clip clip = opened.clip()) {
                    while (true) {
                        switch (clip.next()) {
                            case Event.Sample sample -> samples.add(sample);
                            case Event.End end -> {
                                return new Decoded(clip.info(), samples, Optional.of(end), "");
                            }
                            case Event.Refused refused -> {
                                return new Decoded(
                                        clip.info(), samples, Optional.empty(), refused.reason());
                            }
                        }
                    }
                }
            }
        }
    }
}

package dev.earshot.cli.analyze;

import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.UnsafeSpan;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoException;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.core.video.VideoProgress;
import dev.earshot.core.video.VideoText;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.media.MediaReadings;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Analyses videos as the worker does, and prints on standard error what is in them. Not
 * thread-safe.
 */
final class Watching {
    private static final int MAX_LINES = 20;

    private final Supplier<VideoModel> model;
    private final PrintStream error;

    /**
     * @param model loaded when the first video comes
     */
    Watching(Supplier<VideoModel> model, PrintStream error) {
        this.model = model;
        this.error = error;
    }

    /** The result for a file of this machine. */
    MediaAnalysis watch(MediaReadings.File file, MediaReadings readings, BrandMatcher matcher) {
        long started = System.nanoTime();
        try {
            return switch (model.get()
                    .open(Path.of(file.key()), VideoLimits.STANDARD, Optional.empty())) {
                case VideoModel.Opening.Refused refused ->
                        readings.rejected(file, refused.reason());
                case VideoModel.Opening.Opened opened -> {
                    try (VideoModel.Run run = opened.run()) {
                        yield watch(run, file, readings, matcher, started);
                    }
                }
            };
        } catch (VideoException e) {
            return readings.rejected(file, String.valueOf(e.getMessage()));
        }
    }

    private MediaAnalysis watch(
            VideoModel.Run run,
            MediaReadings.File file,
            MediaReadings readings,
            BrandMatcher matcher,
            long started) {
        while (true) {
            switch (run.step()) {
                case VideoModel.Step.Going going -> {}
                case VideoModel.Step.Refused refused -> {
                    return readings.rejected(file, refused.reason());
                }
                case VideoModel.Step.Finished finished -> {
                    double seconds = (System.nanoTime() - started) / 1e9;
                    tell(file.key(), finished.findings(), finished.progress(), seconds);
                    return readings.watched(
                            file, finished.findings(), model.get().versions(), matcher);
                }
            }
        }
    }

    private void tell(String file, VideoFindings found, VideoProgress progress, double seconds) {
        say(
                "%s: %.1f s, %d x %d, %d of %d frames looked at, in %.1f s",
                file,
                found.durationSeconds(),
                found.width(),
                found.height(),
                found.framesAnalysed(),
                progress.framesDecoded(),
                seconds);
        found.damage().ifPresent(damage -> say("  damaged  %s", damage));
        for (Shot shot : found.shots().subList(0, Math.min(MAX_LINES, found.shots().size()))) {
            say(
                    "  shot     %s  %s",
                    span(shot.start(), shot.end()), shot.faces() == 0 ? "" : faces(shot.faces()));
        }
        more(found.shots().size());
        found.tracks().stream()
                .limit(MAX_LINES)
                .forEach(
                        track ->
                                say(
                                        "  track    %s  %s (%.2f), %.0f %% of the screen",
                                        span(track.start(), track.end()),
                                        track.label(),
                                        track.score(),
                                        100 * track.share()));
        more(found.tracks().size());
        for (VideoAction action : found.actions()) {
            say(
                    "  action   %s  %s (%.2f), from %s",
                    span(action.start(), action.end()),
                    action.label(),
                    action.score(),
                    action.basis());
        }
        for (VideoText text : found.text()) {
            say("  text     %s  %s", span(text.start(), text.end()), text.text());
        }
        for (UnsafeSpan unsafe : found.unsafe()) {
            say(
                    "  unsafe   %s  %s (%.2f)",
                    span(unsafe.start(), unsafe.end()), unsafe.label(), unsafe.score());
        }
        error.flush();
    }

    private void more(int count) {
        if (count > MAX_LINES) {
            say("           and %d more", count - MAX_LINES);
        }
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }

    private static String span(double start, double end) {
        return String.format(Locale.ROOT, "%7.2f - %7.2f s", start, end);
    }

    private void say(String format, Object... values) {
        error.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}

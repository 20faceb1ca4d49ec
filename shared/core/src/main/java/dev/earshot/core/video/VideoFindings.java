package dev.earshot.core.video;

import dev.earshot.core.Checks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was found in one video. Boxes are in pixels of the upright picture; times in seconds from
 * the beginning. As with pictures, faces are only counted.
 *
 * @param framesAnalysed frames that the models saw
 * @param shots cover the video from beginning to end
 * @param predictedEngagement not predicted yet, so empty
 * @param damage what is wrong with the file, empty if nothing; the findings of a damaged file cover
 *     what could be decoded
 */
public record VideoFindings(
        double durationSeconds,
        int width,
        int height,
        int framesAnalysed,
        List<Shot> shots,
        List<Track> tracks,
        List<VideoAction> actions,
        List<VideoText> text,
        List<UnsafeSpan> unsafe,
        OptionalDouble predictedEngagement,
        Optional<String> damage) {
    public VideoFindings {
        Checks.inRange("durationSeconds", durationSeconds, 0, Spans.MAX_SECONDS);
        Checks.notNegative("framesAnalysed", framesAnalysed);
        shots = List.copyOf(shots);
        tracks = List.copyOf(tracks);
        actions = List.copyOf(actions);
        text = List.copyOf(text);
        unsafe = List.copyOf(unsafe);
    }

    /** The findings of an undamaged file. */
    public VideoFindings(
            double durationSeconds,
            int width,
            int height,
            int framesAnalysed,
            List<Shot> shots,
            List<Track> tracks,
            List<VideoAction> actions,
            List<VideoText> text,
            List<UnsafeSpan> unsafe,
            OptionalDouble predictedEngagement) {
        this(
                durationSeconds,
                width,
                height,
                framesAnalysed,
                shots,
                tracks,
                actions,
                text,
                unsafe,
                predictedEngagement,
                Optional.empty());
    }

    /** The same findings with other lines of text. */
    public VideoFindings withText(List<VideoText> lines) {
        return new VideoFindings(
                durationSeconds,
                width,
                height,
                framesAnalysed,
                shots,
                tracks,
                actions,
                lines,
                unsafe,
                predictedEngagement,
                damage);
    }
}

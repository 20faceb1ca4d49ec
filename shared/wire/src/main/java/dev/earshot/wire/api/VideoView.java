package dev.earshot.wire.api;

import dev.earshot.core.picture.Scored;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.UnsafeSpan;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The parts of a result that only videos have; times in seconds from the start.
 *
 * @param contactSheet where the API serves the sheet
 */
record VideoView(
        double durationSeconds,
        int framesAnalysed,
        List<ShotView> shots,
        List<TrackView> tracks,
        List<VideoAction> actions,
        List<VideoText> textOnScreen,
        List<UnsafeSpan> unsafe,
        OptionalDouble predictedEngagement,
        Optional<String> damage,
        String contactSheet) {
    /** A shot, its scenery named as that of pictures. */
    record ShotView(
            double start,
            double end,
            double keyframe,
            int faces,
            Optional<Scored> scene,
            List<Scored> setting,
            Optional<Scored> clothing) {
        static ShotView of(Shot shot) {
            return new ShotView(
                    shot.start(),
                    shot.end(),
                    shot.keyframe(),
                    shot.faces(),
                    shot.scenery().scene(),
                    shot.scenery().settings(),
                    shot.scenery().garment());
        }
    }

    /** A track, its boxes flattened. */
    record TrackView(
            String label, double start, double end, double score, double share, List<At> boxes) {}

    /** A box at a time. */
    record At(double time, double x, double y, double width, double height) {}

    static VideoView of(String key, VideoFindings found) {
        return new VideoView(
                found.durationSeconds(),
                found.framesAnalysed(),
                found.shots().stream().map(ShotView::of).toList(),
                found.tracks().stream().map(VideoView::track).toList(),
                found.actions(),
                found.text(),
                found.unsafe(),
                found.predictedEngagement(),
                found.damage(),
                "/v1/contact-sheets/" + escaped(key));
    }

    private static TrackView track(Track track) {
        return new TrackView(
                track.label(),
                track.start(),
                track.end(),
                track.score(),
                track.share(),
                track.boxes().stream()
                        .map(
                                at ->
                                        new At(
                                                at.time(),
                                                at.box().x(),
                                                at.box().y(),
                                                at.box().width(),
                                                at.box().height()))
                        .toList());
    }

    /** A key as a path, its slashes kept. */
    private static String escaped(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}

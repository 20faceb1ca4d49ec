package dev.earshot.wire.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.VideoFindings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A file's result as the API shows it. */
record MediaView(
        String key,
        Kind kind,
        OptionalInt width,
        OptionalInt height,
        List<Detection> objects,
        Faces faces,
        List<TextLine> text,
        List<Box> unreadText,
        Optional<String> textLimits,
        Optional<SentimentView> textSentiment,
        List<String> brands,
        List<LogoFinding> logos,
        Optional<Safety> safety,
        Optional<Scored> scene,
        List<Scored> setting,
        Optional<Scored> clothing,
        Status status,
        Optional<String> reason,
        Optional<String> job,
        @JsonUnwrapped @Nullable VideoView video,
        List<ModelVersion> model,
        Instant analysedAt) {
    /** What sort of file it is. */
    enum Kind {
        IMAGE,
        VIDEO,
        UNKNOWN
    }

    /** State of the analysis. */
    enum Status {
        ANALYSED,
        QUEUED,
        REJECTED
    }

    /** Faces are counted and boxed, nothing else. */
    record Faces(int count, List<Box> boxes) {}

    static MediaView of(MediaAnalysis media) {
        return switch (media.status()) {
            case MediaAnalysis.Status.Analysed(ImageFindings found) ->
                    new MediaView(
                            media.key(),
                            Kind.IMAGE,
                            OptionalInt.of(found.width()),
                            OptionalInt.of(found.height()),
                            found.objects(),
                            new Faces(found.faces().size(), found.faces()),
                            found.text(),
                            found.unreadText(),
                            found.text().isEmpty() && found.unreadText().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(TextLine.LIMITS),
                            media.textReading().map(SentimentView::of),
                            media.brands(),
                            found.logos(),
                            Optional.of(found.safety()),
                            found.scenery().scene(),
                            found.scenery().settings(),
                            found.scenery().garment(),
                            Status.ANALYSED,
                            Optional.empty(),
                            Optional.empty(),
                            null,
                            media.models(),
                            media.analysedAt());
            case MediaAnalysis.Status.Watched(VideoFindings found) -> watched(media, found);
            case MediaAnalysis.Status.Queued(String job) ->
                    unseen(media, Kind.VIDEO, Status.QUEUED, Optional.empty(), Optional.of(job));
            case MediaAnalysis.Status.Rejected(String why) ->
                    unseen(
                            media,
                            Kind.UNKNOWN,
                            Status.REJECTED,
                            Optional.of(why),
                            Optional.empty());
        };
    }

    /** The face count is the most seen at once. */
    private static MediaView watched(MediaAnalysis media, VideoFindings found) {
        int faces = found.shots().stream().mapToInt(Shot::faces).max().orElse(0);
        return new MediaView(
                media.key(),
                Kind.VIDEO,
                OptionalInt.of(found.width()),
                OptionalInt.of(found.height()),
                List.of(),
                new Faces(faces, List.of()),
                List.of(),
                List.of(),
                found.text().isEmpty() ? Optional.empty() : Optional.of(TextLine.LIMITS),
                media.textReading().map(SentimentView::of),
                media.brands(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Status.ANALYSED,
                Optional.empty(),
                Optional.empty(),
                VideoView.of(media.key(), found),
                media.models(),
                media.analysedAt());
    }

    private static MediaView unseen(
            MediaAnalysis media,
            Kind kind,
            Status status,
            Optional<String> reason,
            Optional<String> job) {
        return new MediaView(
                media.key(),
                kind,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                new Faces(0, List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                media.brands(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                status,
                reason,
                job,
                null,
                media.models(),
                media.analysedAt());
    }
}

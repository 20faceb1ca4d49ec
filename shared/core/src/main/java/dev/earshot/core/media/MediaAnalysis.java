package dev.earshot.core.media;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.text.Reading;
import dev.earshot.core.video.VideoFindings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored result for one file.
 *
 * @param key the S3 key, decoded
 * @param version orders results of one key: S3's event sequencer, empty if none; compared as
 *     hexadecimal text padded on the right as S3 documents
 * @param textReading what the text model reads in the text of the picture; empty when it holds none
 * @param brands ids of the brands that the picture's text mentions
 */
public record MediaAnalysis(
        WorkspaceId workspace,
        String key,
        String version,
        Instant analysedAt,
        Status status,
        Optional<Reading> textReading,
        List<String> brands,
        List<ModelVersion> models) {
    public MediaAnalysis {
        brands = List.copyOf(brands);
        models = List.copyOf(models);
    }

    /** State of the file. */
    public sealed interface Status {
        /** A picture, analysed. */
        record Analysed(ImageFindings findings) implements Status {}

        /** A video, analysed. */
        record Watched(VideoFindings findings) implements Status {}

        /** A video queued for the worker as this job. */
        record Queued(String jobId) implements Status {}

        /** Refused, with the reason. */
        record Rejected(String reason) implements Status {}
    }
}

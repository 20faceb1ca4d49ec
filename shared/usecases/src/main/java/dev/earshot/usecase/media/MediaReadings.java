package dev.earshot.usecase.media;

import dev.earshot.core.Digests;
import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.OwnAccounts;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.picture.VisionModel;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.text.Reading;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.usecase.post.Brands.WorkspaceBrands;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A file in, its result out, without any service: the part that the function, the worker and the
 * command line share. The text models read the text in a picture too. Thread-safe.
 */
public final class MediaReadings {
    private final VisionModel vision;
    private final TextReader reader;
    private final Masking masking;
    private final InstantSource clock;

    /** Takes the text in pictures as it stands there. */
    public MediaReadings(VisionModel vision, TextReader reader, InstantSource clock) {
        this(vision, reader, Masking.NONE, clock);
    }

    /** Takes the text in pictures masked. */
    public MediaReadings(
            VisionModel vision, TextReader reader, Masking masking, InstantSource clock) {
        this.vision = vision;
        this.reader = reader;
        this.masking = masking;
        this.clock = clock;
    }

    /**
     * Analyses one file, without searching for logos.
     *
     * @param encoded the file, or its first bytes if it is known to be a video
     */
    public MediaAnalysis read(File file, byte[] encoded, BrandMatcher matcher) {
        return look(file, encoded, new WorkspaceBrands(matcher, List.of(), OwnAccounts.NONE))
                .analysis();
    }

    /**
     * Looks at one file, and for the brands' logos in it.
     *
     * @param encoded the file, or its first bytes if it is known to be a video
     */
    public Looked look(File file, byte[] encoded, WorkspaceBrands brands) {
        return switch (vision.look(encoded, brands.logos())) {
            case VisionModel.Look.Seen seen ->
                    new Looked(
                            seen(file, seen.findings(), brands.matcher()),
                            Optional.of(seen.blurredCopy()));
            case VisionModel.Look.Video video ->
                    without(result(file, new MediaAnalysis.Status.Queued(jobId(file, ""))));
            case VisionModel.Look.Refused refused -> without(rejected(file, refused.reason()));
        };
    }

    private static Looked without(MediaAnalysis analysis) {
        return new Looked(analysis, Optional.empty());
    }

    /**
     * The result for a file.
     *
     * @param blurredCopy makes the copy in which no face can be recognised; empty if the file is
     *     not a picture
     */
    public record Looked(MediaAnalysis analysis, Optional<Supplier<byte[]>> blurredCopy) {}

    /** The result for a file that can't be analysed. */
    public MediaAnalysis rejected(File file, String reason) {
        return result(file, new MediaAnalysis.Status.Rejected(reason));
    }

    /** The reason for refusing a picture of this size. */
    public static String tooLarge(long bytes, long maxBytes) {
        return "the file has "
                + bytes
                + " bytes, more than the "
                + maxBytes
                + " that a picture may have";
    }

    /** The result for a video that was analysed. */
    public MediaAnalysis watched(
            File file, VideoFindings findings, List<ModelVersion> models, BrandMatcher matcher) {
        List<String> lines = findings.text().stream().map(VideoText::text).toList();
        VideoFindings kept =
                findings.withText(
                        findings.text().stream()
                                .flatMap(each -> stored(each.text(), matcher).map(each::saying))
                                .toList());
        return result(file, new MediaAnalysis.Status.Watched(kept), lines, models, matcher);
    }

    private MediaAnalysis seen(File file, ImageFindings findings, BrandMatcher matcher) {
        List<String> lines = findings.text().stream().map(TextLine::text).toList();
        ImageFindings kept =
                findings.withText(
                        findings.text().stream()
                                .flatMap(each -> stored(each.text(), matcher).map(each::saying))
                                .toList());
        return result(
                file, new MediaAnalysis.Status.Analysed(kept), lines, vision.versions(), matcher);
    }

    /** What is stored of a line; nothing where it tells of a person and must not be. */
    private Stream<String> stored(String line, BrandMatcher matcher) {
        return masking.stored(line, masking.read(line, matcher.mentions(line))).stream();
    }

    /** The text models also read the text in the picture. */
    private MediaAnalysis result(
            File file,
            MediaAnalysis.Status status,
            List<String> lines,
            List<ModelVersion> lookers,
            BrandMatcher matcher) {
        List<ModelVersion> models = new ArrayList<>(lookers);
        Optional<Reading> reading = Optional.empty();
        if (!lines.isEmpty()) {
            String line = String.join(" ", lines);
            String text = Masking.readable(line, masking.read(line, matcher.mentions(line))).text();
            reading =
                    Optional.of(
                            reader.read(List.of(new TextReader.Text(text, Optional.empty())))
                                    .getFirst());
            models.addAll(
                    reading.get() instanceof Reading.Read read
                            ? read.model().stream().toList()
                            : reader.versions());
        }
        return new MediaAnalysis(
                file.workspace(),
                file.key(),
                file.version(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                status,
                reading,
                matcher.brandsInPicture(lines),
                models);
    }

    private MediaAnalysis result(File file, MediaAnalysis.Status status) {
        return new MediaAnalysis(
                file.workspace(),
                file.key(),
                file.version(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                status,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /**
     * The id of a video's job. The same file event always names the same job, so that redelivery
     * makes no second one.
     *
     * @param cause id of the job that asks for it; empty for an upload
     */
    public static String jobId(File file, String cause) {
        String event = file.workspace() + "\0" + file.key() + "\0" + file.version();
        return Digests.sha256("job\0" + event + (cause.isEmpty() ? "" : "\0" + cause))
                .substring(0, 32);
    }

    /**
     * The file that a result is for.
     *
     * @param key S3 key, decoded
     * @param version S3's sequencer, empty if unknown
     */
    public record File(WorkspaceId workspace, String key, String version) {}
}

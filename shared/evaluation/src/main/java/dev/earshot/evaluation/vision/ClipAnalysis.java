package dev.earshot.evaluation.vision;

import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.ffmpeg.ContactSheet;
import dev.earshot.video.VideoAnalyser;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;

import java.nio.file.Path;
import java.util.Optional;

/** Analyses a whole clip on the product's own path. Stateless. */
public final class ClipAnalysis {
    private ClipAnalysis() {}

    /**
     * What is found in a clip.
     *
     * @throws DataMissingException if the file can't be analysed; the message says why
     */
    public static VideoFindings of(FrameSource source, Path file, FrameModel model) {
        VideoModel video = new VideoAnalyser(source, model, new ContactSheet());
        return switch (video.open(file, VideoLimits.STANDARD, Optional.empty())) {
            case VideoModel.Opening.Refused refused -> throw refused(file, refused.reason());
            case VideoModel.Opening.Opened opened -> {
                try (VideoModel.Run run = opened.run()) {
                    yield toTheEnd(run, file);
                }
            }
        };
    }

    private static VideoFindings toTheEnd(VideoModel.Run run, Path file) {
        while (true) {
            switch (run.step()) {
                case VideoModel.Step.Going going -> {
                    continue;
                }
                case VideoModel.Step.Finished finished -> {
                    return finished.findings();
                }
                case VideoModel.Step.Refused refused -> throw refused(file, refused.reason());
            }
        }
    }

    private static DataMissingException refused(Path file, String reason) {
        return new DataMissingException(file + ": " + reason);
    }
}

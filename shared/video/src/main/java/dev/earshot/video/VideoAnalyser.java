package dev.earshot.video;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Analyses videos with a decoder and models for single frames. Thread-safe. */
public final class VideoAnalyser implements VideoModel {
    private final FrameSource frames;
    private final FrameModel model;
    private final Miniatures miniatures;

    /**
     * @param model closed with this analyser
     */
    public VideoAnalyser(FrameSource frames, FrameModel model, Miniatures miniatures) {
        this.frames = frames;
        this.model = model;
        this.miniatures = miniatures;
    }

    @Override
    public Opening open(Path file, VideoLimits limits, Optional<byte[]> checkpoint) {
        Optional<Checkpoint> saved =
                checkpoint.flatMap(bytes -> Checkpoint.read(bytes, model.versions()));
        return switch (frames.open(file, limits, saved.map(Checkpoint::from))) {
            case FrameSource.Opening.Refused refused -> new Opening.Refused(refused.reason());
            case FrameSource.Opening.Opened opened ->
                    new Opening.Opened(
                            new VideoRun(
                                    opened.clip(),
                                    model,
                                    miniatures,
                                    saved.orElseGet(() -> Checkpoint.begin(opened.clip().info()))));
        };
    }

    @Override
    public List<ModelVersion> versions() {
        return model.versions();
    }

    @Override
    public void close() {
        model.close();
    }
}

package dev.earshot.video;

import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoModel;
import dev.earshot.core.video.VideoProgress;
import dev.earshot.video.frame.FrameModel;
import dev.earshot.video.frame.FrameSource.Clip;
import dev.earshot.video.frame.FrameSource.Event;

/** The analysis of one video, in steps. The decoder works ahead while the models look. */
final class VideoRun implements VideoModel.Run {
    /** Frames that the models see in a step: about a second of CPU time. */
    private static final int SEEN_IN_A_STEP = 4;

    /** Maximum number of samples in a step, for a video in which nothing happens. */
    private static final int SAMPLES_IN_A_STEP = 300;

    private final Clip clip;
    private final FrameModel model;
    private final Miniatures miniatures;
    private final VideoAnalysisState analysis;
    private final long originTicks;
    private double secondsDone;
    private long framesDecoded;

    VideoRun(Clip clip, FrameModel model, Miniatures miniatures, Checkpoint from) {
        this.clip = clip;
        this.model = model;
        this.miniatures = miniatures;
        this.analysis = from.analysis();
        this.originTicks = from.originTicks();
        this.secondsDone = from.secondsDone();
        this.framesDecoded = from.framesDecoded();
    }

    @Override
    public VideoModel.Step step() {
        int seen = 0;
        int samples = 0;
        while (true) {
            switch (clip.next()) {
                case Event.Sample sample -> {
                    if (sample.thumbnail().seconds() <= secondsDone) {
                        analysis.recall(sample.thumbnail());
                        continue;
                    }
                    seen += analysis.take(sample, model, miniatures);
                    secondsDone = sample.thumbnail().seconds();
                    framesDecoded++;
                    samples++;
                }
                case Event.End end -> {
                    return finished(end);
                }
                case Event.Refused refused -> {
                    return new VideoModel.Step.Refused(refused.reason());
                }
            }
            if ((seen >= SEEN_IN_A_STEP || samples >= SAMPLES_IN_A_STEP) && analysis.settled()) {
                return new VideoModel.Step.Going(progress(clip.info().durationSeconds()));
            }
        }
    }

    private VideoModel.Step finished(Event.End end) {
        VideoFindings findings = analysis.finish(clip.info(), end, model, miniatures);
        return new VideoModel.Step.Finished(
                progress(findings.durationSeconds()),
                findings,
                miniatures.sheet(findings, analysis.pictures()));
    }

    private VideoProgress progress(double total) {
        return new VideoProgress(
                Math.max(0, secondsDone), total, framesDecoded, analysis.framesAnalysed());
    }

    @Override
    public byte[] checkpoint() {
        return new Checkpoint(originTicks, secondsDone, framesDecoded, analysis)
                .write(model.versions());
    }

    @Override
    public void close() {
        clip.close();
    }
}

package dev.earshot.core.video;

/**
 * Progress of a run since the video's beginning, including the earlier runs that it resumes.
 *
 * @param secondsDone playing time done
 * @param secondsTotal total playing time, 0 if the file does not say
 * @param framesDecoded frames decoded
 * @param framesAnalysed frames that the models saw
 */
public record VideoProgress(
        double secondsDone, double secondsTotal, long framesDecoded, int framesAnalysed) {
    /** Share done, in [0, 1]; 0 where the total is unknown. */
    public double fraction() {
        return secondsTotal > 0 ? Math.min(1, secondsDone / secondsTotal) : 0;
    }
}

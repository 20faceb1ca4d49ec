package dev.earshot.core.video;

/**
 * How far a run has come, since the video's beginning (earlier runs that it resumes included).
 *
 * @param secondsDone playing time that is behind it
 * @param secondsTotal playing time in all, 0 if the file does not say
 * @param framesDecoded frames that came out of the decoder
 * @param framesAnalysed frames that the models looked at
 */
public record VideoProgress(
        double secondsDone, double secondsTotal, long framesDecoded, int framesAnalysed) {
    /** Share that is done, in [0, 1]; 0 where the total is unknown. */
    public double fraction() {
        return secondsTotal > 0 ? Math.min(1, secondsDone / secondsTotal) : 0;
    }
}

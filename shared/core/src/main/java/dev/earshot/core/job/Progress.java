package dev.earshot.core.job;

import dev.earshot.core.Checks;

/**
 * How far a job has come, since its beginning.
 *
 * @param fraction share that is done, in [0, 1]
 * @param done records read, pictures looked at or frames decoded
 * @param refused of those, how many could not be taken; each posts' record is parked with its
 *     reason
 * @param analysed of a video's frames, how many the models looked at
 * @param mediaSeconds playing time that is behind it, of a video
 * @param busySeconds time that the worker spent on it
 */
public record Progress(
        double fraction,
        long done,
        long refused,
        long analysed,
        double mediaSeconds,
        double busySeconds) {
    /** Nothing done yet. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);

    public Progress {
        Checks.inRange("fraction", fraction, 0, 1);
        Checks.notNegative("done", done);
        Checks.notNegative("refused", refused);
        Checks.notNegative("analysed", analysed);
    }

    /** The same with another time spent. */
    public Progress withBusySeconds(double seconds) {
        return new Progress(fraction, done, refused, analysed, mediaSeconds, seconds);
    }

    /** Records, pictures or frames a second of work; 0 before any work. */
    public double rate() {
        return busySeconds > 0 ? done / busySeconds : 0;
    }
}

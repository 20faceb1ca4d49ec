package dev.earshot.core.job;

import dev.earshot.core.Checks;
import dev.earshot.core.post.FileReport;

import java.util.Optional;

/**
 * Progress of a job since its beginning.
 *
 * @param fraction share done, in [0, 1]
 * @param done records read, pictures analysed, frames decoded or stored posts looked at
 * @param refused how many of those could not be taken; refused records of posts are parked with
 *     their reason; stored posts are those whose texts are no longer kept
 * @param analysed how many of a video's frames the models saw
 * @param mediaSeconds for a video, playing time done
 * @param busySeconds time that the worker spent on it
 * @param report of a file of posts, what it was taken for and what became of its records; empty for
 *     other jobs and before the first step
 * @param claim what a claim of stored posts has changed; empty for other jobs
 */
public record Progress(
        double fraction,
        long done,
        long refused,
        long analysed,
        double mediaSeconds,
        double busySeconds,
        Optional<FileReport> report,
        Optional<ClaimTally> claim) {
    /** Nothing done yet. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);

    public Progress {
        Checks.inRange("fraction", fraction, 0, 1);
        Checks.notNegative("done", done);
        Checks.notNegative("refused", refused);
        Checks.notNegative("analysed", analysed);
    }

    /** Progress of a job that reads no file of posts. */
    public Progress(
            double fraction,
            long done,
            long refused,
            long analysed,
            double mediaSeconds,
            double busySeconds) {
        this(
                fraction,
                done,
                refused,
                analysed,
                mediaSeconds,
                busySeconds,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another time spent. */
    public Progress withBusySeconds(double seconds) {
        return new Progress(
                fraction, done, refused, analysed, mediaSeconds, seconds, report, claim);
    }

    /** The same with a report of the file. */
    public Progress withReport(FileReport now) {
        return new Progress(
                fraction,
                done,
                refused,
                analysed,
                mediaSeconds,
                busySeconds,
                Optional.of(now),
                claim);
    }

    /** The same with what a claim has changed. */
    public Progress withClaim(ClaimTally changed) {
        return new Progress(
                fraction,
                done,
                refused,
                analysed,
                mediaSeconds,
                busySeconds,
                report,
                Optional.of(changed));
    }

    /** Records, pictures or frames a second of work; 0 before any work. */
    public double rate() {
        return busySeconds > 0 ? done / busySeconds : 0;
    }
}

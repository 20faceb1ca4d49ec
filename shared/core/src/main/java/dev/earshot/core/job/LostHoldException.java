package dev.earshot.core.job;

/** The hold on a job ran out and another worker may have it; nothing was written. */
public final class LostHoldException extends Exception {
    private static final long serialVersionUID = 1L;

    public LostHoldException(String jobId) {
        super("the hold on job " + jobId + " has run out; another worker may have the job");
    }
}

package dev.earshot.video.action;

/**
 * Evidence in one frame that something is being done.
 *
 * @param label a verb in its -ing form
 * @param score in [0, 1]; chosen by hand, like the rules
 * @param basis what it was derived from, in plain words
 */
record Cue(String label, double score, String basis) {}

package dev.earshot.video.action;

/**
 * One frame's reason to think that something is being done.
 *
 * @param label a verb in its -ing form
 * @param score in [0, 1]; chosen by hand, as the rules are
 * @param basis what it was derived from, in plain words
 */
record Cue(String label, double score, String basis) {}

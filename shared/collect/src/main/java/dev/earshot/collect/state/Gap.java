package dev.earshot.collect.state;

import java.time.Instant;

/**
 * A stretch of which posts may be missing, and why.
 *
 * @param from exclusive
 * @param to exclusive
 * @param why in plain words
 */
public record Gap(Instant from, Instant to, String why) {}

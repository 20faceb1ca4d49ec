package dev.earshot.collect.feed;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of a quota is left, where a platform tells it as a share.
 *
 * @param percentLeft 0 to 100
 * @param regain how long until requests are allowed again, if it says
 */
public record Usage(int percentLeft, Optional<Duration> regain) {}

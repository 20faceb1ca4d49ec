package dev.earshot.engagement.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a case's history, for people.
 *
 * @param by who did it: a caller's name, {@code customer}, or {@code earshot}
 * @param what in plain words
 */
public record Happening(Instant at, String by, String what, Optional<String> note) {}

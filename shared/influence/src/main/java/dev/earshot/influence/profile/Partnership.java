package dev.earshot.influence.profile;

import dev.earshot.core.Checks;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A brand that a creator's posts advertise, as the posts themselves say.
 *
 * @param brand its id; empty for advertising that names no registered brand
 * @param disclosed posts that name the brand and say that they are advertising, at least one
 * @param others further posts that name it and do not say so
 * @param first day of the first disclosed post, in UTC
 * @param last day of the last
 */
public record Partnership(
        Optional<String> brand, int disclosed, int others, LocalDate first, LocalDate last) {
    public Partnership {
        Checks.inRange("disclosed", disclosed, 1, Integer.MAX_VALUE);
        Checks.notNegative("others", others);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "last must not be before first (" + first + "), got " + last);
        }
    }
}

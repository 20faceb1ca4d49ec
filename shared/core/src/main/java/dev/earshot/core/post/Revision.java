package dev.earshot.core.post;

import java.time.Instant;
import java.util.Comparator;

/**
 * Identifies one state of a post. Revisions of one post are totally ordered whatever the order of
 * arrival: by the platform's own edit marker, then by when the sender sent it, then by content.
 *
 * @param edit the platform's edit marker (position in X's edit history, or the time of the edit in
 *     milliseconds since 1970); 0 for a post that was never edited
 * @param observedAt when the state was sent to us; survives redelivery unchanged
 * @param digest SHA-256 of the content that the analysis depends on, hexadecimal
 */
public record Revision(long edit, Instant observedAt, String digest)
        implements Comparable<Revision> {
    private static final Comparator<Revision> ORDER =
            Comparator.comparingLong(Revision::edit)
                    .thenComparing(Revision::observedAt)
                    .thenComparing(Revision::digest);

    /** Whether both describe the same state, perhaps sent at different times. */
    public boolean sameStateAs(Revision other) {
        return edit == other.edit && digest.equals(other.digest);
    }

    @Override
    public int compareTo(Revision other) {
        return ORDER.compare(this, other);
    }
}

package dev.earshot.core.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The copies of one picture, computed at query time from the catalogue: repeated events count once
 * and a deleted copy is gone.
 *
 * @param group key of the copy that was seen first; identifies the picture
 * @param copies how many files show it
 * @param timeline all of them in the order in which they were seen
 * @param complete false where more copies may exist than were read; any missed ones lie between the
 *     first and the newest
 */
public record Reuse(String group, int copies, List<Appearance> timeline, boolean complete) {
    private static final Comparator<CataloguedMedia> FIRST_SEEN =
            Comparator.comparing(CataloguedMedia::seenAt).thenComparing(CataloguedMedia::key);

    public Reuse {
        timeline = List.copyOf(timeline);
    }

    /** One copy: where it lies and when it was seen. */
    public record Appearance(String key, Instant seenAt) {}

    /** From files that are copies of each other, at least one. */
    static Reuse ofCopies(Collection<CataloguedMedia> copies, boolean complete) {
        List<CataloguedMedia> members = copies.stream().sorted(FIRST_SEEN).toList();
        return new Reuse(
                members.getFirst().key(),
                members.size(),
                members.stream().map(m -> new Appearance(m.key(), m.seenAt())).toList(),
                complete);
    }
}

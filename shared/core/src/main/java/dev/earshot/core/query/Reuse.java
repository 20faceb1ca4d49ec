package dev.earshot.core.query;

import dev.earshot.core.media.CataloguedMedia;
import dev.earshot.core.media.Fingerprint;
import dev.earshot.core.media.SamePicture;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The copies of one picture, worked out when asked from what is catalogued then: repeated events count
 * once and a deleted copy is gone.
 *
 * @param group the key of the copy that was seen first; stands for the picture
 * @param copies how many files show it
 * @param timeline all of them in the order in which they were seen
 */
public record Reuse(String group, int copies, List<Appearance> timeline) {
    private static final Comparator<CataloguedMedia> FIRST_SEEN =
            Comparator.comparing(CataloguedMedia::seenAt).thenComparing(CataloguedMedia::key);

    public Reuse {
        timeline = List.copyOf(timeline);
    }

    /** One copy: where it lies and when it was seen. */
    public record Appearance(String key, Instant seenAt) {}

    /** The copies of one file, itself included; copies of copies too. */
    public static Reuse of(CataloguedMedia media, List<CataloguedMedia> all) {
        Set<String> keys = new HashSet<>(Set.of(media.key()));
        List<CataloguedMedia> members = new ArrayList<>(List.of(media));
        Deque<CataloguedMedia> open = new ArrayDeque<>(members);
        while (!open.isEmpty()) {
            CataloguedMedia next = open.remove();
            if (next.fingerprint().isEmpty()) {
                continue;
            }
            Fingerprint print = next.fingerprint().get();
            for (CataloguedMedia other : all) {
                if (!keys.contains(other.key())
                        && other.fingerprint().filter(p -> SamePicture.test(print, p)).isPresent()) {
                    keys.add(other.key());
                    members.add(other);
                    open.add(other);
                }
            }
        }
        members.sort(FIRST_SEEN);
        return new Reuse(
                members.getFirst().key(),
                members.size(),
                members.stream().map(m -> new Appearance(m.key(), m.seenAt())).toList());
    }

    /** One file for each different picture: the one seen first. In the order of the list. */
    public static List<CataloguedMedia> distinct(List<CataloguedMedia> media) {
        List<CataloguedMedia> firsts = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (CataloguedMedia each : media) {
            if (done.contains(each.key())) {
                continue;
            }
            firsts.add(each);
            of(each, media).timeline().forEach(a -> done.add(a.key()));
        }
        return firsts;
    }
}

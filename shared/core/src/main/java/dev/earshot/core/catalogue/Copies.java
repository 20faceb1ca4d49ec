package dev.earshot.core.catalogue;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.catalogue.MediaCatalogue.Place;
import dev.earshot.core.picture.Fingerprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds copies of pictures by the keys of their fingerprints. No groups are stored: a picture's
 * keys depend on that picture alone, so copies analysed at the same time can neither miss each
 * other nor be counted twice. The cost of a read does not grow with the catalogue. Of each key the
 * newest {@value #MAX_PLACES} places are read and, where there are more, the oldest, so that the
 * copy seen first is found however many followed; of the newest, only the {@value #MAX_CANDIDATES}
 * that share most keys. The first copy is missed only if another picture, seen earlier, lies under
 * every key that both have. Stateless.
 */
public final class Copies {
    static final int MAX_PLACES = 60;
    static final int MAX_CANDIDATES = 200;

    /** Copies of copies are followed until this many are known. */
    static final int MAX_COPIES = 200;

    private Copies() {}

    /** Files that may be copies. */
    private record Candidates(Collection<CataloguedMedia> media, boolean complete) {}

    /**
     * The copies of a file in the catalogue, itself and copies of copies included. The answer says
     * whether it is complete.
     */
    public static Reuse of(WorkspaceId workspace, CataloguedMedia media, MediaCatalogue catalogue) {
        Map<String, CataloguedMedia> members = new LinkedHashMap<>(Map.of(media.key(), media));
        Set<String> asked = new HashSet<>();
        Deque<CataloguedMedia> open = new ArrayDeque<>(List.of(media));
        boolean complete = true;
        while (!open.isEmpty() && members.size() < MAX_COPIES) {
            CataloguedMedia next = open.remove();
            if (next.fingerprint().isEmpty()) {
                continue;
            }
            Fingerprint print = next.fingerprint().get();
            Candidates candidates = candidates(workspace, print, asked, catalogue);
            complete &= candidates.complete();
            for (CataloguedMedia other : candidates.media()) {
                if (!members.containsKey(other.key())
                        && other.fingerprint()
                                .filter(p -> SamePicture.test(print, p))
                                .isPresent()) {
                    members.put(other.key(), other);
                    open.add(other);
                }
            }
        }
        return Reuse.ofCopies(members.values(), complete && open.isEmpty());
    }

    /** Skips keys that were asked before: copies share most of them. */
    private static Candidates candidates(
            WorkspaceId workspace, Fingerprint print, Set<String> asked, MediaCatalogue catalogue) {
        Set<String> terms = new LinkedHashSet<>();
        for (String key : CopyKeys.asked(print)) {
            if (asked.add(key)) {
                terms.add(CataloguedMedia.COPY + key);
            }
        }
        Map<Place, Integer> shared = new LinkedHashMap<>();
        Set<String> cut = new LinkedHashSet<>();
        catalogue
                .under(workspace, terms, MAX_PLACES)
                .forEach(
                        (term, places) -> {
                            places.newest().forEach(p -> shared.merge(p, 1, Integer::sum));
                            if (!places.whole()) {
                                cut.add(term);
                            }
                        });
        Set<Place> read = new LinkedHashSet<>(catalogue.oldest(workspace, cut).values());
        boolean complete = cut.isEmpty() && shared.size() <= MAX_CANDIDATES;
        shared.entrySet().stream()
                .sorted(Map.Entry.<Place, Integer>comparingByValue().reversed())
                .limit(MAX_CANDIDATES)
                .forEach(entry -> read.add(entry.getKey()));
        return new Candidates(catalogue.get(workspace, read).values(), complete);
    }

    /**
     * Groups files that are copies of each other, copies of copies included. Groups, and files
     * within a group, keep the order of the list.
     */
    public static List<List<CataloguedMedia>> groups(List<CataloguedMedia> media) {
        Map<String, List<Integer>> kept = new HashMap<>();
        for (int i = 0; i < media.size(); i++) {
            int number = i;
            media.get(i)
                    .fingerprint()
                    .ifPresent(
                            print ->
                                    CopyKeys.kept(print)
                                            .forEach(
                                                    key ->
                                                            kept.computeIfAbsent(
                                                                            key,
                                                                            k -> new ArrayList<>())
                                                                    .add(number)));
        }
        int[] group = new int[media.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).fingerprint().isEmpty()) {
                continue;
            }
            Fingerprint print = media.get(i).fingerprint().get();
            Set<Integer> others = new HashSet<>();
            CopyKeys.asked(print).forEach(key -> others.addAll(kept.getOrDefault(key, List.of())));
            for (int other : others) {
                if (root(group, other) != root(group, i)
                        && SamePicture.test(print, media.get(other).fingerprint().orElseThrow())) {
                    int a = root(group, i);
                    int b = root(group, other);
                    group[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        Map<Integer, List<CataloguedMedia>> groups = new LinkedHashMap<>();
        for (int i = 0; i < media.size(); i++) {
            groups.computeIfAbsent(root(group, i), g -> new ArrayList<>()).add(media.get(i));
        }
        // A group's root is its first file, so the groups keep the list's order.
        return groups.values().stream().map(List::copyOf).toList();
    }

    private static int root(int[] group, int of) {
        int at = of;
        while (group[at] != at) {
            at = group[at];
        }
        return at;
    }
}

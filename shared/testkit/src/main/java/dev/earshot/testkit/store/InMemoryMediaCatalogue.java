package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.picture.PictureVector;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The catalogue in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryMediaCatalogue implements MediaCatalogue {
    private record Entry(
            String version, Optional<CataloguedMedia> media, Optional<PictureVector> vector) {}

    private final Map<WorkspaceId, SortedMap<String, Entry>> entries = new HashMap<>();

    @Override
    public synchronized void put(
            WorkspaceId workspace, CataloguedMedia media, Optional<PictureVector> vector) {
        Entry old = of(workspace).get(media.key());
        String version = SequencerOrder.padded(media.version());
        int order = old == null ? -1 : old.version().compareTo(version);
        if (order < 0 || (order == 0 && old != null && old.media().isPresent())) {
            of(workspace).put(media.key(), new Entry(version, Optional.of(media), vector));
        }
    }

    @Override
    public synchronized void delete(WorkspaceId workspace, String key, String version) {
        Entry old = of(workspace).get(key);
        if (old == null || old.version().compareTo(SequencerOrder.padded(version)) <= 0) {
            of(workspace)
                    .put(
                            key,
                            new Entry(
                                    SequencerOrder.padded(version),
                                    Optional.empty(),
                                    Optional.empty()));
        }
    }

    @Override
    public synchronized Map<String, Places> under(
            WorkspaceId workspace, Set<String> terms, int newest) {
        Map<String, Places> under = new LinkedHashMap<>();
        for (String term : terms) {
            List<Place> places = places(workspace, term).limit(newest).toList();
            under.put(term, new Places(places, places.size() < newest));
        }
        return under;
    }

    @Override
    public synchronized Map<String, Place> oldest(WorkspaceId workspace, Set<String> terms) {
        Map<String, Place> oldest = new LinkedHashMap<>();
        for (String term : terms) {
            places(workspace, term)
                    .reduce((newer, older) -> older)
                    .ifPresent(place -> oldest.put(term, place));
        }
        return oldest;
    }

    @Override
    public synchronized Map<String, CataloguedMedia> get(
            WorkspaceId workspace, Collection<Place> places) {
        Map<String, CataloguedMedia> there = new LinkedHashMap<>();
        for (Place place : places) {
            Optional.ofNullable(of(workspace).get(place.key()))
                    .flatMap(Entry::media)
                    .filter(media -> place(media).equals(place))
                    .ifPresent(media -> there.put(media.key(), media));
        }
        return there;
    }

    @Override
    public synchronized List<Near> nearest(
            WorkspaceId workspace, PictureVector asked, int newest, int most) {
        return newestFirst(workspace)
                .filter(
                        entry ->
                                entry.vector()
                                        .filter(
                                                v ->
                                                        v.model()
                                                                .sha256()
                                                                .equals(asked.model().sha256()))
                                        .isPresent())
                .limit(newest)
                .map(
                        entry ->
                                new Near(
                                        place(entry.media().orElseThrow()),
                                        asked.cosine(entry.vector().orElseThrow())))
                .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                .limit(most)
                .toList();
    }

    private Stream<Place> places(WorkspaceId workspace, String term) {
        return newestFirst(workspace)
                .flatMap(entry -> entry.media().stream())
                .filter(media -> media.terms().contains(term))
                .map(InMemoryMediaCatalogue::place);
    }

    private Stream<Entry> newestFirst(WorkspaceId workspace) {
        return of(workspace).values().stream()
                .filter(entry -> entry.media().isPresent())
                .sorted(
                        Comparator.comparing((Entry entry) -> entry.media().orElseThrow().seenAt())
                                .reversed());
    }

    private static Place place(CataloguedMedia media) {
        return new Place(media.key(), media.seenAt());
    }

    private SortedMap<String, Entry> of(WorkspaceId workspace) {
        return entries.computeIfAbsent(workspace, w -> new TreeMap<>());
    }
}

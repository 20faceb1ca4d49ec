package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.Copies;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.catalogue.MediaCatalogue.Place;
import dev.earshot.core.catalogue.Reuse;
import dev.earshot.core.picture.Fingerprint;
import dev.earshot.core.picture.PictureVector;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every {@link MediaCatalogue} must do. Each test uses an empty catalogue. */
public abstract class MediaCatalogueContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123Z");
    private static final ModelVersion MODEL = new ModelVersion("clip", "1", "ab".repeat(32));
    private static final ModelVersion NEXT = new ModelVersion("clip", "2", "cd".repeat(32));
    private static final String DOG = CataloguedMedia.WORD + "dog";

    /** The catalogue under test, empty. */
    protected abstract MediaCatalogue catalogue();

    @Test
    void entry_underItsTerms_isReadBackWhole() {
        MediaCatalogue catalogue = catalogue();
        CataloguedMedia media =
                new CataloguedMedia(
                        "media/a b+c#\u00e9🚀.jpg",
                        "0055AED6",
                        NOON,
                        "image",
                        List.of("dog", "wine glass"),
                        "Caf\u00e9 ab 9",
                        List.of("fernlight"),
                        Optional.of(print(1)));

        catalogue.put(WORKSPACE, media);

        for (String term :
                List.of(
                        DOG,
                        CataloguedMedia.WORD + "caf\u00e9",
                        CataloguedMedia.BRAND + "fernlight",
                        CataloguedMedia.ALL)) {
            assertThat(found(catalogue, term)).as(term).containsExactly(media);
        }
        assertThat(found(catalogue, CataloguedMedia.WORD + "cat")).isEmpty();
    }

    @Test
    void under_moreThanAskedFor_givesTheNewest() {
        MediaCatalogue catalogue = catalogue();
        for (int i = 0; i < 30; i++) {
            catalogue.put(WORKSPACE, dog("media/" + i, "1", NOON.plusSeconds((i * 7) % 30)));
        }

        MediaCatalogue.Places places =
                catalogue
                        .under(WORKSPACE, Set.of(DOG), 3)
                        .getOrDefault(DOG, MediaCatalogue.Places.NONE);
        assertThat(places.newest())
                .extracting(Place::seenAt)
                .containsExactly(NOON.plusSeconds(29), NOON.plusSeconds(28), NOON.plusSeconds(27));
        assertThat(places.whole()).isFalse();
        assertThat(catalogue.under(WORKSPACE, Set.of(DOG), 31).get(DOG))
                .returns(true, MediaCatalogue.Places::whole);
        assertThat(catalogue.oldest(WORKSPACE, Set.of(DOG, CataloguedMedia.WORD + "cat")))
                .isEqualTo(Map.of(DOG, new Place("media/0", NOON)));
    }

    @Test
    void entries_ofAnotherWorkspace_areNotThere() {
        MediaCatalogue catalogue = catalogue();
        CataloguedMedia media = dog("media/a", "1", NOON);
        catalogue.put(new WorkspaceId("acme2"), media, Optional.of(vector(MODEL, 1, 0)));

        assertThat(found(catalogue, DOG)).isEmpty();
        assertThat(catalogue.get(WORKSPACE, List.of(new Place("media/a", NOON)))).isEmpty();
        assertThat(catalogue.nearest(WORKSPACE, vector(MODEL, 1, 0), 10, 10)).isEmpty();
    }

    @Test
    void put_ofALaterVersion_replacesWhatLedToTheEarlier() {
        MediaCatalogue catalogue = catalogue();
        catalogue.put(WORKSPACE, dog("media/a", "1", NOON), Optional.of(vector(MODEL, 1, 0)));
        CataloguedMedia cat =
                new CataloguedMedia(
                        "media/a",
                        "2",
                        NOON.plusSeconds(1),
                        "image",
                        List.of("cat"),
                        "",
                        List.of(),
                        Optional.empty());

        catalogue.put(WORKSPACE, cat);

        assertThat(found(catalogue, DOG)).isEmpty();
        assertThat(found(catalogue, CataloguedMedia.WORD + "cat")).containsExactly(cat);
        assertThat(catalogue.nearest(WORKSPACE, vector(MODEL, 1, 0), 10, 10)).isEmpty();
    }

    @Test
    void put_ofAnEarlierVersion_changesNothing() {
        MediaCatalogue catalogue = catalogue();
        CataloguedMedia later = dog("media/a", "B", NOON);
        catalogue.put(WORKSPACE, later);

        catalogue.put(WORKSPACE, dog("media/a", "A", NOON.plusSeconds(5)));

        assertThat(found(catalogue, DOG)).containsExactly(later);
    }

    @Test
    void put_twice_isThereOnce() {
        MediaCatalogue catalogue = catalogue();
        CataloguedMedia again = dog("media/a", "1", NOON.plusSeconds(3));
        catalogue.put(WORKSPACE, dog("media/a", "1", NOON));
        catalogue.put(WORKSPACE, again);

        assertThat(found(catalogue, DOG)).containsExactly(again);
    }

    @Test
    void delete_ofThatVersion_forgetsAndStaysForgotten() {
        MediaCatalogue catalogue = catalogue();
        CataloguedMedia media = dog("media/a", "B", NOON);
        catalogue.put(WORKSPACE, media, Optional.of(vector(MODEL, 1, 0)));

        catalogue.delete(WORKSPACE, "media/a", "A");
        assertThat(found(catalogue, DOG)).containsExactly(media);
        catalogue.delete(WORKSPACE, "media/a", "B");
        catalogue.put(WORKSPACE, media);

        assertThat(found(catalogue, DOG)).isEmpty();
        assertThat(catalogue.nearest(WORKSPACE, vector(MODEL, 1, 0), 10, 10)).isEmpty();
    }

    @Test
    void nearest_comparesVectorsOfTheSameWeightsAlone() {
        MediaCatalogue catalogue = catalogue();
        catalogue.put(WORKSPACE, dog("media/a", "1", NOON), Optional.of(vector(MODEL, 1, 0)));
        catalogue.put(WORKSPACE, dog("media/b", "1", NOON), Optional.of(vector(MODEL, 1, 1)));
        catalogue.put(WORKSPACE, dog("media/c", "1", NOON), Optional.of(vector(NEXT, 0, 1)));
        catalogue.put(WORKSPACE, dog("media/d", "1", NOON));

        List<MediaCatalogue.Near> near =
                catalogue.nearest(WORKSPACE, vector(MODEL, 0, 1), 1_000, 10);

        assertThat(near).extracting(n -> n.place().key()).containsExactly("media/b", "media/a");
        assertThat(near.getFirst().cosine()).isBetween(0.70, 0.72);
        assertThat(catalogue.nearest(WORKSPACE, vector(MODEL, 0, 1), 1_000, 1)).hasSize(1);
    }

    @Test
    void copies_catalogedAtTheSameTime_areOneGroupWhoeverIsAsked() throws Exception {
        MediaCatalogue catalogue = catalogue();
        List<CataloguedMedia> copies = new ArrayList<>();
        List<Callable<Boolean>> writes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            CataloguedMedia copy = copy("media/copy-" + i, print(5));
            CataloguedMedia other = copy("media/other-" + i, print(100 + i));
            copies.add(copy);
            // Each event is delivered twice.
            for (CataloguedMedia each : List.of(copy, other, copy)) {
                writes.add(
                        () -> {
                            catalogue.put(WORKSPACE, each);
                            return true;
                        });
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> written : threads.invokeAll(writes)) {
                assertThat(written.get()).isTrue();
            }
        }

        for (CataloguedMedia copy : copies) {
            Reuse reuse = Copies.of(WORKSPACE, copy, catalogue);
            assertThat(reuse.group()).isEqualTo("media/copy-0");
            assertThat(reuse.timeline())
                    .extracting(Reuse.Appearance::key)
                    .containsExactlyInAnyOrderElementsOf(
                            copies.stream().map(CataloguedMedia::key).toList());
        }
    }

    @Test
    void copies_amongManyOthers_areFoundByFewReads() {
        MediaCatalogue catalogue = catalogue();
        for (int i = 0; i < 200; i++) {
            catalogue.put(WORKSPACE, copy("media/other-" + i, print(1_000 + i)));
        }
        CataloguedMedia original = copy("media/original", print(7));
        catalogue.put(WORKSPACE, original);
        CataloguedMedia copy = copy("media/copy", slightlyChanged(print(7)));
        catalogue.put(WORKSPACE, copy);

        assertThat(Copies.of(WORKSPACE, copy, catalogue).timeline())
                .extracting(Reuse.Appearance::key)
                .containsExactlyInAnyOrder("media/copy", "media/original");
    }

    @Test
    void copies_moreThanAreRead_keepTheirGroupAndSayThatTheyAreNotAll() {
        MediaCatalogue catalogue = catalogue();
        List<CataloguedMedia> copies = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            CataloguedMedia copy =
                    new CataloguedMedia(
                            "media/" + i,
                            "1",
                            NOON.plusSeconds(i),
                            "image",
                            List.of(),
                            "",
                            List.of(),
                            Optional.of(print(5)));
            catalogue.put(WORKSPACE, copy);
            copies.add(copy);
            if (i == 9) {
                Reuse few = Copies.of(WORKSPACE, copy, catalogue);
                assertThat(few.group()).isEqualTo("media/0");
                assertThat(few.copies()).isEqualTo(10);
                assertThat(few.complete()).isTrue();
            }
        }

        for (CataloguedMedia copy : List.of(copies.getFirst(), copies.get(5), copies.getLast())) {
            Reuse reuse = Copies.of(WORKSPACE, copy, catalogue);
            assertThat(reuse.group()).isEqualTo("media/0");
            assertThat(reuse.complete()).isFalse();
            assertThat(reuse.copies()).isBetween(61, 69);
        }
    }

    private static List<CataloguedMedia> found(MediaCatalogue catalogue, String term) {
        Map<String, MediaCatalogue.Places> places = catalogue.under(WORKSPACE, Set.of(term), 1_000);
        return List.copyOf(
                catalogue
                        .get(
                                WORKSPACE,
                                places.getOrDefault(term, MediaCatalogue.Places.NONE).newest())
                        .values());
    }

    private static CataloguedMedia dog(String key, String version, Instant seenAt) {
        return new CataloguedMedia(
                key, version, seenAt, "image", List.of("dog"), "", List.of(), Optional.empty());
    }

    private static CataloguedMedia copy(String key, Fingerprint print) {
        return new CataloguedMedia(
                key, "1", NOON, "image", List.of(), "", List.of(), Optional.of(print));
    }

    private static PictureVector vector(ModelVersion model, float x, float y) {
        return PictureVector.of(model, new float[] {x, y});
    }

    private static Fingerprint print(int seed) {
        Random random = new Random(seed);
        List<Fingerprint.Point> points = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            points.add(
                    new Fingerprint.Point(
                            random.nextInt(1_000), random.nextInt(1_000), random.nextLong()));
        }
        return new Fingerprint(random.nextLong(), points);
    }

    /** Flips two bits of every code. */
    private static Fingerprint slightlyChanged(Fingerprint print) {
        Random random = new Random(3);
        return new Fingerprint(
                print.whole() ^ 1L << 9,
                print.points().stream()
                        .map(
                                p ->
                                        new Fingerprint.Point(
                                                p.x(),
                                                p.y(),
                                                p.code()
                                                        ^ 1L << random.nextInt(64)
                                                        ^ 1L << random.nextInt(64)))
                        .toList());
    }
}

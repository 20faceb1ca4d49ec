package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.Copies;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.catalogue.Reuse;
import dev.earshot.core.picture.Fingerprint;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.testkit.store.InMemoryMediaCatalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

final class MediaSearchTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final ModelVersion MODEL = new ModelVersion("toy", "2", "ab".repeat(32));
    private static final ModelVersion EARLIER = new ModelVersion("toy", "1", "cd".repeat(32));
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void question_inPlainWords_putsThePictureThatMeetsMostFirst() {
        MediaSearch search =
                search(
                        picture("ride", List.of("person", "bicycle", "outdoor"), ""),
                        picture("room", List.of("person", "couch", "indoor"), ""),
                        picture("dish", List.of("pizza", "food"), "bicycle sale"));

        List<MediaSearch.Hit> hits =
                search.search(WORKSPACE, "a man riding a bike outdoors", 10).hits();

        assertThat(hits.getFirst().media().key()).isEqualTo("ride");
        assertThat(hits.getFirst().matched()).containsExactly("man", "riding", "bike", "outdoors");
    }

    @Test
    void question_ofAKind_findsItsMembers() {
        MediaSearch search =
                search(picture("dog", List.of("dog"), ""), picture("car", List.of("car"), ""));

        assertThat(search.search(WORKSPACE, "animals", 10).hits())
                .extracting(hit -> hit.media().key())
                .containsExactly("dog");
    }

    @ParameterizedTest
    @CsvSource({
        "bike,bicycle", "bikes,bicycle", "people,person", "women,person", "puppies,dog",
        "wine glasses,wine glass", "skiing,skis", "sofa,couch", "beaches,coast",
                "mobile phone,cell phone",
        "a plane in the sky,airplane", "trousers,pants", "hot dogs,hot dog", "cars,car", "buses,bus"
    })
    void question_inOtherWordsOrForms_findsTheThing(String question, String thing) {
        MediaSearch search =
                search(
                        picture("it", List.of(thing), ""),
                        picture("other", List.of("zebra", "oven"), ""));

        assertThat(search.search(WORKSPACE, question, 10).hits())
                .extracting(hit -> hit.media().key())
                .containsExactly("it");
    }

    @Test
    void nameOfTwoWords_isNotMetByOneOfThem() {
        MediaSearch search =
                search(
                        picture("snack", List.of("hot dog"), ""),
                        picture("pet", List.of("dog"), ""));

        assertThat(search.search(WORKSPACE, "hot dog", 10).hits())
                .extracting(hit -> hit.media().key())
                .containsExactly("snack");
    }

    @Test
    void mountedModel_findsWhatNoWordMeetsAndIsNamed() {
        MediaCatalogue catalogue = new InMemoryMediaCatalogue();
        catalogue.put(WORKSPACE, picture("red", List.of(), ""), Optional.of(vector(MODEL, 1, 0)));
        catalogue.put(WORKSPACE, picture("blue", List.of(), ""), Optional.of(vector(MODEL, 0, 1)));
        catalogue.put(WORKSPACE, picture("old", List.of(), ""), Optional.of(vector(EARLIER, 1, 0)));
        MediaSearch search =
                new MediaSearch(
                        catalogue, q -> new QuestionVectors.Answer.Known(vector(MODEL, 1, 0.2f)));

        MediaSearch.Answer answer = search.search(WORKSPACE, "crimson", 10);

        assertThat(answer.method()).isEqualTo(new MediaSearch.Method.OfVectors(MODEL, 2));
        assertThat(answer.hits())
                .extracting(hit -> hit.media().key())
                .containsExactly("red", "blue");
        assertThat(answer.hits().getFirst().similarity().orElseThrow()).isBetween(0.97, 0.99);
    }

    @Test
    void mountedModel_andWords_areJoined() {
        MediaCatalogue catalogue = new InMemoryMediaCatalogue();
        catalogue.put(WORKSPACE, picture("near", List.of(), ""), Optional.of(vector(MODEL, 1, 0)));
        catalogue.put(
                WORKSPACE,
                picture("both", List.of("dog"), ""),
                Optional.of(vector(MODEL, 1, 0.1f)));
        catalogue.put(
                WORKSPACE, picture("old", List.of("dog"), ""), Optional.of(vector(EARLIER, 1, 0)));
        MediaSearch search =
                new MediaSearch(
                        catalogue, q -> new QuestionVectors.Answer.Known(vector(MODEL, 1, 0)));

        List<MediaSearch.Hit> hits = search.search(WORKSPACE, "a dog", 10).hits();

        assertThat(hits)
                .extracting(hit -> hit.media().key())
                .containsExactly("both", "near", "old");
        assertThat(hits.getLast().similarity()).isEmpty();
    }

    @Test
    void mountedModel_thatFails_leavesTheWordsAndSaysSo() {
        MediaSearch search =
                new MediaSearch(
                        catalogue(picture("dog", List.of("dog"), "")),
                        q -> new QuestionVectors.Answer.Failed("asleep", Optional.empty()));

        MediaSearch.Answer answer = search.search(WORKSPACE, "dog", 10);

        assertThat(answer.method())
                .isEqualTo(new MediaSearch.Method.OfWords(Optional.of("asleep")));
        assertThat(answer.found()).isOne();
    }

    @Test
    void question_thatMoreFilesMeetThanAreRead_saysThatItIsNotComplete() {
        CataloguedMedia[] many = new CataloguedMedia[1_001];
        for (int i = 0; i < many.length; i++) {
            many[i] = picture("dog-" + i, List.of("dog"), "", NOW.plusSeconds(i), Optional.empty());
        }

        MediaSearch.Answer answer = search(many).search(WORKSPACE, "dog", 10);

        assertThat(answer.complete()).isFalse();
        assertThat(answer.files()).isEqualTo(1_000);
        assertThat(search(many[0]).search(WORKSPACE, "dog", 10).complete()).isTrue();
    }

    @Test
    void question_ofManyKinds_readsNoMoreThanItsBudgetAndItsOwnWordsFirst() {
        String question =
                "animals fruit vegetables cutlery drinks eating cooking luggage clothes fashion"
                        + " nature water sports winter electronics computers gadgets volcano";
        AtomicReference<Set<String>> terms = new AtomicReference<>(Set.of());
        AtomicInteger places = new AtomicInteger();
        MediaCatalogue catalogue =
                counting(
                        new InMemoryMediaCatalogue(),
                        (asked, newest) -> {
                            terms.set(asked);
                            places.addAndGet(asked.size() * newest);
                        });
        MediaSearch search = new MediaSearch(catalogue, QuestionVectors.NONE);

        assertThat(search.search(WORKSPACE, question, 10).complete()).isFalse();
        assertThat(terms.get())
                .hasSize(32)
                .contains(CataloguedMedia.WORD + "volcano", CataloguedMedia.WORD + "animal");
        assertThat(places.get()).isLessThanOrEqualTo(12_000);
        assertThat(search.search(WORKSPACE, "animals on a street", 10).complete()).isTrue();
    }

    @Test
    void question_thatNothingMeets_findsNothing() {
        assertThat(
                        search(picture("dog", List.of("dog"), ""))
                                .search(WORKSPACE, "volcano", 10)
                                .found())
                .isZero();
    }

    @Test
    void copies_ofOnePicture_areOneHitThatCountsThem() {
        Optional<Fingerprint> print = Optional.of(new Fingerprint(42, List.of()));
        MediaSearch search =
                search(
                        picture("b", List.of("dog"), "", NOW.plusSeconds(9), print),
                        picture("a", List.of("dog"), "", NOW, print),
                        picture("c", List.of("dog"), "", NOW, Optional.empty()));

        MediaSearch.Answer answer = search.search(WORKSPACE, "dog", 10);

        assertThat(answer.found()).isEqualTo(2);
        assertThat(answer.files()).isEqualTo(3);
        assertThat(answer.hits()).extracting(MediaSearch.Hit::copies).containsExactly(2, 1);
    }

    @Test
    void question_thatRepeatsAWord_asksForItOnce() {
        MediaSearch search = search(picture("dog", List.of("dog"), ""));

        assertThat(
                        search.search(WORKSPACE, "a dog, dogs and a dog", 10)
                                .hits()
                                .getFirst()
                                .matched())
                .containsExactly("dog");
    }

    @Test
    void limit_lessThanWhatFits_cutsTheHitsAndNotTheCounts() {
        MediaSearch search =
                search(picture("one", List.of("dog"), ""), picture("two", List.of("dog"), ""));

        MediaSearch.Answer answer = search.search(WORKSPACE, "dog", 1);

        assertThat(answer.hits()).extracting(hit -> hit.media().key()).containsExactly("one");
        assertThat(answer.files()).isEqualTo(2);
        assertThat(answer.found()).isEqualTo(2);
        assertThat(answer.complete()).isTrue();
    }

    @Test
    void question_ofWordsThatSayNothing_findsNothing() {
        MediaSearch.Answer answer =
                search(picture("dog", List.of("dog"), "")).search(WORKSPACE, "the of", 10);

        assertThat(answer.hits()).isEmpty();
        assertThat(answer.files()).isZero();
    }

    @Test
    void noQuestion_listsTheNewestFirst() {
        MediaSearch search =
                search(
                        picture("old", List.of("dog"), "", NOW, Optional.empty()),
                        picture("new", List.of("cat"), "", NOW.plusSeconds(1), Optional.empty()));

        assertThat(search.search(WORKSPACE, "", 10).hits())
                .extracting(hit -> hit.media().key())
                .containsExactly("new", "old");
    }

    @Test
    void reuse_ofACopy_isNamedAfterTheFirstSeenAndListsWhenEachWas() {
        Optional<Fingerprint> print = Optional.of(new Fingerprint(42, List.of()));
        CataloguedMedia late = picture("a", List.of(), "", NOW.plusSeconds(9), print);
        CataloguedMedia early = picture("z", List.of(), "", NOW, print);

        Reuse reuse = Copies.of(WORKSPACE, late, catalogue(late, early));

        assertThat(reuse)
                .isEqualTo(
                        new Reuse(
                                "z",
                                2,
                                List.of(
                                        new Reuse.Appearance("z", NOW),
                                        new Reuse.Appearance("a", NOW.plusSeconds(9))),
                                true));
    }

    private static PictureVector vector(ModelVersion model, float x, float y) {
        return PictureVector.of(model, new float[] {x, y});
    }

    private static CataloguedMedia picture(String key, List<String> things, String text) {
        return picture(key, things, text, NOW, Optional.empty());
    }

    private static CataloguedMedia picture(
            String key,
            List<String> things,
            String text,
            Instant seenAt,
            Optional<Fingerprint> print) {
        return new CataloguedMedia(key, "1", seenAt, "image", things, text, List.of(), print);
    }

    private static MediaSearch search(CataloguedMedia... media) {
        return new MediaSearch(catalogue(media), QuestionVectors.NONE);
    }

    private static MediaCatalogue counting(
            MediaCatalogue catalogue, BiConsumer<Set<String>, Integer> seen) {
        return new MediaCatalogue() {
            @Override
            public void put(
                    WorkspaceId workspace, CataloguedMedia media, Optional<PictureVector> vector) {
                catalogue.put(workspace, media, vector);
            }

            @Override
            public void delete(WorkspaceId workspace, String key, String version) {
                catalogue.delete(workspace, key, version);
            }

            @Override
            public Map<String, Places> under(WorkspaceId workspace, Set<String> terms, int newest) {
                seen.accept(terms, newest);
                return catalogue.under(workspace, terms, newest);
            }

            @Override
            public Map<String, Place> oldest(WorkspaceId workspace, Set<String> terms) {
                return catalogue.oldest(workspace, terms);
            }

            @Override
            public Map<String, CataloguedMedia> get(
                    WorkspaceId workspace, Collection<Place> places) {
                return catalogue.get(workspace, places);
            }

            @Override
            public List<Near> nearest(
                    WorkspaceId workspace, PictureVector asked, int newest, int most) {
                return catalogue.nearest(workspace, asked, newest, most);
            }
        };
    }

    private static MediaCatalogue catalogue(CataloguedMedia... media) {
        MediaCatalogue catalogue = new InMemoryMediaCatalogue();
        for (CataloguedMedia each : media) {
            catalogue.put(WORKSPACE, each);
        }
        return catalogue;
    }
}

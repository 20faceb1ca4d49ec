package dev.earshot.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.CataloguedMedia;
import dev.earshot.core.media.Fingerprint;
import dev.earshot.core.store.MediaCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MediaSearchTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
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
        assertThat(hits.getFirst().matched()).containsExactly("man", "bike", "outdoors");
    }

    @Test
    void question_ofAKind_findsItsMembers() {
        MediaSearch search =
                search(
                        picture("dog", List.of("dog"), ""), picture("car", List.of("car"), ""));

        assertThat(search.search(WORKSPACE, "animals", 10).hits())
                .extracting(hit -> hit.media().key())
                .containsExactly("dog");
    }

    @Test
    void question_thatNothingMeets_findsNothing() {
        assertThat(search(picture("dog", List.of("dog"), "")).search(WORKSPACE, "volcano", 10).found())
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

        Reuse reuse = Reuse.of(late, List.of(late, early));

        assertThat(reuse)
                .isEqualTo(
                        new Reuse(
                                "z",
                                2,
                                List.of(
                                        new Reuse.Appearance("z", NOW),
                                        new Reuse.Appearance("a", NOW.plusSeconds(9)))));
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
        List<CataloguedMedia> all = new ArrayList<>(List.of(media));
        return new MediaSearch(
                new MediaCatalogue() {
                    @Override
                    public void put(WorkspaceId workspace, CataloguedMedia each) {
                        all.add(each);
                    }

                    @Override
                    public void delete(WorkspaceId workspace, String key, String version) {
                        all.removeIf(each -> each.key().equals(key));
                    }

                    @Override
                    public List<CataloguedMedia> all(WorkspaceId workspace) {
                        return List.copyOf(all);
                    }
                });
    }
}

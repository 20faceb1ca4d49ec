package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.query.MediaSearch.Hit;
import dev.earshot.query.SearchWords.Wanted;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores worked out by hand: BM25 with k1 = 1.2 and b = 0.5, and 10 for all words met. */
class WordRankingTest {
    private static final Wanted DOG = new Wanted("dog", Map.of("dog", 1.0));

    @Test
    void of_oneOfTwoFilesMeetsTheWord_scoresItsRarity() {
        List<Hit> hits = rank(List.of(DOG), shown("a", "dog"), shown("b", "cat"));

        // Rarity ln(1 + 1.5 / 1.5) = ln 2, times 1 * 2.2 / (1 + 1.2) = 1; and 10 * 1 / 1.
        assertThat(hits).extracting(hit -> hit.media().key()).containsExactly("a");
        assertThat(hits.getFirst().score()).isCloseTo(10 + Math.log(2), within(1e-12));
        assertThat(hits.getFirst().matched()).containsExactly("dog");
        assertThat(hits.getFirst().similarity()).isEmpty();
    }

    @Test
    void of_wordThatIsWrittenInOne_countsForLessThanWhatIsSeen() {
        List<Hit> hits = rank(List.of(DOG), written("written", "dog"), shown("seen", "dog"));

        // Rarity ln(1 + 0.5 / 2.5) = ln 1.2; lengths 1 and 0.6, usual at least 1: norms 1 and 0.8.
        double seen = Math.log(1.2) * 2.2 / (1 + 1.2) + 10;
        double written = Math.log(1.2) * 0.6 * 2.2 / (0.6 + 1.2 * 0.8) + 10 * 0.6;
        assertThat(hits).extracting(hit -> hit.media().key()).containsExactly("seen", "written");
        assertThat(hits.get(0).score()).isCloseTo(seen, within(1e-12));
        assertThat(hits.get(1).score()).isCloseTo(written, within(1e-12));
    }

    @Test
    void of_fileThatShowsMoreThings_scoresLessForEach() {
        List<Hit> hits =
                rank(List.of(DOG), shown("many", "dog", "cat", "zebra"), shown("one", "dog"));

        // Lengths 3 and 1, usual 2: norms 0.5 + 0.5 * 3 / 2 = 1.25 and 0.75.
        assertThat(hits).extracting(hit -> hit.media().key()).containsExactly("one", "many");
        assertThat(hits.get(0).score())
                .isCloseTo(10 + Math.log(1.2) * 2.2 / (1 + 1.2 * 0.75), within(1e-12));
        assertThat(hits.get(1).score())
                .isCloseTo(10 + Math.log(1.2) * 2.2 / (1 + 1.2 * 1.25), within(1e-12));
    }

    @Test
    void of_nameOfLikeMeaning_countsByItsWeight() {
        var pet = new Wanted("pet", Map.of("pet", 1.0, "dog", 0.5));

        List<Hit> hits = rank(List.of(pet), shown("a", "dog"), shown("b", "cat"));

        assertThat(hits.getFirst().score()).isCloseTo(5 + Math.log(2) / 2, within(1e-12));
        assertThat(hits.getFirst().matched()).containsExactly("pet");
    }

    @Test
    void of_fileThatMeetsMoreWords_goesBeforeTheOneThatMeetsTheRarestOne() {
        var cat = new Wanted("cat", Map.of("cat", 1.0));
        var zebra = new Wanted("zebra", Map.of("zebra", 1.0));

        List<Hit> hits =
                rank(
                        List.of(DOG, cat, zebra),
                        shown("rare", "zebra"),
                        shown("both", "dog", "cat"),
                        shown("dogs", "dog"),
                        shown("cats", "cat"));

        assertThat(hits.get(0).media().key()).isEqualTo("both");
        assertThat(hits.get(0).matched()).containsExactly("dog", "cat");
        assertThat(hits.get(1).media().key()).isEqualTo("rare");
    }

    @Test
    void of_equalScores_areInTheOrderOfTheirKeys() {
        assertThat(rank(List.of(DOG), shown("b", "dog"), shown("a", "dog")))
                .extracting(hit -> hit.media().key())
                .containsExactly("a", "b");
    }

    @Test
    void of_brandThatItShows_isAWordLikeWhatItShows() {
        var media = media("a", List.of(), "", List.of("zenith"));

        List<Hit> hits =
                rank(
                        List.of(new Wanted("zenith", Map.of("zenith", 1.0))),
                        media,
                        shown("b", "cat"));

        assertThat(hits).extracting(hit -> hit.media().key()).containsExactly("a");
        assertThat(hits.getFirst().score()).isCloseTo(10 + Math.log(2), within(1e-12));
    }

    @Test
    void of_noFiles_findsNothing() {
        assertThat(rank(List.of(DOG))).isEmpty();
    }

    private static List<Hit> rank(List<Wanted> wanted, CataloguedMedia... media) {
        return WordRanking.of(List.of(media), wanted);
    }

    private static CataloguedMedia shown(String key, String... things) {
        return media(key, List.of(things), "", List.of());
    }

    private static CataloguedMedia written(String key, String text) {
        return media(key, List.of(), text, List.of());
    }

    private static CataloguedMedia media(
            String key, List<String> things, String text, List<String> brands) {
        return new CataloguedMedia(
                key, "1", Instant.EPOCH, "image", things, text, brands, Optional.empty());
    }
}

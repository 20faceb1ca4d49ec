package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Twenty creators write in English, of whom four write about roofs and speak of the brand, and
 * twenty in Spanish, of whom four do. None but one uses the brand's published words.
 */
class AlignmentComponentTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String ON_TOPIC =
            "panel inverter meter wiring battery rooftop mounting voltage sunlight installer";
    private static final String EN_OTHER =
            "football match goal keeper striker league stadium referee penalty coach";
    private static final String ES_TOPIC =
            "placa inversor contador cableado pila tejado montaje tension luz instalador";
    private static final String ES_OTHER =
            "futbol partido gol portero delantero liga estadio arbitro penalti entrenador";
    private static final BrandProfile ACME = brand("");

    private int nextPost;

    private static BrandProfile brand(String rejected) {
        return new BrandProfile(
                "acme",
                TopicSketch.of("solar energy honest"),
                List.of(),
                TopicSketch.of(rejected),
                Set.of("rival"),
                Set.of());
    }

    private static Population population() {
        return population(20, 20);
    }

    private static Population population(int inEnglish, int inSpanish) {
        var members = new ArrayList<AuthorSummary>();
        for (int i = 0; i < inEnglish + inSpanish; i++) {
            boolean english = i < inEnglish;
            boolean on = i % 5 == 0;
            String text = english ? on ? ON_TOPIC : EN_OTHER : on ? ES_TOPIC : ES_OTHER;
            Authors author = Authors.creator().in(english ? "en" : "es").about(text);
            members.add((on ? author.speaksOf("acme") : author).summary(100 + i));
        }
        return Population.fit(members);
    }

    private PostFacts post(String text, boolean unsafe) {
        return new PostFacts(
                new PostId(Platform.X, "p" + nextPost++),
                PostFacts.Kind.ORIGINAL,
                NOW,
                NOW,
                Engagement.UNKNOWN,
                OptionalLong.empty(),
                "en",
                SentimentLabel.NEUTRAL,
                unsafe,
                List.of(),
                TopicSketch.of(text),
                false);
    }

    private Component component(
            BrandProfile brand, String language, List<AuthorDay> days, List<PostFacts> posts) {
        return component(population(), brand, language, days, posts);
    }

    private Component component(
            Population population,
            BrandProfile brand,
            String language,
            List<AuthorDay> days,
            List<PostFacts> posts) {
        var history =
                new AuthorHistory(
                        Account.unknown(Authors.ref(9)),
                        Platform.X,
                        days,
                        posts,
                        List.of(),
                        List.of());
        AuthorSummary summary = Authors.creator().in(language).summary(9);
        var whole =
                new AuthorSummary(
                        summary.author(),
                        summary.platform(),
                        language,
                        summary.measures(),
                        summary.brands(),
                        TopicSketch.mean(posts.stream().map(PostFacts::topics).toList()));
        return new AlignmentComponent(brand, population)
                .of(history, whole, ScoreTable.CURRENT, NOW);
    }

    private Component of(String language, String text) {
        return of(population(), language, text);
    }

    private Component of(Population population, String language, String text) {
        return component(
                population,
                ACME,
                language,
                List.of(),
                IntStream.range(0, 10).mapToObj(i -> post(text, false)).toList());
    }

    @Test
    void of_postsOnTheTopic_isHighWithoutOnePublishedWord() {
        assertThat(of("en", ON_TOPIC).value()).isGreaterThan(90);
        assertThat(of("en", EN_OTHER).value()).isLessThan(40);
        assertThat(of("en", ON_TOPIC).reasons().getFirst()).contains("of 4 creators");
    }

    @Test
    void of_equalFitInAnotherLanguage_isTheSame() {
        assertThat(of("es", ES_TOPIC).value()).isCloseTo(of("en", ON_TOPIC).value(), within(2.0));
        assertThat(of("es", ES_OTHER).value()).isCloseTo(of("en", EN_OTHER).value(), within(2.0));
    }

    /** Fifteen write in Spanish, of whom three are on the topic, and a hundred in English. */
    @Test
    void of_equalFitInALanguageOfFew_isTheSameAndLessSure() {
        Population uneven = population(100, 15);
        Component many = of(uneven, "en", ON_TOPIC);
        Component few = of(uneven, "es", ES_TOPIC);

        assertThat(few.value()).isCloseTo(many.value(), within(2.0));
        assertThat(few.low()).isLessThan(many.low() - 2);
    }

    /** Whoever writes in which language: with the languages exchanged, every value is the same. */
    @Test
    void of_languagesExchangedBetweenTheSameAuthors_isTheSame() {
        Population one = population(60, 20);
        Population other = population(20, 60);

        assertThat(of(other, "es", ES_TOPIC).value())
                .isCloseTo(of(one, "en", ON_TOPIC).value(), within(1e-9));
        assertThat(of(other, "en", ON_TOPIC).value())
                .isCloseTo(of(one, "es", ES_TOPIC).value(), within(1e-9));
        assertThat(of(other, "es", ES_OTHER).value())
                .isCloseTo(of(one, "en", EN_OTHER).value(), within(1e-9));
    }

    @Test
    void of_publishedWordsStuffedIntoEveryPost_isWorthNothing() {
        assertThat(of("en", EN_OTHER + " solar energy honest solar energy honest").value())
                .isLessThanOrEqualTo(of("en", EN_OTHER).value());
        assertThat(of("en", ON_TOPIC + " solar energy honest").value())
                .isCloseTo(of("en", ON_TOPIC).value(), within(1e-9));
    }

    /**
     * Thirty write in Finnish, and six of them use a published word or two each, with no other word
     * in common: nothing is learned from them.
     */
    private static Population unlearned() {
        List<String> published = List.of("solar", "energy", "honest", "solar", "energy", "honest");
        return Population.fit(
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        Authors.creator()
                                                .in("fi")
                                                .about(
                                                        "sana%d toinen%d kolmas%d %s"
                                                                .formatted(
                                                                        i,
                                                                        i,
                                                                        i,
                                                                        i < 6
                                                                                ? published.get(i)
                                                                                : ""))
                                                .summary(100 + i))
                        .toList());
    }

    @Test
    void of_topicKnownByItsWordsAlone_isLiftedByThemOnlySoFar() {
        Population few = unlearned();
        Component silent = of(few, "fi", "jotain muuta aivan");
        Component speaks = of(few, "fi", "jotain solar aivan");

        assertThat(speaks.reasons()).anyMatch(r -> r.startsWith("judged by the brand's own words"));
        assertThat(speaks.value())
                .isGreaterThan(silent.value())
                .isCloseTo(100 * Normal.cumulative(.5), within(1e-9));
    }

    @Test
    void of_postsThatListAllPublishedWords_gainNothing() {
        Population few = unlearned();

        assertThat(of(few, "fi", "jotain muuta aivan solar energy honest").value())
                .isEqualTo(of(few, "fi", "jotain muuta aivan").value());
    }

    @Test
    void of_languageInWhichNobodySpeaksOfTheBrand_isUnknown() {
        Component component = of("fi", "aurinko paneeli katto sahko");

        assertThat(component.value()).isEqualTo(50);
        assertThat(component.weight()).isZero();
        assertThat(component.reasons().getFirst()).contains("(fi)");
    }

    @Test
    void of_noPosts_isUnknown() {
        assertThat(component(ACME, "en", List.of(), List.of()).weight()).isZero();
    }

    @Test
    void of_onePost_isNearerTheMiddleAndLessSureThanTen() {
        Component one = component(ACME, "en", List.of(), List.of(post(ON_TOPIC, false)));
        Component ten = of("en", ON_TOPIC);

        assertThat(one.value()).isLessThan(ten.value());
        assertThat(one.high() - one.low()).isGreaterThan(ten.high() - ten.low());
    }

    /** Half of the posts are unsafe: four times that exceeds the maximum deduction of .8. */
    @Test
    void of_unsafePictures_takesOffFourTimesTheirShare() {
        double plain =
                component(
                                ACME,
                                "en",
                                List.of(),
                                List.of(post(ON_TOPIC, false), post(ON_TOPIC, false)))
                        .value();
        Component unsafe =
                component(
                        ACME,
                        "en",
                        List.of(),
                        List.of(post(ON_TOPIC, false), post(ON_TOPIC, true)));

        assertThat(unsafe.value()).isCloseTo(.2 * plain, within(1e-6));
        assertThat(unsafe.reasons()).anyMatch(r -> r.startsWith("less 80 %"));
    }

    @Test
    void of_unsafePicturesKnownByDayAlone_takesOffTheSame() {
        var day =
                new AuthorDay(
                        LocalDate.parse("2026-11-01"),
                        2,
                        1,
                        0,
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Map.of());
        List<PostFacts> posts = List.of(post(ON_TOPIC, false), post(ON_TOPIC, false));

        assertThat(component(ACME, "en", List.of(day), posts).value())
                .isCloseTo(.2 * component(ACME, "en", List.of(), posts).value(), within(1e-6));
    }

    @Test
    void of_rejectedTopic_takesOffHalf() {
        List<PostFacts> posts = List.of(post(ON_TOPIC, false), post(ON_TOPIC, false));

        assertThat(component(brand(ON_TOPIC), "en", List.of(), posts).value())
                .isCloseTo(.5 * component(ACME, "en", List.of(), posts).value(), within(1e-3));
    }
}

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
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Texts are single words, so a cosine is 1 or 0. One author of the population writes only about the
 * brand's value, so the length of the scale is 1. The author under test has two such posts, which
 * are shrunk by half: the contrast is .5, and the component before deductions is {@value #HALF} = 5
 * + 95 * (1 - exp(-1.6 * .5)).
 */
class AlignmentComponentTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final double HALF = 57.313747;
    private static final double CLOSE = 1e-4;

    private int nextPost;

    private static BrandProfile brand(String id, String values, String exemplar, String rejected) {
        return new BrandProfile(
                id,
                TopicSketch.of(values),
                exemplar.isEmpty() ? List.of() : List.of(TopicSketch.of(exemplar)),
                TopicSketch.of(rejected),
                Set.of("rival"),
                Set.of());
    }

    private static final BrandProfile ACME = brand("acme", "solar", "", "");

    private PostFacts post(SentimentLabel sentiment, boolean unsafe, String... brands) {
        return new PostFacts(
                new PostId(Platform.X, "p" + nextPost++),
                PostFacts.Kind.ORIGINAL,
                NOW,
                NOW,
                Engagement.UNKNOWN,
                OptionalLong.empty(),
                "en",
                sentiment,
                unsafe,
                List.of(brands),
                TopicSketch.of("solar"));
    }

    private PostFacts plain() {
        return post(SentimentLabel.NEUTRAL, false);
    }

    private static Component component(
            BrandProfile brand,
            List<BrandProfile> brands,
            List<AuthorDay> days,
            PostFacts... posts) {
        var population = Population.fit(List.of(author().summary(1)));
        var history =
                new AuthorHistory(
                        Account.unknown(Authors.ref(9)),
                        Platform.X,
                        days,
                        Arrays.asList(posts),
                        List.of(),
                        List.of());
        return new AlignmentComponent(brand, brands, population)
                .of(history, author().summary(9), ScoreTable.CURRENT, NOW);
    }

    private static Authors author() {
        return Authors.with(Measure.POSTS, 2).about("solar");
    }

    private static Component component(PostFacts... posts) {
        return component(ACME, List.of(ACME), List.of(), posts);
    }

    /**
     * The posts agree, so only the two pseudo-posts at distance 1 contribute to the spread sqrt(2 /
     * 4), and the error is that divided by sqrt(2) = .5: the interval is .5 +- .5 * 1.644854.
     */
    @Test
    void of_twoPostsLikeTheBrand_isHalfwayUpTheScaleWithAWideInterval() {
        Component component = component(plain(), plain());

        assertThat(component.value()).isCloseTo(HALF, within(CLOSE));
        assertThat(component.low()).isCloseTo(5, within(CLOSE));
        assertThat(component.high())
                .isCloseTo(5 + 95 * (1 - Math.exp(-1.6 * 1.322427)), within(CLOSE));
        assertThat(component.evidence()).hasSize(2);
        assertThat(component.reasons().getFirst()).contains("0.500 above that to 0 other brands");
    }

    @Test
    void of_noPostOrNoValues_isUnknown() {
        Component noPost = component();
        BrandProfile silent = brand("silent", "", "", "");
        Component noValues = component(silent, List.of(silent), List.of(), plain());

        for (Component component : List.of(noPost, noValues)) {
            assertThat(component.value()).isEqualTo(20);
            assertThat(component.low()).isEqualTo(5);
            assertThat(component.high()).isEqualTo(90);
            assertThat(component.evidence()).isEmpty();
        }
        assertThat(noPost.reasons().getFirst()).startsWith("no original posts");
        assertThat(noValues.reasons().getFirst()).startsWith("the brand states no values");
    }

    @Test
    void of_anotherBrandOfTheSameValues_leavesNoContrast() {
        BrandProfile twin = brand("twin", "solar", "", "");
        Component component = component(ACME, List.of(ACME, twin), List.of(), plain(), plain());

        assertThat(component.value()).isCloseTo(5, within(CLOSE));
        assertThat(component.reasons().getFirst()).contains("no more like this brand");
    }

    /**
     * Values have weight .6: the author's contrast and the scale shrink by the same factor, so the
     * component stays the same.
     */
    @Test
    void of_exemplarUnlikeThePosts_shrinksContrastAndScaleAlike() {
        BrandProfile shown = brand("acme", "solar", "roof", "");
        Component both = component(shown, List.of(shown), List.of(), plain(), plain());

        assertThat(both.value()).isCloseTo(HALF, within(CLOSE));
        assertThat(both.reasons().getFirst()).contains("0.300 above").contains("0.600)");
    }

    @Test
    void of_exemplarsAlone_compareByThem() {
        BrandProfile shown = brand("acme", "", "solar", "");

        assertThat(component(shown, List.of(shown), List.of(), plain(), plain()).value())
                .isCloseTo(HALF, within(CLOSE));
    }

    /** Half of the posts are unsafe: four times that exceeds the maximum deduction of .8. */
    @Test
    void of_unsafePictures_takesOffFourTimesTheirShare() {
        Component component = component(plain(), post(SentimentLabel.NEUTRAL, true));

        assertThat(component.value()).isCloseTo(.2 * HALF, within(CLOSE));
        assertThat(component.reasons())
                .anyMatch(r -> r.startsWith("50 % of the posts have unsafe"));
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

        assertThat(component(ACME, List.of(ACME), List.of(day), plain(), plain()).value())
                .isCloseTo(.2 * HALF, within(CLOSE));
    }

    /** One of 1 + 3 pseudo-posts: .6 / 4 = .15 is taken off, for a rival as for a complaint. */
    @Test
    void of_postForARival_takesOffItsShare() {
        Component component = component(plain(), post(SentimentLabel.POSITIVE, false, "rival"));

        assertThat(component.value()).isCloseTo(.85 * HALF, within(CLOSE));
        assertThat(component.reasons()).contains("one post for competitors");
    }

    @Test
    void of_complaintAboutTheBrand_takesOffItsShare() {
        Component component = component(plain(), post(SentimentLabel.NEGATIVE, false, "acme"));

        assertThat(component.value()).isCloseTo(.85 * HALF, within(CLOSE));
        assertThat(component.reasons()).contains("one post of 1 about the brand read negative");
    }

    @Test
    void of_complaintAboutARival_takesNothingOff() {
        assertThat(component(plain(), post(SentimentLabel.NEGATIVE, false, "rival")).value())
                .isCloseTo(HALF, within(CLOSE));
    }

    /** The author's topics are also rejected by the brand: half is taken off. */
    @Test
    void of_rejectedTopic_takesOffHalf() {
        BrandProfile torn = brand("acme", "solar", "", "solar");
        Component component = component(torn, List.of(torn), List.of(), plain(), plain());

        assertThat(component.value()).isCloseTo(.5 * HALF, within(CLOSE));
        assertThat(component.reasons()).contains("posts resemble what the brand rejects");
    }

    @Test
    void of_repostsAndEmptyPosts_countNothing() {
        var others = new ArrayList<PostFacts>();
        for (PostFacts.Kind kind : PostFacts.Kind.values()) {
            PostFacts like = plain();
            others.add(
                    new PostFacts(
                            like.id(),
                            kind,
                            NOW,
                            NOW,
                            like.engagement(),
                            like.followers(),
                            "en",
                            like.sentiment(),
                            false,
                            List.of(),
                            kind == PostFacts.Kind.ORIGINAL ? TopicSketch.EMPTY : like.topics()));
        }

        assertThat(component(others.toArray(PostFacts[]::new)).value()).isEqualTo(20);
    }
}

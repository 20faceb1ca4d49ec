package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Two accounts that post the same at the same time and get the same responses, and differ in one
 * trait of their profile. Names, pictures and biographies are no input of the score at all.
 */
class ProfileSwapTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T12:00:00Z");
    private static final int DAYS = 40;
    private static final BrandCatalogue BRANDS =
            new BrandCatalogue(1, List.of(Brand.named("acme", "Acme")));
    private static final String[] SUBJECTS = {
        "a kettle that boils water for tea", "a walk with the dog by the river", "tea in the garden"
    };

    private static double gap(Trait one, Trait other) {
        return gap(one, 20, other, 20, 2);
    }

    /**
     * Points of 100 between the two.
     *
     * @param every one of so many of the bystanders is like the second
     */
    private static double gap(Trait one, int likes, Trait other, int otherLikes, int every) {
        var dice = new Random(20261201);
        List<AuthorPost> posts = new ArrayList<>();
        account(posts, 1, one, likes);
        account(posts, 2, other, otherLikes);
        for (int i = 0; i < 40; i++) {
            account(posts, 10 + i, i % every == 0 ? other : one, 2 + dice.nextInt(60));
        }
        var workspace = OfflineWorkspace.of(posts, BRANDS, BEGIN.plus(Duration.ofDays(DAYS + 1L)));
        return Math.abs(score(workspace, 1) - score(workspace, 2));
    }

    private static double score(OfflineWorkspace workspace, int account) {
        return workspace.scores(ref(account)).getFirst().score().score();
    }

    private record Trait(String language, Optional<Boolean> verified, Optional<Instant> opened) {}

    private static Trait trait(String language, boolean verified, String opened) {
        return new Trait(language, Optional.of(verified), Optional.of(Instant.parse(opened)));
    }

    private static void account(List<AuthorPost> posts, int number, Trait trait, int likes) {
        var author =
                new Author(
                        ref(number),
                        OptionalLong.of(5_000),
                        OptionalLong.of(300),
                        OptionalLong.of(900),
                        OptionalLong.of(12),
                        trait.verified(),
                        trait.opened());
        for (int day = 0; day < DAYS; day++) {
            Instant at = BEGIN.plus(Duration.ofDays(day));
            String text = SUBJECTS[day % SUBJECTS.length];
            posts.add(
                    new AuthorPost(
                            new PostId(Platform.MASTODON, number + "-" + day),
                            at,
                            author,
                            at.plus(Duration.ofDays(1)),
                            new Engagement(
                                    OptionalLong.of(likes + day % 5),
                                    OptionalLong.of(likes / 5),
                                    OptionalLong.of(likes / 4),
                                    OptionalLong.of(0),
                                    OptionalLong.of(40L * likes)),
                            at.plus(Duration.ofDays(1)),
                            day % 3 == 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL,
                            OptionalDouble.of(day % 3 == 0 ? .8 : 0),
                            trait.language(),
                            day % 3 == 0 ? List.of("acme") : List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            CommentSketch.of(text),
                            TopicSketch.of(text)));
        }
    }

    private static AuthorRef ref(int number) {
        return new AuthorRef(String.format(Locale.ROOT, "%032x", number));
    }

    @Test
    void score_ofTheSamePostsInAnotherLanguage_isTheSame() {
        assertThat(
                        gap(
                                trait("en", false, "2016-02-29T12:00:00Z"),
                                trait("de", false, "2016-02-29T12:00:00Z")))
                .isLessThan(1);
        assertThat(
                        gap(
                                trait("en", false, "2016-02-29T12:00:00Z"),
                                trait("ar", false, "2016-02-29T12:00:00Z")))
                .isLessThan(1);
    }

    @Test
    void score_ofTheSamePostsByAVerifiedAccount_isTheSame() {
        assertThat(
                        gap(
                                trait("en", false, "2016-02-29T12:00:00Z"),
                                trait("en", true, "2016-02-29T12:00:00Z")))
                .isLessThan(1);
    }

    @Test
    void score_ofTheSamePostsByAnAccountOfFourYearsLess_isTheSame() {
        assertThat(
                        gap(
                                trait("en", false, "2016-02-29T12:00:00Z"),
                                trait("en", false, "2020-02-29T12:00:00Z")))
                .isLessThan(1);
    }

    @Test
    void score_inALanguageThatFewSpeak_isTheSame() {
        Trait english = trait("en", false, "2016-02-29T12:00:00Z");
        Trait welsh = trait("cy", false, "2016-02-29T12:00:00Z");
        assertThat(gap(english, 20, welsh, 20, 10)).isLessThan(1);
    }

    /** What keeps the others honest: responses are an input, and must move the score. */
    @Test
    void score_withTwiceTheResponses_isNotTheSame() {
        Trait english = trait("en", false, "2016-02-29T12:00:00Z");
        assertThat(gap(english, 20, english, 40, 2)).isGreaterThan(1);
    }
}

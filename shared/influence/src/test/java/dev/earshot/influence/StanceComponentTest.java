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
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

class StanceComponentTest {
    private static final BrandProfile ACME =
            new BrandProfile(
                    "acme",
                    TopicSketch.EMPTY,
                    List.of(),
                    TopicSketch.EMPTY,
                    Set.of("rival"),
                    Set.of());

    private int nextPost;

    private PostFacts post(PostFacts.Kind kind, SentimentLabel sentiment, String... brands) {
        return new PostFacts(
                new PostId(Platform.X, "p" + nextPost++),
                kind,
                Instant.EPOCH,
                Instant.EPOCH,
                Engagement.UNKNOWN,
                OptionalLong.empty(),
                "en",
                sentiment,
                false,
                List.of(brands),
                TopicSketch.EMPTY,
                false);
    }

    private PostFacts original(SentimentLabel sentiment, String... brands) {
        return post(PostFacts.Kind.ORIGINAL, sentiment, brands);
    }

    private static Component component(PostFacts... posts) {
        return StanceComponent.of(
                new AuthorHistory(
                        Account.unknown(Authors.ref(1)),
                        Platform.X,
                        List.of(),
                        Arrays.asList(posts),
                        List.of(),
                        List.of()),
                ACME,
                ScoreTable.CURRENT);
    }

    /** Of three posts and three neutral ones that are added, three praise: 3 * 3 / 6. */
    @Test
    void of_praiseAlone_isThreeTimesItsShrunkShare() {
        PostFacts praise = original(SentimentLabel.POSITIVE, "acme");

        assertThat(component(praise, praise, praise).value())
                .isCloseTo(100 * Normal.cumulative(1.5), within(1e-9));
    }

    @Test
    void of_criticism_isAsFarBelowAndSaysSo() {
        PostFacts blame = original(SentimentLabel.NEGATIVE, "acme");
        Component component = component(blame, blame, blame);

        assertThat(component.value()).isCloseTo(100 * Normal.cumulative(-1.5), within(1e-9));
        assertThat(component.reasons())
                .containsExactly("of 3 posts about the brand, 0 read positive and 3 negative");
    }

    @Test
    void of_praiseForARival_countsAgainst() {
        Component component = component(original(SentimentLabel.POSITIVE, "rival"));

        assertThat(component.value()).isLessThan(50);
        assertThat(component.reasons()).containsExactly("one post in praise of rivals");
    }

    @Test
    void of_blameOfARivalOrARepost_saysNothing() {
        Component component =
                component(
                        original(SentimentLabel.NEGATIVE, "rival"),
                        post(PostFacts.Kind.REPOST, SentimentLabel.POSITIVE, "acme"));

        assertThat(component.weight()).isZero();
    }

    @Test
    void of_morePostsOfTheSameKind_isSurer() {
        PostFacts praise = original(SentimentLabel.POSITIVE, "acme");
        PostFacts[] many = new PostFacts[40];
        Arrays.fill(many, praise);
        Component few = component(praise, praise);
        Component sure = component(many);

        assertThat(sure.value()).isGreaterThan(few.value());
        assertThat(sure.low()).isGreaterThan(few.low());
    }
}

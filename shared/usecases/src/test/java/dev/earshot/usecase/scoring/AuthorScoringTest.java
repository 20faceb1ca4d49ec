package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference.Kind;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

final class AuthorScoringTest {
    private static final BrandCatalogue CATALOGUE =
            new BrandCatalogue(
                    1, List.of(Brand.named("acme", "Acme"), Brand.named("zenith", "Zenith")));

    private final Entries entries = new Entries();

    /** Author 1 mentions both brands and gets responses from all; three write on acme's topic. */
    @BeforeEach
    void world() {
        PostId first = entries.post(1, "acme", "zenith");
        entries.post(2, "acme");
        PostId third = entries.post(3, "acme");
        for (int author = 2; author <= 6; author++) {
            entries.response(author, Kind.REPLY, first);
        }
        entries.response(1, Kind.REPLY, third);
    }

    private AuthorScoring scoring() {
        WorkspaceActivity activity = entries.activity();
        return new AuthorScoring(
                activity, DailyBaseline.of("e", Entries.NOW, CATALOGUE, activity), CATALOGUE);
    }

    @Test
    void score_author_hasOneForEachBrandItSpokeOf() {
        assertThat(scoring().score(Posts.author(1)))
                .extracting(scored -> scored.score().brandId())
                .containsExactly("acme", "zenith");
        assertThat(scoring().score(Posts.author(1)))
                .extracting(ScoredAuthor::followers)
                .containsOnly(OptionalLong.of(100));
    }

    @Test
    void score_whoOnlyAnsweredWithoutABrand_isNone() {
        assertThat(scoring().score(Posts.author(6))).isEmpty();
        assertThat(scoring().score(Posts.author(9))).isEmpty();
    }

    @Test
    void score_topics_areThoseOfTheBrandThatTheAuthorWritesOn() {
        assertThat(scored("acme").topics())
                .extracting(ScoredAuthor.OnTopic::topic)
                .containsExactly("tea");
        assertThat(scored("zenith").topics()).isEmpty();
    }

    @Test
    void score_onATopic_differsInTheStandingAlone() {
        // Everyone who writes about acme also writes about tea, so both graphs and both scores are
        // equal.
        ScoredAuthor scored = scored("acme");
        ScoredAuthor.OnTopic onTopic = scored.topics().getFirst();

        assertThat(onTopic.score()).isCloseTo(scored.score().score(), within(1e-9));
        assertThat(onTopic.low()).isCloseTo(scored.score().low(), within(1e-9));
        assertThat(onTopic.high()).isCloseTo(scored.score().high(), within(1e-9));
    }

    @Test
    void offline_sameWorld_hasTheSameScoresGreatestFirst() {
        WorkspaceActivity activity = entries.activity();
        List<AuthorPost> posts =
                activity.authors().stream().flatMap(a -> activity.posts(a).stream()).toList();

        List<ScoredAuthor> scores = OfflineWorkspace.of(posts, CATALOGUE, Entries.NOW).scores();

        assertThat(scores).extracting(s -> -s.score().score()).isSorted();
        assertThat(scores)
                .extracting(s -> s.score().author())
                .hasSameElementsAs(Set.of(Posts.author(1), Posts.author(2), Posts.author(3)));
        assertThat(scores).contains(scored("acme"), scored("zenith"));
    }

    private ScoredAuthor scored(String brand) {
        return scoring().score(Posts.author(1)).stream()
                .filter(scored -> scored.score().brandId().equals(brand))
                .findFirst()
                .orElseThrow();
    }
}

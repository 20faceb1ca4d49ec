package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Reference.Kind;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.AudienceSeries;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class DailyBaselineTest {
    private static final Instant NOW = Entries.NOW;
    private static final Instant END = Instant.parse("2026-03-05T00:00:00Z");

    private final Entries entries = new Entries();

    private static BrandCatalogue catalogue(long version) {
        return new BrandCatalogue(
                version, List.of(Brand.named("acme", "Acme"), Brand.named("zenith", "Zenith")));
    }

    private static DailyBaseline empty(long size, String table) {
        return new DailyBaseline(
                "e", END, 1, table, size, List.of(), Set.of(), Map.of(), Map.of(), Map.of());
    }

    private static DailyBaseline empty(long size) {
        return empty(size, ScoreTable.CURRENT.version());
    }

    @Test
    void days_endWithTheDayOfTheMoment() {
        assertThat(DailyBaseline.endOfDay(NOW)).isEqualTo(END);
        assertThat(DailyBaseline.endOfDay(END)).isEqualTo(END.plusSeconds(86_400));
        assertThat(DailyBaseline.lastDay(END)).isEqualTo(LocalDate.parse("2026-03-04"));
        // 180 days, including the last one.
        assertThat(DailyBaseline.firstDay(END)).isEqualTo(LocalDate.parse("2025-09-06"));
    }

    @Test
    void holds_sameDayBrandsTableAndSize_isTrue() {
        assertThat(empty(100).holds(NOW, catalogue(1), 100)).isTrue();
    }

    @Test
    void holds_onceAnyOfThemChanged_isFalse() {
        assertThat(empty(100).holds(END, catalogue(1), 100)).isFalse();
        assertThat(empty(100).holds(NOW, catalogue(2), 100)).isFalse();
        assertThat(empty(100, "older").holds(NOW, catalogue(1), 100)).isFalse();
    }

    @Test
    void holds_untilTheWorkspaceGrewOrShrankByMoreThanATenth() {
        assertThat(empty(100).holds(NOW, catalogue(1), 110)).isTrue();
        assertThat(empty(100).holds(NOW, catalogue(1), 111)).isFalse();
        assertThat(empty(100).holds(NOW, catalogue(1), 90)).isTrue();
        assertThat(empty(100).holds(NOW, catalogue(1), 89)).isFalse();
        assertThat(empty(0).holds(NOW, catalogue(1), 0)).isTrue();
        assertThat(empty(0).holds(NOW, catalogue(1), 1)).isFalse();
    }

    @Test
    void of_topic_needsThreeAuthors() {
        entries.post(1, "acme");
        entries.post(2, "acme");
        entries.post(2, "acme");
        assertThat(baseline().topics()).isEqualTo(Map.of("acme", List.of()));
        entries.post(3, "acme");

        // Every example has the hashtag "tea".
        assertThat(baseline().topics()).isEqualTo(Map.of("acme", List.of("tea")));
        assertThat(baseline().standings().keySet())
                .containsExactlyInAnyOrder("acme", "acme#tea", "zenith");
    }

    @Test
    void of_standings_areThoseOfWhoWroteOnTheBrandUnderNoName() {
        PostId post = entries.post(1, "acme");
        PostId other = entries.post(2, "acme");
        entries.post(4, "acme");
        // Reposts, since equal words would be copies.
        entries.response(2, Kind.REPOST, post);
        entries.response(4, Kind.REPOST, post);
        entries.response(4, Kind.REPOST, other);

        var standings = baseline().standings().getOrDefault("acme", Map.of());

        assertThat(standings.keySet())
                .containsExactlyInAnyOrder(
                        AuthorSummary.anonymous(Posts.author(1)),
                        AuthorSummary.anonymous(Posts.author(2)))
                .doesNotContain(Posts.author(1), Posts.author(2));
        assertThat(standings)
                .extractingByKey(AuthorSummary.anonymous(Posts.author(1)))
                .matches(standing -> standing.endorsers() == 2);
        assertThat(baseline().standings()).containsEntry("zenith", Map.of());
    }

    /** A response in return is courtesy, or a trade, and lends no standing. */
    @Test
    void of_standings_ofTwoWhoAnswerEachOther_areNone() {
        PostId post = entries.post(1, "acme");
        PostId other = entries.post(2, "acme");
        entries.response(2, Kind.REPLY, post);
        entries.response(1, Kind.REPLY, other);

        assertThat(baseline().standings()).containsEntry("acme", Map.of());
    }

    @Test
    void of_competitor_countsForTheBrandThatNamesIt() {
        PostId post = entries.post(1, "zenith");
        // A response by somebody who never writes on the topic has no weight.
        entries.post(2, "zenith");
        entries.response(2, Kind.REPLY, post);
        var rivals =
                new BrandCatalogue(
                        1,
                        List.of(
                                new Brand(
                                        "acme",
                                        "Acme",
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of("Zenith", "unknown"),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                Brand.named("zenith", "Zenith")));

        assertThat(
                        DailyBaseline.of("e", NOW, rivals, entries.activity())
                                .standings()
                                .getOrDefault("acme", Map.of()))
                .containsOnlyKeys(AuthorSummary.anonymous(Posts.author(1)));
    }

    @Test
    void of_controls_haveAnAudienceOfThreeAndThoseWhoDidNotSpeakComeFirst() {
        audience(entries.post(1, "acme"), 2, 3, 4, 5);
        audience(entries.post(6), 2, 3, 4);
        audience(entries.post(7), 2, 3);

        assertThat(baseline().controls().getOrDefault("acme", List.of()))
                .extracting(AudienceSeries::author)
                .containsExactly(
                        AuthorSummary.anonymous(Posts.author(6)),
                        AuthorSummary.anonymous(Posts.author(1)));
    }

    /**
     * Account 2 names the brand in its answer and in a post of its own: the latter counts alone.
     */
    @Test
    void series_answersToTheVeryPost_areNoMentionsOfTheAudience() {
        PostId post = entries.post(1, "acme");
        entries.post(2, NOW.minusSeconds(30), List.of("acme"), new Reference(Kind.REPLY, post));
        entries.post(2, NOW.minusSeconds(20), List.of("acme"));
        WorkspaceActivity activity = entries.activity();

        AudienceSeries series = DailyBaseline.series(activity, Posts.author(1), "acme", END);

        assertThat(series.days().stream().mapToLong(BrandDay::posts).sum()).isEqualTo(1);
    }

    private void audience(PostId post, int... authors) {
        for (int author : authors) {
            entries.response(author, Kind.REPLY, post);
        }
    }

    @Test
    void graph_ofATopic_isNamedByBrandAndTopic() {
        assertThat(DailyBaseline.graph("acme", Optional.empty())).isEqualTo("acme");
        assertThat(DailyBaseline.graph("acme", Optional.of("tea"))).isEqualTo("acme#tea");
    }

    private DailyBaseline baseline() {
        return DailyBaseline.of("e", NOW, catalogue(1), entries.activity());
    }
}

package dev.earshot.trends.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.statistics.Interval;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.why.Traits.Mark;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class WhyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void of_halfOfTheExcessHasATerm_namesItWithItsShare() {
        List<Traits> posts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            posts.add(post(NOON.minusSeconds(3_600 + i * 60L), "old" + i, "coffee", "a" + i));
        }
        for (int i = 0; i < 40; i++) {
            String term = i % 2 == 0 ? "refund" : "coffee";
            posts.add(post(NOON.plusSeconds(i * 60L), "new" + i, term, "b" + i));
        }

        Explanation why = Why.of(episode(4), NOON.plusSeconds(3_600), posts);

        // 40 posts where 10 are usual: an excess of 30, and 'refund' was never there before.
        assertThat(why.causes())
                .filteredOn(cause -> cause.name().equals("refund"))
                .singleElement()
                .satisfies(cause -> assertThat(cause.share()).isCloseTo(20 / 30.0, within(1e-9)));
        assertThat(why.causes()).noneMatch(cause -> cause.name().equals("coffee"));
        assertThat(why.words()).contains("67 % have 'refund'");
        assertThat(why.posts()).hasSize(3);
    }

    @Test
    void words_whereMoodAndAuthorsExplainMore_stillBeginWithTheSubject() {
        List<Traits> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Mark> marks = new ArrayList<>(List.of(new Mark("mood", "negative")));
            if (i % 2 == 0) {
                marks.add(new Mark("term", "charged twice"));
            }
            posts.add(
                    new Traits(
                            new PostId(Platform.X, "new" + i),
                            NOON.plusSeconds(i * 60L),
                            Optional.of("a" + i),
                            marks,
                            Optional.empty(),
                            0));
        }

        // 40 posts where 10 are usual: half of the excess of 30, and more, has the words.
        assertThat(Why.of(episode(4), NOON.plusSeconds(3_600), posts).words())
                .startsWith(
                        "Of the posts beyond the usual, 67 % have 'charged twice', 100 % are"
                                + " negative.");
    }

    @Test
    void of_commonWordAfterAShortPast_isNotNamed() {
        List<Traits> posts = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            String term = i % 9 < 4 ? "the" : "tea";
            posts.add(post(NOON.minusSeconds(3_600 + i * 60L), "old" + i, term, "a" + i));
        }
        for (int i = 0; i < 40; i++) {
            String term = i % 8 < 5 ? "the" : "twice";
            posts.add(post(NOON.plusSeconds(i * 60L), "new" + i, term, "b" + i));
        }

        // 'the' in 20 of 45 posts before, so perhaps in 59 %; 62 % of the new ones is no news.
        assertThat(Why.of(episode(4), NOON.plusSeconds(3_600), posts).causes())
                .filteredOn(cause -> cause.kind().equals("term"))
                .extracting(Explanation.Cause::name)
                .containsExactly("twice");
    }

    @Test
    void of_termOfOneAuthor_isNotNamed() {
        List<Traits> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            posts.add(post(NOON.plusSeconds(i * 60L), "new" + i, "buy now", "same"));
        }

        assertThat(Why.of(episode(4), NOON.plusSeconds(3_600), posts).causes()).isEmpty();
    }

    @Test
    void inStep_accountsThatShareThreeThingsTogether_areCalledSynchronised() {
        List<Traits> posts = new ArrayList<>();
        for (int thing = 0; thing < 4; thing++) {
            for (int account = 0; account < 5; account++) {
                posts.add(share(NOON.plusSeconds(thing * 3_600L + account), thing, "g" + account));
            }
        }

        var synchrony = InStep.of(posts).orElseThrow();

        assertThat(synchrony.share()).isEqualTo(1);
        assertThat(synchrony.expected()).isLessThan(0.2);
        assertThat(synchrony.synchronised()).isTrue();
    }

    @Test
    void inStep_everybodyRepeatsOnePost_isOrganic() {
        List<Traits> posts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            posts.add(share(NOON.plusSeconds(i * 3L), 1, "fan" + i));
        }

        assertThat(InStep.of(posts).orElseThrow().synchronised()).isFalse();
    }

    @Test
    void words_ofAText_areTermsPairsTagsAndLinks() {
        String text = "My order is LATE again! #Nivaro https://x.example/a?b=1, @shop";

        assertThat(Words.terms(text)).contains("order", "late", "late again").doesNotContain("is");
        assertThat(Words.hashtags(text)).containsExactly("nivaro");
        assertThat(Words.links(text)).containsExactly("https://x.example/a");
        assertThat(Words.content("Refund me now please"))
                .isEqualTo(Words.content("REFUND me, now... please https://y.example"));
    }

    private static Traits post(Instant at, String id, String term, String author) {
        return new Traits(
                new PostId(Platform.X, id),
                at,
                Optional.of(author),
                List.of(new Mark("term", term)),
                Optional.empty(),
                0);
    }

    private static Traits share(Instant at, int thing, String author) {
        return new Traits(
                new PostId(Platform.X, author + "-" + thing),
                at,
                Optional.of(author),
                List.of(new Mark("link", "https://x.example/" + thing)),
                Optional.of("https://x.example/" + thing),
                0);
    }

    private static Episode episode(double ratio) {
        return new Episode(
                new WorkspaceId("acme"),
                "nivaro",
                "ep_1",
                TrendKind.MENTIONS,
                "",
                NOON,
                NOON,
                Optional.empty(),
                EpisodeState.OPEN,
                40,
                40 / ratio,
                new Episode.Ratio(ratio, new Interval(ratio, ratio)),
                1e6,
                "",
                Explanation.NONE,
                1);
    }
}

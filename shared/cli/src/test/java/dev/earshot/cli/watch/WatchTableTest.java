package dev.earshot.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;

import dev.earshot.cli.terminal.Paint;
import dev.earshot.cli.watch.WatchedBrand.Episode;
import dev.earshot.cli.watch.WatchedBrand.Point;
import dev.earshot.cli.watch.WatchedBrand.Topic;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class WatchTableTest {
    private static final Instant START = Instant.parse("2026-03-04T05:00:00Z");
    private static final Episode GOES_ON =
            new Episode("ep_1", "open", START, "60 posts; it goes on.", Optional.of("One link."));

    private static WatchedBrand brand(String id, List<Episode> episodes, int... posts) {
        List<Point> points =
                IntStream.range(0, posts.length)
                        .mapToObj(
                                i ->
                                        new Point(
                                                START.plus(Duration.ofMinutes(5L * i)),
                                                posts[i],
                                                1.5,
                                                posts[i] / 2))
                        .toList();
        return new WatchedBrand(id, id, points, Optional.empty(), episodes, List.of());
    }

    private static List<String> lines(WatchedBrand... brands) {
        return new WatchTable(new Paint(false)).lines(List.of(brands));
    }

    @Test
    void table_ofABrand_hasItsBarsAndFigures() {
        String line = lines(brand("acme", List.of(), 0, 1, 9)).get(1);

        // ln 2 / ln 10 of eight steps is 2.4, so the second of them.
        assertThat(line).startsWith("acme ").contains("  ▂█ ");
        // In all 10, in the last bucket 9 of 1.5 usual; 4 of 10 are complaints.
        assertThat(line.strip().split("\\s+")).containsSubsequence("10", "9", "1.5", "40", "%");
    }

    @Test
    void table_ofSeveral_beginsWithWhatRisesThenWithMostPosts() {
        List<String> lines =
                lines(
                        brand("quiet", List.of(), 1),
                        brand("large", List.of(), 50),
                        brand("rising", List.of(GOES_ON), 20));

        assertThat(lines.subList(1, 4))
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly("rising", "large", "quiet");
        assertThat(lines.get(1)).endsWith("rises");
        assertThat(lines).contains("▲ 05:00  60 posts; it goes on.", "         One link.");
    }

    @Test
    void table_whereNothingWasCounted_saysSo() {
        assertThat(lines(brand("acme", List.of())))
                .anyMatch(line -> line.matches("acme +0 +- +- +-"))
                .contains("Nothing rose beyond what is usual in the last 24 hours.");
    }

    @Test
    void news_areToldOnceUntilTheyChange() {
        var news = new WatchNews();
        var topic = new Topic("tp_1", "weak", "app only", START, 12, 9);
        var before =
                new WatchedBrand(
                        "acme",
                        "Acme",
                        brand("acme", List.of(), 3, 4).points(),
                        Optional.empty(),
                        List.of(GOES_ON),
                        List.of(topic));

        assertThat(news.lines(List.of(before)))
                .containsExactly(
                        "2026-03-04T05:05:00Z  acme  4 posts, 1.5 expected",
                        "open  acme  60 posts; it goes on.",
                        "why  acme  One link.",
                        "topic  acme  app only, weak: 12 posts by 9 accounts since " + START);
        assertThat(news.lines(List.of(before))).isEmpty();
        assertThat(news.lines(List.of(brand("acme", List.of(GOES_ON), 3, 4, 5, 6))))
                .containsExactly(
                        "2026-03-04T05:10:00Z  acme  5 posts, 1.5 expected",
                        "2026-03-04T05:15:00Z  acme  6 posts, 1.5 expected");
    }

    @Test
    void news_ofABrandWithoutPosts_sayThatOnce() {
        var news = new WatchNews();

        assertThat(news.lines(List.of(brand("acme", List.of()))))
                .containsExactly("acme  nothing has been counted in the last 24 hours");
        assertThat(news.lines(List.of(brand("acme", List.of())))).isEmpty();
    }

    @Test
    void text_thatWouldSteerATerminal_isHarmless() {
        assertThat(WatchedBrand.text(new TextNode("a\u001B[2Jb\r\nc\u202E"))).isEqualTo("a [2Jb c");
    }
}

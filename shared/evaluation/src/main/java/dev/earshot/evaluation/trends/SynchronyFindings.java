package dev.earshot.evaluation.trends;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Why;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whether episodes whose posts were planted in step are told from organic ones. */
public final class SynchronyFindings {
    private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");
    private static final int HOURS = 3;
    private static final int ORGANIC = 300;

    private SynchronyFindings() {}

    public static List<Figure> run(int episodes) {
        int planted = 0;
        int viral = 0;
        int wire = 0;
        for (int i = 0; i < episodes; i++) {
            planted += synchronised(group(new Random(i))) ? 1 : 0;
            viral += synchronised(viral(new Random(i))) ? 1 : 0;
            wire += synchronised(wire(new Random(i))) ? 1 : 0;
        }
        int called = planted + viral + wire;
        return List.of(
                Figure.share("episodes planted in step, called so", planted, episodes, "")
                        .atLeast(0.9),
                Figure.share("  of those called so, were planted", planted, called, "")
                        .atLeast(0.95),
                Figure.share("  viral posts called in step", viral, episodes, "").atMost(0.02),
                Figure.share("  news wires called in step", wire, episodes, "").atMost(0.02));
    }

    private static boolean synchronised(List<Traits> posts) {
        return Why.of(episode(), BEGIN.plusSeconds(HOURS * 3_600), posts)
                .synchrony()
                .filter(Explanation.Synchrony::synchronised)
                .isPresent();
    }

    /** Twelve accounts that share ten links within 40 seconds each, among organic posts. */
    private static List<Traits> group(Random random) {
        List<Traits> posts = new ArrayList<>(organic(random));
        for (int link = 0; link < 10; link++) {
            long at = random.nextInt(HOURS * 3_600 - 60);
            for (int account = 0; account < 12; account++) {
                if (random.nextDouble() < 0.8) {
                    posts.add(share(at + random.nextInt(40), "g" + account, "group" + link));
                }
            }
        }
        return posts;
    }

    /** Many accounts repeat one of five posts, most of them soon after it came. */
    private static List<Traits> viral(Random random) {
        List<Traits> posts = new ArrayList<>(organic(random));
        for (int i = 0; i < 200; i++) {
            long at = (long) Math.min(HOURS * 3_600 - 1, -1_200 * Math.log(random.nextDouble()));
            posts.add(share(at, "fan" + random.nextInt(150), "viral" + random.nextInt(5)));
        }
        return posts;
    }

    /** Twenty outlets bring most of fifteen stories, each within some minutes. */
    private static List<Traits> wire(Random random) {
        List<Traits> posts = new ArrayList<>(organic(random));
        for (int story = 0; story < 15; story++) {
            long at = random.nextInt(HOURS * 3_600 - 900);
            for (int outlet = 0; outlet < 20; outlet++) {
                if (random.nextDouble() < 0.7) {
                    posts.add(share(at + random.nextInt(600), "o" + outlet, "story" + story));
                }
            }
        }
        return posts;
    }

    private static List<Traits> organic(Random random) {
        List<Traits> posts = new ArrayList<>();
        for (int i = 0; i < ORGANIC; i++) {
            posts.add(
                    share(
                            random.nextInt(HOURS * 3_600),
                            "a" + random.nextInt(200),
                            "own" + random.nextInt(250)));
        }
        return posts;
    }

    private static Traits share(long second, String author, String content) {
        return new Traits(
                new PostId(Platform.X, author + "." + content + "." + second),
                BEGIN.plusSeconds(second),
                Optional.of(author),
                List.of(new Traits.Mark("link", content)),
                Optional.of(content),
                0);
    }

    private static Episode episode() {
        return new Episode(
                new WorkspaceId("planted"),
                "brand",
                "ep_planted",
                TrendKind.MENTIONS,
                "",
                BEGIN,
                BEGIN,
                Optional.empty(),
                EpisodeState.OPEN,
                400,
                100,
                new Episode.Ratio(4, new Interval(3, 5)),
                1e9,
                "",
                Explanation.NONE,
                1);
    }
}

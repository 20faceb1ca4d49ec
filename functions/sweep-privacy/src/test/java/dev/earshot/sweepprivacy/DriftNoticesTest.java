package dev.earshot.sweepprivacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.alerts.rule.Again;
import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.alerts.rule.Threshold;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.PostScan;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.store.InMemoryAlertSettings;
import dev.earshot.testkit.store.InMemoryOutbox;
import dev.earshot.testkit.store.InMemoryWorkQueue;
import dev.earshot.usecase.drift.WatchDrift;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class DriftNoticesTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(MARCH.plus(Duration.ofHours(3)));

    private final List<PostAnalysis> posts = new ArrayList<>();
    private final InMemoryAlertSettings settings = new InMemoryAlertSettings();
    private final InMemoryOutbox outbox = new InMemoryOutbox(CLOCK);
    private final DriftNotices notices =
            new DriftNotices(
                    new WatchDrift(this::part),
                    settings,
                    new Alerts(outbox, new InMemoryWorkQueue(), CLOCK));

    private PostScan.Page part(WorkspaceId workspace, int part, Optional<PostId> after, int limit) {
        return new PostScan.Page(part == 7 ? posts : List.of(), Optional.empty());
    }

    /** Sixteen weeks of forty posts, the last four with so many negative ones. */
    private void weeks(int negativeNow) {
        for (int week = 0; week < 16; week++) {
            for (int i = 0; i < 40; i++) {
                boolean negative = i < (week < 4 ? negativeNow : 8);
                posts.add(
                        Posts.post(week + "-" + i)
                                .at(MARCH.minus(Duration.ofDays(7L * week)).minusSeconds(1 + i))
                                .feeling(
                                        negative
                                                ? SentimentLabel.NEGATIVE
                                                : i % 2 == 0
                                                        ? SentimentLabel.NEUTRAL
                                                        : SentimentLabel.POSITIVE)
                                .analysis());
            }
        }
    }

    private static AlertRule rule(String id, Optional<String> brand, Recipient recipient) {
        return new AlertRule(
                id,
                brand,
                Set.of(),
                Threshold.ANY,
                Optional.empty(),
                Again.IF_DOUBLED,
                true,
                List.of(recipient),
                Optional.empty(),
                Instant.EPOCH);
    }

    private List<Notice> told() {
        return outbox.list(Posts.WORKSPACE, Optional.empty(), Optional.empty(), 10).stream()
                .map(Alert::notice)
                .toList();
    }

    @Test
    void share_thatMoved_isToldOnceToWhoeverWatchesAllBrands() {
        weeks(20);
        settings.put(Posts.WORKSPACE, rule("all", Optional.empty(), new Recipient.ToTopic()));
        settings.put(Posts.WORKSPACE, rule("one", Optional.of("acme"), new Recipient.ToBus()));

        assertThat(notices.tell(Posts.WORKSPACE, YearMonth.of(2026, 3))).isEqualTo(1);
        notices.tell(Posts.WORKSPACE, YearMonth.of(2026, 3));

        assertThat(told())
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.type()).isEqualTo("drift.found");
                            assertThat(notice.summary())
                                    .startsWith(
                                            "Of posts in 'en', 50 % were negative in the last four"
                                                    + " weeks, 20 % in the weeks before");
                            assertThat(notice.facts())
                                    .containsEntry(
                                            "en negative",
                                            "20.0 % -> 50.0 % of 160 posts (480 before)");
                            assertThat(outbox.deliveries(Posts.WORKSPACE, notice.id()))
                                    .extracting(delivery -> delivery.recipient().key())
                                    .containsExactly("email");
                        });
    }

    @Test
    void shares_thatHaveNotMoved_areNotTold() {
        weeks(8);

        assertThat(notices.tell(Posts.WORKSPACE, YearMonth.of(2026, 3))).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void postsOfTheNewMonthAndReposts_areLeftOut() {
        weeks(8);
        for (int i = 0; i < 500; i++) {
            posts.add(
                    Posts.post("new-" + i)
                            .at(MARCH.plusSeconds(i))
                            .feeling(SentimentLabel.NEGATIVE)
                            .analysis());
        }
        assertThat(notices.tell(Posts.WORKSPACE, YearMonth.of(2026, 3))).isZero();
        assertThat(notices.tell(Posts.WORKSPACE, YearMonth.of(2026, 4)))
                .as("too few weeks of posts")
                .isZero();
    }
}

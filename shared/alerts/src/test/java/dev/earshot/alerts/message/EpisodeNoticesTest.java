package dev.earshot.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.alerts.decision.Changes;
import dev.earshot.alerts.decision.Told;
import dev.earshot.alerts.rule.MessageForm;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.Explanation.Cause;
import dev.earshot.trends.episode.TrendKind;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class EpisodeNoticesTest {
    private static final String NOON = "2026-03-04T12:00:00Z";
    private static final Explanation WHY =
            new Explanation(
                    List.of(
                            new Cause("repost", "of @ann's post", 0.6),
                            new Cause("link", "https://example.com/@ann", 0.5),
                            new Cause("term", "Ann Smith", 0.4),
                            new Cause("platform", "mastodon", 0.8),
                            new Cause("language", "de", 0.3)),
                    List.of(),
                    Optional.empty(),
                    "Ann Smith was shared a lot");

    private static Notice notice(EpisodeChange change, boolean repeats) {
        Instant at = change.at().plusSeconds(repeats ? 3_600 : 30);
        return EpisodeNotices.of(new Told(Changes.rule(), change, at, repeats, Optional.empty()));
    }

    private static EpisodeChange open(String key, Explanation why) {
        return Changes.at(TrendKind.HASHTAG, key, NOON, NOON, EpisodeState.OPEN, 1, 32.5, why);
    }

    @Test
    void of_anEpisode_saysHowMuchMoreThanUsual() {
        Notice notice = notice(open("tea", WHY), false);

        assertThat(notice.type()).isEqualTo("episode.open");
        assertThat(notice.title()).isEqualTo("acme: posts with hashtag 'tea' rising");
        assertThat(notice.summary())
                .isEqualTo(
                        "Since 2026-03-04T12:00:00Z: 32.5 posts where 10 were expected, 3.25 times"
                                + " the usual (95 %: 1.63 to 6.5).");
        assertThat(notice.facts())
                .containsEntry("cause platform", "mastodon (80 % of the excess)")
                .containsEntry("cause language", "de (30 % of the excess)")
                .containsEntry("ratio", "3.25");
    }

    @Test
    void body_ofEveryForm_namesNoPersonAndNoPost() {
        for (MessageForm form : MessageForm.values()) {
            String body =
                    MessageBody.of(form, notice(open("@ann", WHY), false), Optional.of("care"))
                            .toString();
            assertThat(body.toLowerCase(java.util.Locale.ROOT))
                    .as(form.toString())
                    .contains("rising", "care")
                    .doesNotContain("ann", "smith", "example.com");
        }
    }

    @Test
    void id_ofTheSameState_isTheSameWhoeverIsTold() {
        EpisodeChange open = open("tea", Explanation.NONE);
        EpisodeChange grew =
                Changes.at(
                        TrendKind.HASHTAG,
                        "tea",
                        NOON,
                        "2026-03-04T13:00:00Z",
                        EpisodeState.GREW,
                        2,
                        60,
                        WHY);

        assertThat(notice(open, false).id()).isEqualTo(notice(open, false).id());
        assertThat(notice(open, false).id()).isNotEqualTo(notice(grew, false).id());
        assertThat(notice(grew, false).id()).isNotEqualTo(notice(grew, true).id());
        assertThat(notice(open, false).id()).isLessThan(notice(grew, false).id());
    }

    @Test
    void slack_ofMarkup_isEscaped() {
        Object slack =
                MessageBody.of(
                        MessageForm.SLACK,
                        notice(open("<!channel>&", Explanation.NONE), false),
                        Optional.empty());

        assertThat(slack.toString())
                .contains("text=acme: posts with hashtag '&lt;!channel&gt;&amp;'");
    }
}

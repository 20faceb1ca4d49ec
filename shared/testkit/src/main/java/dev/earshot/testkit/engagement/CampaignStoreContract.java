package dev.earshot.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.engagement.campaign.Campaign;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.campaign.Cost;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What every {@link CampaignStore} must do. Each test uses an empty one. */
public abstract class CampaignStoreContract {
    private static final WorkspaceId OTHER = new WorkspaceId("other");

    /** The store under test. */
    protected abstract CampaignStore store();

    private static Campaign full(String id) {
        return new Campaign(
                id,
                "Spring, all over",
                "acme",
                List.of("#AcmeSpring", "tea"),
                List.of(Posts.author(2), Posts.author(1)),
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-14"),
                List.of(
                        new Cost("two creators", new BigDecimal("1200.50"), Cost.currency("EUR")),
                        new Cost("film", new BigDecimal("800"), Cost.currency("EUR"))));
    }

    @Test
    void campaign_withEverything_isReadAsItWasPut() {
        Campaign bare =
                new Campaign(
                        "bare",
                        "Bare",
                        "acme",
                        List.of(),
                        List.of(),
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-03-01"),
                        List.of());
        store().put(Posts.WORKSPACE, full("spring"));
        store().put(Posts.WORKSPACE, bare);

        assertThat(store().campaigns(Posts.WORKSPACE)).containsExactly(bare, full("spring"));
        assertThat(store().campaign(Posts.WORKSPACE, "spring")).contains(full("spring"));
        assertThat(store().campaigns(OTHER)).isEmpty();
        assertThat(store().campaign(OTHER, "spring")).isEmpty();
    }

    @Test
    void delete_once_isGone() {
        store().put(Posts.WORKSPACE, full("spring"));

        assertThat(store().delete(OTHER, "spring")).isFalse();
        assertThat(store().delete(Posts.WORKSPACE, "spring")).isTrue();
        assertThat(store().delete(Posts.WORKSPACE, "spring")).isFalse();
        assertThat(store().campaigns(Posts.WORKSPACE)).isEmpty();
    }
}

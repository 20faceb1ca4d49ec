package dev.earshot.testkit;

import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.core.directory.CreatorDirectory;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.view.ViewStore;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.cases.CaseStore;
import dev.earshot.engagement.segment.SegmentStore;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.shortlist.ShortlistStore;
import dev.earshot.testkit.contract.AlertSettingsContract;
import dev.earshot.testkit.contract.ApiKeysContract;
import dev.earshot.testkit.contract.CaseStoreContract;
import dev.earshot.testkit.contract.OutboxContract;
import dev.earshot.testkit.directory.CreatorDirectoryContract;
import dev.earshot.testkit.directory.InMemoryCreatorDirectory;
import dev.earshot.testkit.directory.InMemoryShortlistStore;
import dev.earshot.testkit.directory.ShortlistStoreContract;
import dev.earshot.testkit.engagement.CampaignStoreContract;
import dev.earshot.testkit.engagement.InMemoryCampaignStore;
import dev.earshot.testkit.engagement.InMemorySegmentStore;
import dev.earshot.testkit.engagement.SegmentStoreContract;
import dev.earshot.testkit.store.InMemoryAlertSettings;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryApiKeys;
import dev.earshot.testkit.store.InMemoryCaseStore;
import dev.earshot.testkit.store.InMemoryOutbox;
import dev.earshot.testkit.store.InMemoryScoreStore;
import dev.earshot.testkit.usage.InMemoryUsageStore;
import dev.earshot.testkit.usage.UsageStoreContract;
import dev.earshot.testkit.view.InMemoryViewStore;
import dev.earshot.testkit.view.ViewStoreContract;

import org.junit.jupiter.api.Nested;

import java.time.InstantSource;

/** The stores in memory of what a team sets up and works on pass the contracts. */
final class TeamFakesTest {
    @Nested
    final class InMemoryOutboxTest extends OutboxContract {
        private final Outbox outbox = new InMemoryOutbox(clock);

        @Override
        protected Outbox outbox() {
            return outbox;
        }
    }

    @Nested
    final class InMemoryAlertSettingsTest extends AlertSettingsContract {
        private final AlertSettings settings = new InMemoryAlertSettings();

        @Override
        protected AlertSettings settings() {
            return settings;
        }
    }

    @Nested
    final class InMemoryCampaignStoreTest extends CampaignStoreContract {
        private final CampaignStore store = new InMemoryCampaignStore();

        @Override
        protected CampaignStore store() {
            return store;
        }
    }

    @Nested
    final class InMemorySegmentStoreTest extends SegmentStoreContract {
        private final SegmentStore store = new InMemorySegmentStore();

        @Override
        protected SegmentStore store() {
            return store;
        }
    }

    @Nested
    final class InMemoryUsageStoreTest extends UsageStoreContract {
        private final UsageStore usage = new InMemoryUsageStore();

        @Override
        protected UsageStore store() {
            return usage;
        }
    }

    @Nested
    final class InMemoryViewStoreTest extends ViewStoreContract {
        private final ViewStore store = new InMemoryViewStore();

        @Override
        protected ViewStore store() {
            return store;
        }
    }

    @Nested
    final class InMemoryShortlistStoreTest extends ShortlistStoreContract {
        private final ShortlistStore store = new InMemoryShortlistStore();

        @Override
        protected ShortlistStore store() {
            return store;
        }
    }

    @Nested
    final class InMemoryCreatorDirectoryTest extends CreatorDirectoryContract {
        private final ScoreStore scores = new InMemoryScoreStore();
        private final CreatorDirectory directory = new InMemoryCreatorDirectory(scores);

        @Override
        protected ScoreStore scores() {
            return scores;
        }

        @Override
        protected CreatorDirectory directory() {
            return directory;
        }
    }

    @Nested
    final class InMemoryCaseStoreTest extends CaseStoreContract {
        private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
        private final CaseStore cases = new InMemoryCaseStore(posts);

        @Override
        protected AnalysisStore posts() {
            return posts;
        }

        @Override
        protected CaseStore store() {
            return cases;
        }
    }

    @Nested
    final class InMemoryApiKeysTest extends ApiKeysContract {
        @Override
        protected ApiKeyRegistry keys() {
            return new InMemoryApiKeys(InstantSource.system());
        }
    }
}
